import { titleOf, valueOf } from '@tablee/domain/kernel';
import { actor, actorsAtTable } from '@tablee/domain/modules/actor';
import {
  type AgreementLine,
  agreement,
  clause,
  draftChanges,
  freezeAdvice,
} from '@tablee/domain/modules/agreement';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { ChangeList } from './change-list.tsx';

const REASONS = [
  'NoClauses',
  'SettleFirst',
  'AuthenticTextMissing',
  'AuthenticTextStale',
  'Unchanged',
] as const;

/** What keeps the text from being frozen now, or the way to do it; signatures that would lapse are named before. */
export function FreezePart({ line }: { readonly line: AgreementLine }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const [open, setOpen] = useState(false);
  const advice = freezeAdvice(view, line.id, line.state);
  const changes = line.current === undefined ? [] : draftChanges(view, line.id, line.state);
  const reason = REASONS.find((code) => code === advice.code);
  const conflicts = advice.conflicts.map((entity) => titleOf(clause, entity, locale) ?? '').join(', ');
  if (open) return <FreezeForm line={line} onDone={() => setOpen(false)} />;
  return (
    <>
      {changes.length > 0 && line.current !== undefined && (
        <Section title={t('agreement.changes-since', { version: line.current.number })}>
          <ChangeList changes={changes} />
        </Section>
      )}
      {advice.ready ? (
        <ActionRow>
          <ActionButton onPress={() => setOpen(true)}>{t('agreement.freeze')}</ActionButton>
        </ActionRow>
      ) : (
        reason !== undefined && (
          <Note>
            {t(`agreement.not-ready.${reason}`)} {format.text(conflicts)}
          </Note>
        )
      )}
    </>
  );
}

function FreezeForm({
  line,
  onDone,
}: {
  readonly line: AgreementLine;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const act = useAct();
  const here = actorsAtTable(view);
  const [chosen, setChosen] = useState<readonly string[]>(
    line.current?.signatories ??
      here
        .filter((entity) => ['core', 'partner'].includes(valueOf(actor, entity, 'ring') ?? ''))
        .map((entity) => entity.id),
  );
  const lapsing = line.signatures.signed;
  const submit = async () => {
    if (chosen.length === 0) return [{ name: 'signatories', message: t('agreement.signatories-missing') }];
    await act.command(
      'agreement.freeze',
      { entity: line.id, circle: agreement.circle },
      {
        signatories: [...chosen],
        ...(lapsing > 0 ? { lapse: true } : {}),
      },
    );
    onDone();
    return undefined;
  };
  return (
    <Form
      label={t('agreement.freeze')}
      submit={lapsing > 0 ? t('agreement.freeze-lapse', { n: lapsing }) : t('agreement.freeze-do')}
      onSubmit={submit}
      onCancel={onDone}
    >
      <p>{lapsing > 0 ? t('agreement.freeze-lapse-hint', { n: lapsing }) : t('agreement.freeze-hint')}</p>
      <ChoiceMany
        name="signatories"
        label={t('agreement.signatories')}
        options={here.map((entity) => ({
          value: entity.id,
          label: format.text(titleOf(actor, entity, locale) ?? ''),
        }))}
        values={chosen}
        onChange={setChosen}
      />
    </Form>
  );
}
