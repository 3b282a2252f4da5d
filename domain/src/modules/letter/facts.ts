import { titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { formatDate, formatMoment } from '@tablee/domain/text';
import { actorName } from '../actor/index.ts';
import { document } from '../document/index.ts';
import { agenda, meeting } from '../meeting/index.ts';
import { partnershipOf } from '../partnership/index.ts';
import { processIn, recordIn } from '../reading/index.ts';
import { currentText } from '../wording/index.ts';
import type { LetterFacts } from './draft.ts';
import { letterState } from './state.ts';
import { letterheadOf, letterLine } from './views.ts';

/** What a letter is about, as its form knows it. */
export interface LetterAbout {
  readonly organisation?: string | undefined;
  /** From the person's card. */
  readonly position?: string | undefined;
  /** A meeting or a document. */
  readonly about?: string | undefined;
  /** The letter that it recalls or answers. */
  readonly earlier?: string | undefined;
  /** ISO day. */
  readonly answerBy?: string | undefined;
}

/** The facts that fill a letter, from what its author may see, in the language of the letter. */
export const letterFacts = (view: View, asked: LetterAbout, lang: 'fr' | 'en'): LetterFacts => ({
  partnership: partnershipOf(view, lang)?.name || letterheadOf(view, lang)?.name || '',
  problem: opening(currentText(view, 'problem', lang)?.text),
  organisation: actorName(view, asked.organisation),
  position: asked.position,
  meeting: meetingFacts(view, asked.about, lang),
  enclosed: enclosedTitle(view, asked.about, lang),
  earlier: earlierFacts(view, asked.earlier, lang),
  answerBy: asked.answerBy ? formatDate(asked.answerBy, lang) : undefined,
});

/** The first sentence of a text, for a letter that has one line for it. */
const opening = (text: string | undefined): string | undefined =>
  text === undefined || text.length <= 240
    ? text
    : (/^[\s\S]{1,300}?[.!?…](?=\s|$)/.exec(text)?.[0] ?? undefined);

const meetingFacts = (view: View, id: string | undefined, lang: 'fr' | 'en'): LetterFacts['meeting'] => {
  const entity = recordIn(view, 'meeting', id);
  if (entity === undefined) return undefined;
  const moment = valueOf(meeting, entity, 'moment');
  return {
    title: titleOf(meeting, entity, lang) ?? '',
    when: moment && formatMoment(moment.instant, moment.zone, lang),
    place: valueOf(meeting, entity, 'place')?.name,
    purpose: valueOf(meeting, entity, 'purpose')?.text,
    agenda: agenda(view, entity.id, lang).map((item) => item.title),
  };
};

const enclosedTitle = (view: View, id: string | undefined, lang: string): string | undefined => {
  const entity = recordIn(view, 'document', id);
  return entity && titleOf(document, entity, lang);
};

const earlierFacts = (view: View, id: string | undefined, lang: 'fr' | 'en'): LetterFacts['earlier'] => {
  if (processIn(view, letterState, id) === undefined) return undefined;
  const line = letterLine(view, id, '', lang);
  return (
    line && {
      number: line.number,
      date: formatDate(line.state.dated ?? line.on, lang),
      subject: line.subject,
    }
  );
};
