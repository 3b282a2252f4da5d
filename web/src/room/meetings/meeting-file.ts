import { type Language, type RecordEntity, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { SECTOR } from '@tablee/domain/modules/actor';
import { ANSWER, attendanceSheet, COST_KIND, costsOf, meeting } from '@tablee/domain/modules/meeting';
import { currencyDecimals, dayOf } from '@tablee/domain/text';

/** A file that was handed to the browser. */
export interface Saved {
  readonly name: string;
}

/** In whose language, and the names that may be seen. */
export interface Writing {
  readonly lang: Language;
  readonly nameOf: (person: string) => string | undefined;
}

type Cell = { readonly value: string | number; readonly bold?: true };

const HEADS = {
  attendance: {
    fr: ['Groupe', 'Organisation', 'Nom', 'Attendu', 'Réponse', 'Présent'],
    en: ['Group', 'Organisation', 'Name', 'Expected', 'Answer', 'Present'],
  },
  costs: {
    fr: ['Quoi', 'Organisation', 'Nom', 'Montant', 'Monnaie', 'Payé', 'Pièce remise', 'Précision'],
    en: ['What', 'Organisation', 'Name', 'Amount', 'Currency', 'Paid', 'Receipt', 'Detail'],
  },
  sheets: { fr: ['Présences', 'Frais'], en: ['Attendance', 'Costs'] },
  total: { fr: 'Total', en: 'Total' },
  yes: { fr: 'oui', en: 'yes' },
} as const;

const head = (words: readonly string[]): readonly Cell[] => words.map((value) => ({ value, bold: true }));

/** A text that a spreadsheet would take for a formula keeps its apostrophe. */
const text = (value: string | undefined): Cell => ({
  value: /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? ''),
});

/** Who was expected and who was there, one line each, by group. */
export const attendanceRows = (
  view: View,
  id: string,
  { lang, nameOf }: Writing,
): readonly (readonly Cell[])[] => {
  const yes = (is: boolean): Cell => text(is ? HEADS.yes[lang] : '');
  return [
    head(HEADS.attendance[lang]),
    ...attendanceSheet(view, id).lines.map((line) => [
      text(line.sector === undefined ? '' : SECTOR[line.sector][lang]),
      text(line.organisationName),
      text(line.personName ?? (line.person === undefined ? '' : nameOf(line.person))),
      yes(line.expected),
      text(Object.entries(ANSWER).find(([key]) => key === line.answer)?.[1][lang]),
      yes(line.present),
    ]),
  ];
};

/** What was paid to whom, amounts as numbers, then one total per currency. */
export const costRows = (view: View, id: string, { lang, nameOf }: Writing): readonly (readonly Cell[])[] => {
  const { lines, totals } = costsOf(view, id);
  const yes = (is: boolean): Cell => text(is ? HEADS.yes[lang] : '');
  const major = (minor: number, currency: string): Cell => ({
    value: minor / 10 ** currencyDecimals(currency),
  });
  return [
    head(HEADS.costs[lang]),
    ...lines.map((line) => [
      text(COST_KIND[line.kind][lang]),
      text(line.organisationName),
      text(line.personName ?? (line.person === undefined ? '' : nameOf(line.person))),
      major(line.amount.minor, line.amount.currency),
      text(line.amount.currency),
      yes(line.paid),
      yes(line.receipt),
      text(line.note),
    ]),
    ...totals.map((total) => [
      { value: HEADS.total[lang], bold: true as const },
      text(''),
      text(''),
      { ...major(total.minor, total.currency), bold: true as const },
      text(total.currency),
    ]),
  ];
};

/** Hands the workbook of a meeting to the browser: attendance and costs, for the auditor. Works without a network. */
export const saveMeeting = async (view: View, entity: RecordEntity, writing: Writing): Promise<Saved> => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const { lang } = writing;
  const moment = valueOf(meeting, entity, 'moment');
  const day = moment === undefined ? undefined : dayOf(moment.instant, moment.zone);
  const title = (titleOf(meeting, entity, lang) ?? '').replace(/[\\/:*?"<>|\n]+/g, ' ').slice(0, 80);
  const cells = (rows: readonly (readonly Cell[])[]) =>
    rows.map((row) =>
      row.map(({ value, bold }) => {
        const style = bold === undefined ? {} : { fontWeight: 'bold' as const };
        if (value === '') return null;
        return typeof value === 'number'
          ? { value, type: Number, ...style }
          : { value: value.slice(0, 32_767), type: String, ...style };
      }),
    );
  const [first, second] = HEADS.sheets[lang];
  const blob = await writeXlsxFile([
    { data: cells(attendanceRows(view, entity.id, writing)), sheet: first },
    { data: cells(costRows(view, entity.id, writing)), sheet: second },
  ]).toBlob();
  const name = `${[day, title].filter((part) => part !== undefined && part !== '').join(' ')}.xlsx`;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return { name };
};
