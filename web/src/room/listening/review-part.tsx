import {
  personalHints,
  REFUSED_FOR,
  type RefusedFor,
  type Round,
  statementLines,
} from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useHeardKeys } from '#paper/use-heard-keys.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './listening.module.css';
import { type Proposal, proposalsIn } from './round-api.ts';
import { useFetched, useSay } from './use-round.ts';

const REASONS: readonly RefusedFor[] = ['personalData', 'accusation', 'insult', 'offTopic', 'unclear'];

type Act = 'withhold' | 'merge';

/** What people proposed, one at a time: accept it, keep it back with a reason, or join it to one that says the same. */
export function ReviewPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const { data, fault, reload } = useFetched(held.id, 'proposals', proposalsIn);
  const [act, setAct] = useState<Act>();
  const say = useSay(held);
  const frame = useRef<HTMLElement>(null);
  const waiting = (data ?? []).filter(({ id }) => !Object.hasOwn(held.state.moderated, id));
  const [first] = waiting;
  const decide = async (payload: { readonly [name: string]: string }): Promise<void> => {
    if (first === undefined) return;
    setAct(undefined);
    frame.current?.focus();
    await say('moderate', { of: 'statement', id: first.id, ...payload });
  };
  const accept = (): void =>
    void (first && decide({ decision: 'accept', lang: first.language, text: first.text }));
  useHeardKeys(frame, (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (isTyping || act !== undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '1') accept();
    if (event.key === '2') setAct('withhold');
    if (event.key === '3') setAct('merge');
    if (['1', '2', '3'].includes(event.key)) event.preventDefault();
  });
  return (
    <Section title={t('listening.review')} id="review" aside={String(waiting.length)}>
      {fault !== undefined && <p className="note">{fault}</p>}
      <section ref={frame} tabIndex={-1} aria-labelledby="review" className={css['queue']}>
        {data !== undefined && first === undefined && <p>{t('listening.review-none')}</p>}
        {first !== undefined && <Card proposal={first} />}
        {first !== undefined && act === undefined && (
          <ActionRow>
            <ActionButton kind="primary" onPress={accept}>
              {t('listening.accept')}
            </ActionButton>
            <ActionButton onPress={() => setAct('withhold')}>{t('listening.withhold')}</ActionButton>
            <ActionButton kind="quiet" onPress={() => setAct('merge')}>
              {t('listening.merge')}
            </ActionButton>
          </ActionRow>
        )}
        {first !== undefined && act === 'withhold' && (
          <Withhold proposal={first} onDecide={decide} onCancel={() => setAct(undefined)} />
        )}
        {first !== undefined && act === 'merge' && (
          <Merge held={held} onDecide={decide} onCancel={() => setAct(undefined)} />
        )}
      </section>
      <p className="note">{t('listening.review-note')}</p>
      <ActionButton kind="quiet" onPress={reload}>
        {t('listening.reload')}
      </ActionButton>
    </Section>
  );
}

function Card({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const hints = personalHints(proposal.text);
  return (
    <>
      <blockquote lang={proposal.language} dir="auto" className={css['proposal']}>
        {format.text(proposal.text)}
      </blockquote>
      {proposal.name !== undefined && (
        <p className="note">{t('listening.said-by', { name: format.text(proposal.name) })}</p>
      )}
      {hints.length > 0 && (
        <p>
          <strong>
            {t('listening.hints', { hints: hints.map((hint) => t(`listening.hint-${hint}`)).join(', ') })}
          </strong>
        </p>
      )}
    </>
  );
}

interface ActProps {
  readonly onDecide: (payload: { readonly [name: string]: string }) => Promise<void>;
  readonly onCancel: () => void;
}

function Withhold({ proposal, onDecide, onCancel }: ActProps & { readonly proposal: Proposal }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const isPersonal = personalHints(proposal.text).length > 0;
  const [reason, setReason] = useState<RefusedFor | undefined>(isPersonal ? 'personalData' : undefined);
  return (
    <Form
      label={t('listening.withhold')}
      submit={t('listening.withhold-do')}
      onCancel={onCancel}
      onSubmit={async () => {
        if (reason === undefined) return [{ name: 'reason', message: t('listening.fault-reason') }];
        const isDanger = reason === 'personalData' || reason === 'accusation';
        await onDecide({ decision: isDanger ? 'withhold' : 'reject', reason });
        return undefined;
      }}
    >
      <Choice
        name="reason"
        label={t('listening.reason')}
        hint={t('listening.reason-hint')}
        options={REASONS.map((each) => ({ value: each, label: format.text(REFUSED_FOR[each][locale]) }))}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}

function Merge({ held, onDecide, onCancel }: ActProps & { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [into, setInto] = useState('');
  const shown = statementLines(held.state, locale).filter((line) => line.shown);
  return (
    <Form
      label={t('listening.merge')}
      submit={t('listening.merge-do')}
      onCancel={onCancel}
      onSubmit={async () => {
        if (into === '') return [{ name: 'into', message: t('listening.fault-into') }];
        await onDecide({ decision: 'merge', into });
        return undefined;
      }}
    >
      <SelectField
        name="into"
        label={t('listening.merge-into')}
        none={t('listening.merge-none')}
        options={shown.map(({ id, text }) => ({ value: id, label: format.text(text) }))}
        value={into}
        onChange={setInto}
      />
    </Form>
  );
}
