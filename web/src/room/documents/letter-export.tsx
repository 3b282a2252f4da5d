import { memberState } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { CARRIAGE, LETTER_STAGE, type LetterLine, scanOf } from '@tablee/domain/modules/letter';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { saveFile } from '#page/save-file.ts';
import { writeCsv } from '#sheet/delimited.ts';
import { usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';

type Rows = readonly (readonly string[])[];

/** Takes the register along as a sheet, as it is narrowed on the screen, and the people who can be called. */
export function LetterExport({ lines }: { readonly lines: readonly LetterLine[] }): ReactNode {
  const { t, locale } = useLocale();
  const rows = useRegisterRows(lines);
  const phones = usePhoneRows();
  const save = async (name: string, all: Rows, form: 'xlsx' | 'csv'): Promise<void> => {
    const file = `${name} ${today()}.${form}`;
    if (form === 'csv')
      return saveFile(
        file,
        new Blob([writeCsv(all, locale === 'fr' ? ';' : ',')], { type: 'text/csv;charset=utf-8' }),
      );
    // The writer of spreadsheets is loaded with the first one.
    const { workbookFile } = await import('#sheet/workbook-file.ts');
    saveFile(file, await workbookFile(name, all));
  };
  return (
    <ActionRow>
      {(['xlsx', 'csv'] as const).map((form) => (
        <ActionButton key={form} kind="quiet" onPress={() => void save(t('letter.register'), rows, form)}>
          {t(`letter.export.${form}`)}
        </ActionButton>
      ))}
      {phones.length > 1 && (
        <ActionButton kind="quiet" onPress={() => void save(t('letter.phones'), phones, 'xlsx')}>
          {t('letter.export.phones')}
        </ActionButton>
      )}
    </ActionRow>
  );
}

const useRegisterRows = (lines: readonly LetterLine[]): Rows => {
  const people = usePeople();
  const { t, locale } = useLocale();
  const numbers = new Map(lines.map((line) => [line.id, line.number ?? '']));
  const head = [
    t('letter.direction'),
    t('letter.number'),
    t('letter.subject'),
    t('letter.organisation'),
    t('letter.person'),
    t('letter.dated'),
    t('letter.sent'),
    t('letter.how'),
    t('letter.arrived'),
    t('letter.scan'),
    t('letter.answer-by'),
    t('letter.answers'),
    t('letter.stage'),
  ];
  const cells = ({ state, stage, ...line }: LetterLine): readonly string[] => [
    t(`letter.direction.${state.direction}`),
    line.number ?? '',
    line.subject,
    line.organisationName ?? '',
    people.find(state.person ?? '')?.name ?? '',
    state.dated ?? '',
    state.sent?.on ?? '',
    state.sent === null ? '' : CARRIAGE[state.sent.how][locale],
    state.arrived?.on ?? '',
    scanOf(state.arrived?.scan)?.name ?? '',
    state.replyDue ?? '',
    numbers.get(state.answers ?? '') ?? '',
    LETTER_STAGE[stage][locale],
  ];
  return [head, ...lines.map(cells)];
};

/** Everybody whose telephone I may see: who follows up a letter calls. */
const usePhoneRows = (): Rows => {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const organisationOf = (id: string): string => {
    const entity = view.get(id);
    if (entity?.kind !== 'process' || entity.type !== 'member') return '';
    return actorName(view, memberState.read(entity.state).organisation) ?? '';
  };
  const rows = people.all
    .filter((card) => card.phone !== undefined)
    .map(({ id, name, designation, phone, email }) => [
      name ?? '',
      designation ?? '',
      organisationOf(id),
      phone ?? '',
      email ?? '',
    ]);
  const head = [
    t('letter.name'),
    t('letter.position'),
    t('letter.organisation'),
    t('letter.phone'),
    t('letter.email'),
  ];
  return [head, ...rows];
};
