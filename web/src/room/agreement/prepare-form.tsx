import { changeRecord } from '@tablee/domain/kernel';
import {
  AGREEMENT_KIND,
  type AgreementKind,
  type AgreementLine,
  agreement,
} from '@tablee/domain/modules/agreement';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useLanguages } from '#register/use-languages.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { Choice, ChoiceMany } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { useLocation } from '#ui/location.ts';
import { TextField } from '#ui/text-field.tsx';
import { looseClauses } from './agreement-room.ts';

const KINDS = [
  'memorandum',
  'charter',
  'convention',
  'frameworkAgreement',
] as const satisfies readonly AgreementKind[];

/**
 * What the text is called, what it is, and in which languages it is authentic, the prevailing one first. Clauses that
 * named no agreement go to the first one, so that a second does not take them over.
 */
export function PrepareForm({
  all,
  onDone,
}: {
  readonly all: readonly AgreementLine[];
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const view = useView();
  const { store } = useOpenSpace();
  const [, go] = useLocation();
  const spoken = useLanguages();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<AgreementKind>('memorandum');
  const [languages, setLanguages] = useState<readonly string[]>([locale]);
  const name = new Intl.DisplayNames([locale], { type: 'language' });
  const label = t(all.length === 0 ? 'agreement.prepare' : 'agreement.prepare-other');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    if (title.trim() === '') faults.push({ name: 'title', message: t('agreement.title-missing') });
    if (languages.length === 0) faults.push({ name: 'languages', message: t('agreement.language-missing') });
    if (faults.length > 0) return faults;
    const id = act.newId();
    await act.command(
      'agreement.prepare',
      { entity: id, circle: agreement.circle },
      {
        title: title.trim(),
        kind,
        languages: [...languages],
      },
    );
    for (const entity of looseClauses(view))
      await act.issue(changeRecord(act.ticket(), entity, { agreement: all[0]?.id ?? id }));
    onDone();
    if (all.length > 0) go(addressOf(store.space, 'agreement', id));
    return undefined;
  };
  return (
    <Form label={label} submit={label} onSubmit={submit} onCancel={onDone}>
      <TextField name="title" label={t('agreement.name')} value={title} onChange={setTitle} autoFocus />
      <Choice
        name="kind"
        label={t('agreement.kind')}
        options={KINDS.map((value) => ({ value, label: format.text(AGREEMENT_KIND[value][locale]) }))}
        value={kind}
        onChange={setKind}
      />
      <ChoiceMany
        name="languages"
        label={t('agreement.languages')}
        hint={t('agreement.languages-hint')}
        options={spoken.map((value) => ({ value, label: name.of(value) ?? value }))}
        values={languages}
        onChange={setLanguages}
      />
    </Form>
  );
}
