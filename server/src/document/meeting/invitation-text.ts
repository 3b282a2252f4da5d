import { textIn, valueOf } from '@tablee/domain/kernel';
import { agenda, meeting } from '@tablee/domain/modules/meeting';
import { formatDate } from '@tablee/domain/text';
import type { Asked } from '../asked.ts';
import type { InvitationFacts } from './invitation.ts';
import { meetingWordsIn } from './meeting-words.ts';

/** An invitation as plain text, for an e-mail. */
export interface InvitationLines {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const LINK = {
  fr: 'Pour dire si vous venez : le lien ci-dessous est le vôtre, une minute suffit, sans compte.',
  en: 'To say whether you are coming: the link below is yours, one minute is enough, no account needed.',
} as const;

/** A colon as the language sets it; typography turns the space of French into the right one. */
const COLON = { fr: ' :', en: ':' } as const;

const agendaText = ({ entity }: InvitationFacts, { view, language }: Asked): readonly string[] => {
  const lines = agenda(view, entity.id, language);
  const heading = meetingWordsIn(language).agenda;
  return lines.length === 0
    ? []
    : [
        `${heading}${COLON[language]}\n${lines.map((line, index) => `${index + 1}. ${line.title}`).join('\n')}`,
      ];
};

/** What is said to somebody in an e-mail; `url` is their personal link, absent for a cancellation. */
export const invitationLines = (
  facts: InvitationFacts,
  asked: Asked,
  url: string | undefined,
): InvitationLines => {
  const { language, words } = asked;
  const said = meetingWordsIn(language);
  const { entity, partnership, title, place, off, changed } = facts;
  const when = facts.when ?? words.noDate;
  const opening = off ? said.openingOff : changed ? said.openingChanged : said.opening;
  const mark = off
    ? `${said.calledOff}${COLON[language]} `
    : changed
      ? `${said.newDate}${COLON[language]} `
      : '';
  const where = [when, place].filter((part) => part !== undefined).join(', ');
  const field = (name: 'purpose' | 'practical' | 'costs'): string | undefined =>
    textIn(entity, name, language)?.text;
  const headed = (heading: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [`${heading}${COLON[language]}\n${text}`];
  const answerBy = valueOf(meeting, entity, 'answerBy');
  const details = off
    ? []
    : [
        ...(field('purpose') === undefined ? [] : [field('purpose') ?? '']),
        ...agendaText(facts, asked),
        ...headed(said.practical, field('practical')),
        ...headed(said.costs, field('costs')),
        ...(url === undefined ? [] : [LINK[language]]),
        ...(answerBy === undefined ? [] : [said.answerBy(formatDate(answerBy, language))]),
      ];
  return {
    subject: `${partnership}${COLON[language]} ${mark}${title}`,
    paragraphs: [opening(partnership), `${title}\n${where}`, ...details],
  };
};
