import type { Round } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { endOfDay } from './plan-draft.ts';
import { useSay } from './use-round.ts';

/** The end of a round: put off, or now. */
export function EndPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const say = useSay(held);
  const [act, setAct] = useState<'extend' | 'close'>();
  const done = (): void => setAct(undefined);
  return (
    <Section title={t('listening.end')} id="end">
      {act === undefined && (
        <ActionRow>
          <ActionButton onPress={() => setAct('close')}>{t('listening.close')}</ActionButton>
          <ActionButton kind="quiet" onPress={() => setAct('extend')}>
            {t('listening.extend')}
          </ActionButton>
        </ActionRow>
      )}
      {act === 'extend' && <Extend held={held} onDone={done} />}
      {act === 'close' && (
        <Form
          label={t('listening.close')}
          submit={t('listening.close-do')}
          onCancel={done}
          onSubmit={async () => {
            await say('close', {});
            return undefined;
          }}
        >
          <p>{t('listening.close-explained')}</p>
        </Form>
      )}
    </Section>
  );
}

function Extend({ held, onDone }: { readonly held: Running<Round>; readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const say = useSay(held);
  const [closes, setCloses] = useState(held.state.closes.instant.slice(0, 10));
  const [answerBy, setAnswerBy] = useState(held.state.answerBy);
  return (
    <Form
      label={t('listening.extend')}
      submit={t('listening.extend-do')}
      onCancel={onDone}
      onSubmit={async () => {
        const end = endOfDay(closes);
        if (end === undefined || end.instant <= now())
          return [{ name: 'closes', message: t('listening.fault-closes') }];
        if (answerBy.length !== 10 || answerBy < end.instant.slice(0, 10))
          return [{ name: 'answerBy', message: t('listening.fault-answer-by') }];
        await say('extend', { closes: { ...end }, answerBy });
        onDone();
        return undefined;
      }}
    >
      <DateField
        name="closes"
        label={t('listening.closes')}
        precisions={['day']}
        value={closes}
        onChange={setCloses}
      />
      <DateField
        name="answerBy"
        label={t('listening.answer-by')}
        precisions={['day']}
        value={answerBy}
        onChange={setAnswerBy}
      />
    </Form>
  );
}
