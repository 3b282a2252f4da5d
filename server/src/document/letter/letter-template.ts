import type { Language } from '@tablee/domain/kernel';
import { composeLetter, type LetterFacts, type LetterTone } from '@tablee/domain/modules/letter';
import { libraryWordsIn } from '../library/library-words.ts';
import { type LetterSheet, letterBody } from './letter-sheet.ts';
import { letterWordsIn } from './letter-words.ts';

/** What the invented valley wrote: an invitation to its first joint meeting. */
const VALLEY: { readonly [lang in Language]: Valley } = {
  fr: {
    facts: {
      partnership: 'L’eau de la vallée',
      problem: 'de février à mai, la moitié des familles marche plus d’une demi-heure pour trouver de l’eau',
      meeting: {
        title: 'première rencontre commune',
        when: 'jeudi 12 mars 2026, à 9 heures',
        place: 'mairie de Kasanga',
        purpose: 'S’entendre sur les mots du problème et sur ce que chacun peut mesurer',
        agenda: ['Ce que chaque groupe a dit', 'Ce que nous voyons pareil', 'Trois premiers pas'],
      },
      answerBy: '5 mars 2026',
    },
    to: {
      state: { organisation: 'Ministère de l’Eau', position: 'Secrétaire permanent' },
      plain: { organisation: 'Fédération des habitants' },
    },
    head: 'L’eau de la vallée',
    lines: ['BP 12, Kasanga', 'bonjour@eau-vallee.example'],
    date: 'Kasanga, le 16 février 2026',
    signature: ['La coordinatrice du secrétariat', 'Esther Mulando'],
    blank: {
      partnership: '[nom du partenariat]',
      head: '[en-tête]',
      lines: ['[adresse]', '[contact]'],
      date: '[lieu], le [date]',
      recipient: ['[nom]', '[fonction]', '[organisation]'],
      signature: ['[qualité]', '[nom]'],
    },
    fills: 'Tablée remplit : en-tête, destinataire, réunion, ordre du jour, numéro, date et signature.',
  },
  en: {
    facts: {
      partnership: 'Valley Water',
      problem: 'from February to May half of the families walk more than half an hour for water',
      meeting: {
        title: 'first joint meeting',
        when: 'Thursday, 12 March 2026, 9 a.m.',
        place: 'Kasanga town hall',
        purpose: 'To agree on the words of the problem and on what each of us can measure',
        agenda: ['What each group said', 'What we see alike', 'Three first steps'],
      },
      answerBy: '5 March 2026',
    },
    to: {
      state: { organisation: 'Ministry of Water', position: 'Permanent Secretary' },
      plain: { organisation: 'Residents’ federation' },
    },
    head: 'Valley Water',
    lines: ['PO Box 12, Kasanga', 'hello@valley-water.example'],
    date: 'Kasanga, 16 February 2026',
    signature: ['Coordinator of the secretariat', 'Esther Mulando'],
    blank: {
      partnership: '[name of the partnership]',
      head: '[letterhead]',
      lines: ['[address]', '[contact]'],
      date: '[place], [date]',
      recipient: ['[name]', '[function]', '[organisation]'],
      signature: ['[title]', '[name]'],
    },
    fills: 'Tablée fills in: letterhead, addressee, meeting, agenda, number, date and signature.',
  },
};

interface Valley {
  readonly facts: LetterFacts;
  readonly to: { readonly [tone in LetterTone]: Pick<LetterFacts, 'organisation' | 'position'> };
  readonly head: string;
  readonly lines: readonly string[];
  readonly date: string;
  readonly signature: readonly string[];
  readonly blank: {
    readonly partnership: string;
    readonly head: string;
    readonly lines: readonly string[];
    readonly date: string;
    readonly recipient: readonly string[];
    readonly signature: readonly string[];
  };
  /** Which fields the product fills. */
  readonly fills: string;
}

/** The invitation as a template: from the texts of the letters' module, its blanks in brackets, or as the valley wrote it. */
export const letterTemplateSheet = (tone: LetterTone, language: Language, filled: boolean): LetterSheet => {
  const { blank, fills, ...valley } = VALLEY[language];
  const facts: LetterFacts = filled
    ? { ...valley.facts, ...valley.to[tone] }
    : { partnership: blank.partnership };
  const words = letterWordsIn(language);
  const library = libraryWordsIn(language);
  const draft = composeLetter({ template: 'invitation', tone, lang: language, civility: 'neutral' }, facts);
  const shown = filled ? valley : blank;
  return {
    title: draft.subject,
    partnership: facts.partnership,
    language,
    head: { name: shown.head, lines: shown.lines, logoWords: words.logo(shown.head), foot: [] },
    number: filled ? words.number('014') : words.numberLater,
    date: shown.date,
    standing: filled ? library.filled : library.blank,
    recipient: filled
      ? [facts.position, facts.organisation].filter((line) => line !== undefined)
      : blank.recipient,
    subjectLabel: words.subject,
    salutation: draft.salutation,
    ...letterBody(draft.body),
    closing: draft.closing,
    signature: shown.signature,
    foot: fills,
  };
};
