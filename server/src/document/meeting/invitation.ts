import { type RecordEntity, textIn, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { letterNumber, letterSentAbout } from '@tablee/domain/modules/letter';
import {
  agenda,
  attendance,
  invitationState,
  meeting,
  slipCode,
  WANTED,
} from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { formatDate, formatMoment, formatTime, formatZone } from '@tablee/domain/text';
import { type Asked, writtenName } from '../asked.ts';
import { letterWordsIn } from '../letter/letter-words.ts';
import { type LetterheadAsked, letterheadFor } from '../letterhead.ts';
import type { Block, SentTo, Sheet } from '../sheet.ts';
import { type MeetingWords, meetingWordsIn } from './meeting-words.ts';

/** What an invitation says, whatever form it takes. */
export interface InvitationFacts {
  readonly entity: RecordEntity;
  readonly title: string;
  readonly partnership: string;
  /** The hour with its zone; absent while there is no date. */
  readonly when: string | undefined;
  readonly place: string | undefined;
  readonly off: boolean;
  /** People had been told something else before. */
  readonly changed: boolean;
}

/** The facts of a meeting as an invitation says them; `undefined` when it is not in view. */
export const invitationFacts = (
  id: string,
  { view, language, words }: Asked,
): InvitationFacts | undefined => {
  const entity = recordIn(view, 'meeting', id);
  if (entity === undefined) return undefined;
  const moment = valueOf(meeting, entity, 'moment');
  const when =
    moment === undefined
      ? undefined
      : `${formatMoment(moment.instant, moment.zone, language, { weekday: true })} (${formatZone(moment.zone, language)})`;
  return {
    entity,
    title: titleOf(meeting, entity, language) ?? words.untitled,
    partnership: partnershipOf(view, language)?.name ?? '',
    when,
    place: valueOf(meeting, entity, 'place')?.name,
    off: valueOf(meeting, entity, 'state') === 'cancelled',
    changed: invitationState(view, id).sequence > 0,
  };
};

/** The agenda as a table with its hours; a sentence while there is none. */
export const agendaBlocks = (entity: RecordEntity, asked: Asked, said: MeetingWords): readonly Block[] => {
  const { view, language } = asked;
  const opens = valueOf(meeting, entity, 'moment');
  const lines = agenda(view, entity.id, language);
  if (lines.length === 0) return [{ kind: 'paragraph', text: said.agendaLater }];
  const hour = (startsAt: number | undefined): string =>
    opens === undefined || startsAt === undefined
      ? ''
      : formatTime(
          new Date(Date.parse(opens.instant) + startsAt * 60_000).toISOString(),
          opens.zone,
          language,
        );
  const wanted = (key: string | undefined): string =>
    Object.entries(WANTED).find(([each]) => each === key)?.[1][language] ?? '';
  return [
    {
      kind: 'table',
      caption: said.agendaCaption,
      head: [said.time, said.item, said.purpose],
      rows: lines.map((line) => [hour(line.startsAt), line.title, wanted(line.wanted)]),
    },
  ];
};

const textBlocks = (heading: string, entity: RecordEntity, field: string, lang: string): readonly Block[] => {
  const held = textIn(entity, field, lang);
  return held === undefined
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'paragraph', text: held.text, lang: held.lang },
      ];
};

const slipBlocks = (
  row: RecordEntity,
  entity: RecordEntity,
  asked: Asked,
  said: MeetingWords,
): readonly Block[] => {
  const day = valueOf(meeting, entity, 'answerBy');
  return [
    { kind: 'heading', text: said.slip(slipCode(row.id)) },
    {
      kind: 'table',
      caption: said.slipCaption(day === undefined ? undefined : formatDate(day, asked.language)),
      head: said.slipHead,
      rows: [...said.slipRows, said.slipName].map((words) => [words, '']),
    },
  ];
};

const rowOf = (id: string, { view, organisation }: Asked): RecordEntity | undefined =>
  recordsIn(view, 'attendance').find(
    (row) =>
      valueOf(attendance, row, 'meeting') === id &&
      organisation !== undefined &&
      (row.id === organisation || valueOf(attendance, row, 'organisation') === organisation),
  );

const addressee = (row: RecordEntity | undefined, asked: Asked): readonly string[] => {
  const person = valueOf(attendance, row, 'person');
  const personName = valueOf(attendance, row, 'personName');
  return [
    writtenName(asked, { person, personName }),
    actorName(asked.view, valueOf(attendance, row, 'organisation')),
  ].filter((part) => part !== undefined);
};

const factRows = (
  facts: InvitationFacts,
  said: MeetingWords,
  noDate: string,
): readonly (readonly string[])[] => {
  const minutes = valueOf(meeting, facts.entity, 'minutesLong');
  const link = valueOf(meeting, facts.entity, 'link');
  return [
    [said.when, facts.when ?? noDate],
    ...(facts.place === undefined ? [] : [[said.where, facts.place]]),
    ...(minutes === undefined ? [] : [[said.how, said.length(minutes)]]),
    ...(link === undefined ? [] : [[said.link, link]]),
  ];
};

/** The letterhead, the number and the day of the letter by which they were invited, where the register has one. */
const sentTo = async (
  facts: InvitationFacts,
  row: RecordEntity | undefined,
  asked: InvitationAsked,
): Promise<SentTo> => {
  const { register, language, now } = asked;
  const { head, card } = await letterheadFor(asked, language);
  const words = letterWordsIn(language);
  const letter = letterSentAbout(register, facts.entity.id, {
    organisation: valueOf(attendance, row, 'organisation'),
    person: valueOf(attendance, row, 'person'),
  });
  const number = letter && letterNumber(letter.number, card?.numberPattern);
  const day = letter?.dated ?? letter?.fixed?.at.slice(0, 10) ?? now.slice(0, 10);
  return {
    head,
    number: number === undefined ? '' : words.number(number),
    date: words.date(card?.place, formatDate(day, language)),
    recipient: addressee(row, asked),
  };
};

/** What an invitation is made from, beside what a letterhead is. */
export interface InvitationAsked extends LetterheadAsked {
  /** What whoever has it made reads: of the register of letters, only the number and the day get onto the page. */
  readonly register: View;
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** The letter of invitation on the letterhead: to one organisation with its reply slip, or to nobody in particular. */
export const invitationSheet = async (id: string, asked: InvitationAsked): Promise<Sheet | undefined> => {
  const facts = invitationFacts(id, asked);
  if (facts === undefined) return undefined;
  const { language, words } = asked;
  const said = meetingWordsIn(language);
  const row = rowOf(id, asked);
  const opening = facts.off ? said.openingOff : facts.changed ? said.openingChanged : said.opening;
  const head: readonly Block[] = [{ kind: 'lead', text: opening(facts.partnership) }];
  const purpose = textIn(facts.entity, 'purpose', language);
  return {
    title: said.invitationTo(facts.title),
    partnership: facts.partnership,
    kicker: [
      ...(facts.off ? [said.calledOff] : facts.changed ? [said.newDate] : []),
      facts.when ?? words.noDate,
      ...(facts.place === undefined ? [] : [facts.place]),
    ].join('. '),
    language,
    foot: words.foot(asked.page),
    sent: await sentTo(facts, row, asked),
    blocks: facts.off
      ? head
      : [
          ...head,
          ...(purpose === undefined
            ? []
            : [{ kind: 'paragraph' as const, text: purpose.text, lang: purpose.lang }]),
          {
            kind: 'table',
            head: [said.facts, ''],
            rows: factRows(facts, said, words.noDate),
          },
          { kind: 'heading', text: said.agenda },
          ...agendaBlocks(facts.entity, asked, said),
          ...textBlocks(said.practical, facts.entity, 'practical', language),
          ...textBlocks(said.costs, facts.entity, 'costs', language),
          ...(row === undefined ? [] : slipBlocks(row, facts.entity, asked, said)),
        ],
  };
};
