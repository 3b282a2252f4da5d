import type { Language } from '@tablee/domain/kernel';
import { coreConsents, coreSeats } from '@tablee/domain/modules/core-group';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { standingWords } from '@tablee/domain/modules/request';
import { currentVersion, type Position, STANCE, versionIn, wordingOf } from '@tablee/domain/modules/wording';
import { formatDate } from '@tablee/domain/text';
import type { BriefingAsked } from './letter/briefing.ts';
import type { Block, Sheet } from './sheet.ts';

interface Words {
  readonly title: string;
  readonly version: (number: number, date: string) => string;
  readonly members: string;
}

const WORDS: { readonly [L in Language]: Words } = {
  fr: {
    title: 'Notre façon de travailler',
    version: (number, date) => `Version ${number}, ${date}`,
    members: 'Les membres du noyau',
  },
  en: {
    title: 'How we work together',
    version: (number, date) => `Version ${number}, ${date}`,
    members: 'The members of the core group',
  },
};

/** The stance, its day, and on what footing it is given, with all that makes it firm. */
const saidOf = (position: Position, language: Language): string =>
  `${STANCE[position.stance][language]}, ${formatDate(position.at.slice(0, 10), language)}. ${standingWords(position, language)}.`;

const seats = (asked: BriefingAsked): readonly Block[] => {
  const { view, language, nameOf } = asked;
  const words = WORDS[language];
  const consents = coreConsents(view);
  const lines = coreSeats(view, asked.now.slice(0, 10), language)
    .filter((seat) => !seat.over)
    .map((seat) => {
      const person = (seat.person === undefined ? undefined : nameOf(seat.person)) ?? seat.personName;
      const consent = consents.get(seat.id);
      return {
        organisation: [person, seat.organisationName].filter((part) => part !== undefined).join(', ') || '–',
        said: consent?.state === 'agrees' ? saidOf(consent.position, language) : '',
      };
    });
  return lines.length === 0 ? [] : [{ kind: 'signatures', heading: words.members, lines }];
};

/** The working agreement of the core group on one page: its words, then each member with what they said of them, or a line to sign. */
export const workingAgreementSheet = (id: string, asked: BriefingAsked): Sheet | undefined => {
  const { view, language } = asked;
  const found = wordingOf(view, 'workingAgreement');
  const version = found?.id === id ? currentVersion(found.state) : undefined;
  const text = version && versionIn(version, language);
  if (version === undefined || text === undefined) return undefined;
  const words = WORDS[language];
  return {
    title: words.title,
    partnership: partnershipOf(view, language)?.name ?? '',
    kicker: words.version(version.number, formatDate(version.at.slice(0, 10), language)),
    language,
    foot: asked.words.foot(asked.page),
    blocks: [
      ...text.text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line): Block => ({ kind: 'paragraph', text: line.trim(), lang: text.lang })),
      ...seats(asked),
    ],
  };
};
