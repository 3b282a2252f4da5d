import type { Language } from '@tablee/domain/kernel';
import { type HalfPage, halfPages, QUARTER } from '@tablee/domain/modules/due';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { boundsOf, periodName } from '@tablee/domain/modules/reading';
import { formatDate } from '@tablee/domain/text';
import type { Asked } from './asked.ts';
import type { Block, Sheet } from './sheet.ts';

interface QuarterWords {
  readonly title: (quarter: string) => string;
  readonly kicker: (first: string, last: string) => string;
  readonly here: (count: number, of: number) => string;
  readonly done: string;
  readonly late: string;
  readonly need: string;
  readonly said: string;
  readonly noneNoted: string;
  readonly still: string;
  readonly stillLater: string;
}

const WORDS: { readonly [L in Language]: QuarterWords } = {
  fr: {
    title: (quarter) => `Point trimestriel, ${quarter}`,
    kicker: (first, last) => `Du ${first} au ${last}`,
    here: (count, of) => `Demi-pages reçues : ${count} sur ${of}, par ordre alphabétique.`,
    done: 'Ce qui est fait',
    late: 'Ce qui tarde',
    need: 'Ce dont nous avons besoin',
    said: 'Dit par lien ou sur papier',
    noneNoted: 'Rien à signaler ce trimestre.',
    still: 'Peuvent encore arriver',
    stillLater: 'Ces demi-pages seront ajoutées dès qu’elles arrivent.',
  },
  en: {
    title: (quarter) => `Quarterly page, ${quarter}`,
    kicker: (first, last) => `From ${first} to ${last}`,
    here: (count, of) => `Half pages received: ${count} of ${of}, in alphabetical order.`,
    done: 'What is done',
    late: 'What is late',
    need: 'What we need',
    said: 'Said by link or on paper',
    noneNoted: 'Nothing to report this quarter.',
    still: 'May still come',
    stillLater: 'These half pages are added as soon as they come.',
  },
};

const listed = (heading: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'note', text: heading },
        { kind: 'list', items },
      ];

const partnerBlocks = (page: HalfPage, words: QuarterWords): readonly Block[] => {
  const own = (said: string | undefined): readonly string[] => (said === undefined ? [] : [said]);
  const blocks = [
    ...listed(words.done, [...page.done, ...own(page.words.done)]),
    ...listed(words.late, [...page.late, ...own(page.words.late)]),
    ...listed(words.need, own(page.words.need)),
    ...listed(words.said, page.said),
  ];
  return [
    { kind: 'heading', text: page.name },
    ...(blocks.length === 0 ? [{ kind: 'note' as const, text: words.noneNoted }] : blocks),
  ];
};

/**
 * The half pages of a quarter (`2026-Q1`) as one document for the board; those that have not come are named without
 * blame. `undefined` when the id is no quarter.
 */
export const quarterSheet = (quarter: string, asked: Asked & { readonly now: string }): Sheet | undefined => {
  if (!QUARTER.test(quarter)) return undefined;
  const { language, view } = asked;
  const words = WORDS[language];
  const pages = halfPages(view, quarter, { today: asked.now.slice(0, 10), lang: language });
  const here = pages.filter((page) => page.here || page.done.length > 0);
  const awaited = pages.filter((page) => !here.includes(page));
  const { first, last } = boundsOf(quarter);
  return {
    title: words.title(periodName(quarter, language)),
    partnership: partnershipOf(view, language)?.name ?? '',
    kicker: words.kicker(formatDate(first, language), formatDate(last, language)),
    language,
    foot: asked.words.foot(asked.page),
    blocks: [
      { kind: 'note', text: words.here(here.length, pages.length) },
      ...here.flatMap((page) => partnerBlocks(page, words)),
      ...(awaited.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: words.still },
            { kind: 'list' as const, items: awaited.map(({ name }) => name) },
            { kind: 'note' as const, text: words.stillLater },
          ]),
    ],
  };
};
