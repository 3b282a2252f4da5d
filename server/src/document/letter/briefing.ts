import { actorName, actorsAtTable } from '@tablee/domain/modules/actor';
import {
  type Hanging,
  hangingOn,
  officeChangeOf,
  type Speaker,
  whoMaySpeak,
} from '@tablee/domain/modules/mandate';
import { nextMeeting } from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { HeldPosition } from '@tablee/domain/modules/position';
import { currentText } from '@tablee/domain/modules/wording';
import { formatDate, formatMoment } from '@tablee/domain/text';
import type { Asked } from '../asked.ts';
import type { Block, Sheet } from '../sheet.ts';
import { type BriefingWords, briefingWordsIn } from './briefing-words.ts';

/** What a briefing is made from: beside what all documents are, the hour of its data. */
export interface BriefingAsked extends Asked {
  /** UTC instant. */
  readonly now: string;
}

/** One thing asked for, with its heading; the words of its absence when there is none. */
const listed = (heading: string, items: readonly string[], none: string): readonly Block[] => [
  { kind: 'heading', text: heading },
  items.length === 0 ? { kind: 'note', text: none } : { kind: 'list', items },
];

const titleOfPosition = ({ kind, title }: HeldPosition, words: BriefingWords): string =>
  kind === 'document' || kind === 'decision' ? (title ?? '–') : words.text[kind];

const openBlocks = (id: string, hanging: Hanging, asked: BriefingAsked): readonly Block[] => {
  const words = briefingWordsIn(asked.language);
  const until = officeChangeOf(asked.view, id)?.state.suspendedUntil;
  const votes = hanging.votes.map(({ question, state }) =>
    words.vote(question ?? '–', formatMoment(state.deadline.instant, state.deadline.zone, asked.language)),
  );
  return [
    ...listed(words.open, votes, words.openNone),
    ...(until
      ? [{ kind: 'paragraph' as const, text: words.suspended(formatDate(until, asked.language)) }]
      : []),
  ];
};

const waitingBlocks = (hanging: Hanging, { language, words: common }: BriefingAsked): readonly Block[] => {
  const words = briefingWordsIn(language);
  const seats = hanging.seats.map(({ body }) => words.seat(body));
  const hasNothing = seats.length === 0 && hanging.commitments.length === 0;
  return [
    { kind: 'heading', text: words.waits },
    ...(hasNothing ? [{ kind: 'note' as const, text: words.waitsNone }] : []),
    ...(seats.length === 0 ? [] : [{ kind: 'list' as const, items: seats }]),
    ...(hanging.commitments.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: words.waitsCaption,
            head: [common.what, common.when],
            rows: hanging.commitments.map((owed) => [
              owed.what,
              owed.due === undefined ? common.noDate : formatDate(owed.due, language),
            ]),
          },
        ]),
  ];
};

const speakerLine = (speaker: Speaker, asked: BriefingAsked): string => {
  const words = briefingWordsIn(asked.language);
  return `${asked.nameOf(speaker.person) ?? '–'} (${words.role[speaker.role]})`;
};

const whoTable = (asked: BriefingAsked): readonly Block[] => {
  const words = briefingWordsIn(asked.language);
  const day = asked.now.slice(0, 10);
  return [
    { kind: 'heading', text: words.who },
    {
      kind: 'table',
      caption: words.whoCaption,
      head: [asked.words.organisation, words.speaks],
      rows: actorsAtTable(asked.view).map(({ id }) => [
        actorName(asked.view, id) ?? '–',
        whoMaySpeak(asked.view, id, day)
          .map((speaker) => speakerLine(speaker, asked))
          .join(', ') || words.nobody,
      ]),
    },
  ];
};

/** Two pages for somebody who takes office in an organisation, from live data; `undefined` when it is not known. */
export const briefingSheet = (id: string, asked: BriefingAsked): Sheet | undefined => {
  const { view, language, now } = asked;
  const name = actorName(view, id);
  if (name === undefined) return undefined;
  const words = briefingWordsIn(language);
  const hanging = hangingOn(view, id, { now, lang: language });
  const problem = currentText(view, 'problem', language);
  const next = nextMeeting(view, now, language);
  const meetings =
    next?.instant === undefined
      ? []
      : [words.meeting(next.title, formatMoment(next.instant, next.zone ?? 'UTC', language), next.place)];
  const kept = [
    ...hanging.confirmed.map((held) => titleOfPosition(held, words)),
    ...hanging.signatures.map((one) => words.signed(one.title, formatDate(one.date, language))),
  ];
  return {
    title: words.title(name),
    partnership: partnershipOf(view, language)?.name ?? '',
    kicker: words.kicker(formatDate(now.slice(0, 10), language)),
    language,
    foot: asked.words.foot(asked.page),
    blocks: [
      { kind: 'heading', text: words.together },
      ...(problem === undefined ? [] : [{ kind: 'lead' as const, text: problem.text, lang: problem.lang }]),
      { kind: 'note', text: words.partners(actorsAtTable(view).length) },
      ...listed(words.stays, kept, words.staysNone),
      ...openBlocks(id, hanging, asked),
      ...waitingBlocks(hanging, asked),
      ...listed(words.next, meetings, words.nextNone),
      { kind: 'paragraph', text: words.nextFree },
      ...whoTable(asked),
    ],
  };
};
