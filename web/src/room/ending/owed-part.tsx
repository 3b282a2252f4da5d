import { textOf } from '@tablee/domain/kernel';
import { commitments } from '@tablee/domain/modules/commitment';
import { endingView } from '@tablee/domain/modules/ending';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Part, type PartProps, useMaySettle, useSettle } from './part.tsx';

/** What is still owed: which commitments outlive the partnership, and anything else in words. */
export function OwedPart({ held }: PartProps): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const may = useMaySettle(held);
  const [open, setOpen] = useState(false);
  const { owed } = held.state;
  const text = textOf(owed?.text ?? undefined);
  const running = commitments(view, today(), locale).filter((each) => each.state === 'open').length;
  return (
    <Part id="owed" settled={endingView(view, held.state).settled.owed}>
      <p>
        {owed === null
          ? t('ending.owed-open', { n: running })
          : owed.nothing
            ? t('ending.owed-none-said')
            : t('ending.owed-said', { n: owed.commitments.length })}
      </p>
      {text !== undefined && <p>{format.text(text)}</p>}
      {open ? (
        <OwedForm held={held} onDone={() => setOpen(false)} />
      ) : (
        may && (
          <ActionRow>
            <ActionButton onPress={() => setOpen(true)}>{t('ending.owed-say')}</ActionButton>
          </ActionRow>
        )
      )}
    </Part>
  );
}

function OwedForm({ held, onDone }: PartProps & { readonly onDone: () => void }): ReactNode {
  const view = useView();
  const settle = useSettle(held);
  const { t, locale } = useLocale();
  const format = useFormat();
  const running = commitments(view, today(), locale).filter((each) => each.state === 'open');
  const [chosen, setChosen] = useState<readonly string[]>(
    held.state.owed?.commitments ?? running.map((each) => each.id),
  );
  const [text, setText] = useState(textOf(held.state.owed?.text ?? undefined) ?? '');
  return (
    <Form
      label={t('ending.owed-say')}
      submit={t('ending.owed-say')}
      onCancel={onDone}
      onSubmit={async () => {
        const more = text.trim();
        await settle('sayOwed', {
          nothing: chosen.length === 0 && more === '',
          commitments: [...chosen],
          ...(more === '' ? {} : { text: more }),
        });
        onDone();
        return undefined;
      }}
    >
      {running.length > 0 && (
        <ChoiceMany
          label={t('ending.owed-which')}
          options={running.map((each) => ({
            value: each.id,
            label: format.text(each.what),
            ...(each.ownerName === undefined ? {} : { hint: each.ownerName }),
          }))}
          values={chosen}
          onChange={setChosen}
        />
      )}
      <TextField label={t('ending.owed-text')} rows={2} value={text} onChange={setText} optional />
    </Form>
  );
}
