import { POLL_ANSWER, type PollAnswer, type PollOption } from '@tablee/domain/modules/poll';
import { DATE_WORDS, type RequestAnswer } from '@tablee/domain/modules/request';
import { formatMoment, formatZone, typography } from '@tablee/domain/text';
import { html } from 'hono/html';
import type { Form, Visit } from './door.ts';
import { choice, type Piece } from './page.ts';
import type { RequestDoor } from './request-door.ts';

type Dates = NonNullable<RequestAnswer['dates']>;

const isAnswer = (value: string | undefined): value is PollAnswer =>
  value !== undefined && Object.hasOwn(POLL_ANSWER, value);

const ANSWERS: readonly PollAnswer[] = ['yes', 'ifNeeded', 'no'];

const fieldOf = (option: number): string => `date-${option}`;

const written = ({ tongue }: Visit, { instant, zone }: PollOption): string =>
  formatMoment(instant, zone, tongue, { weekday: true });

/** One question per date: yes, if needed, no. Hours are those of the zone in which they are offered. */
export const pollFields = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { say, tongue } = at;
  const dates = door.subject.dates ?? [];
  const zone = dates[0]?.zone;
  const named = zone === undefined ? '' : formatZone(zone, tongue);
  return html`${
    named === ''
      ? ''
      : html`<p class="soft">${say({
          fr: `Heures : ${named}. Une date laissée vide veut dire : je ne sais pas encore.`,
          en: `Times: ${named}. A date left empty means: I do not know yet.`,
          de: `Uhrzeiten: ${named}. Ein leerer Termin heißt: Ich weiß es noch nicht.`,
          es: `Horas: ${named}. Una fecha vacía quiere decir: todavía no lo sé.`,
        })}</p>`
  }
${dates.map(
  (date) =>
    html`<fieldset class="date"><legend>${written(at, date)}</legend><div class="row">${ANSWERS.map(
      (answer) =>
        choice(say(DATE_WORDS[answer]), {
          name: fieldOf(date.number),
          value: answer,
          checked: form[fieldOf(date.number)] === answer,
        }),
    )}</div></fieldset>`,
)}`;
};

/** What was said to the dates before, as the form holds it. */
export const heldDates = (dates: Dates | undefined): Form =>
  Object.fromEntries((dates ?? []).map(({ option, answer }) => [fieldOf(option), answer]));

/** What a form says to the dates on offer; a date without a word is left out. */
export const readDates = (door: RequestDoor, form: Form): Dates =>
  (door.subject.dates ?? []).flatMap(({ number }) => {
    const answer = form[fieldOf(number)];
    return isAnswer(answer) ? [{ option: number, answer }] : [];
  });

/** What is recorded, one line per date. */
export const saidDates = (at: Visit, said: Dates, dates: readonly PollOption[]): readonly string[] =>
  dates.flatMap((date) => {
    const found = said.find(({ option }) => option === date.number);
    if (found === undefined) return [];
    const colon = at.tongue === 'fr' ? ' :' : ':';
    return [typography(`${written(at, date)}${colon} ${at.say(DATE_WORDS[found.answer])}`, at.tongue)];
  });
