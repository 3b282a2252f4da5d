import { textOf } from '@tablee/domain/kernel';
import { endingView } from '@tablee/domain/modules/ending';
import { lessonsFor } from '@tablee/domain/modules/lesson';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Prose } from '#ui/prose.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import { Part, type PartProps, useMaySettle, useSettle } from './part.tsx';

/** Whom we thank, in our own words. */
export function ThanksPart({ held }: PartProps): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const may = useMaySettle(held);
  const [open, setOpen] = useState(false);
  const { thanks } = held.state;
  const text = textOf(thanks?.text ?? undefined);
  return (
    <Part id="thanks" settled={endingView(view, held.state).settled.thanks}>
      {text !== undefined && <Prose text={text} lang={locale} shared />}
      {thanks && <p className="note">{t('ending.thanks-row', { n: thanks.organisations.length })}</p>}
      {open ? (
        <ThanksForm held={held} onDone={() => setOpen(false)} />
      ) : (
        may && (
          <ActionRow>
            <ActionButton onPress={() => setOpen(true)}>{t('ending.thanks-say')}</ActionButton>
          </ActionRow>
        )
      )}
    </Part>
  );
}

function ThanksForm({ held, onDone }: PartProps & { readonly onDone: () => void }): ReactNode {
  const settle = useSettle(held);
  const organisations = useOrganisations();
  const { t } = useLocale();
  const [chosen, setChosen] = useState<readonly string[]>(
    held.state.thanks?.organisations ?? organisations.map((each) => each.value),
  );
  const [text, setText] = useState(textOf(held.state.thanks?.text ?? undefined) ?? '');
  return (
    <Form
      label={t('ending.thanks-say')}
      submit={t('ending.thanks-say')}
      onCancel={onDone}
      onSubmit={async () => {
        if (text.trim() === '') return [{ name: 'text', message: t('ending.thanks-missing') }];
        await settle('thank', { organisations: [...chosen], text: text.trim() });
        onDone();
        return undefined;
      }}
    >
      <ChoiceMany
        label={t('ending.thanks-whom')}
        options={organisations}
        values={chosen}
        onChange={setChosen}
      />
      <TextField
        name="text"
        label={t('ending.thanks-text')}
        rows={4}
        value={text}
        onChange={setText}
        shared
      />
    </Form>
  );
}

/** What the next ones should know; it lives in its own room. */
export function LessonsPart({ held }: PartProps): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (
    <Part id="lessons" settled={endingView(view, held.state).settled.lessons}>
      <p>{t('ending.lessons-row', { n: lessonsFor(view, 'us').length })}</p>
      <ActionRow>
        <ActionButton href={addressOf(store.space, 'lessons')}>{t('ending.lessons-go')}</ActionButton>
      </ActionRow>
    </Part>
  );
}
