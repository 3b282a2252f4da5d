import { type Language, textOf, type View, valueOf } from '@tablee/domain/kernel';
import { missingVoices } from '../actor/index.ts';
import { overdue } from '../commitment/index.ts';
import { homeOf, homeOfHeld } from '../compass/index.ts';
import { contextSides } from '../context/index.ts';
import { decisions, decisionsToReview } from '../decision/index.ts';
import { allFlags } from '../flag/index.ts';
import { agenda, agendaItem, caughtLines, meeting, meetings } from '../meeting/index.ts';
import type { Place, Room } from '../partnership/index.ts';
import { isTakenBack, opensAs, positionedTexts, textAbout, wordsOfVersion } from '../position/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';
import { template } from '../sentence/index.ts';
import { countPositions } from '../wording/index.ts';
import { shortened } from './asked.ts';
import { ofMeetings, ofRequests } from './open-meeting.ts';
import type { FoundPoint, OpenAsked, OpenPoint } from './open-shape.ts';

/** How long an item usually takes, in minutes, by what it is for. */
const USUAL_MINUTES = { inform: 5, discuss: 15, decide: 20 } as const;
/** Minutes to approve what was read before. */
const APPROVAL_MINUTES = 5;

const overdueTitle = template<{ what: string; who: string }>('open.overdue', ({ what, who }) => ({
  fr: who === '' ? `Où en est : ${what}` : `Où en est ${who} : ${what}`,
  en: who === '' ? `Where this stands: ${what}` : `Where ${who} stands: ${what}`,
}));
const voiceTitle = template<{ name: string }>('open.voice', ({ name }) => ({
  fr: `Comment faire venir : ${name}`,
  en: `How to bring in: ${name}`,
}));
const objectionTitle = template<{ text: string; count: number }>('open.objection', ({ text, count }) => ({
  fr: `${count === 1 ? 'Une objection' : `${count} objections`} : ${text}`,
  en: `${count === 1 ? 'One objection' : `${count} objections`}: ${text}`,
}));

/** Items of the last meeting held at which nothing was caught: the time ran out. */
const notReached = (view: View, lang: Language): readonly FoundPoint[] => {
  const last = meetings(view, lang).find((held) => held.state === 'held');
  if (last === undefined) return [];
  const caught = new Set(caughtLines(view, last.id, lang).map((line) => line.item));
  return agenda(view, last.id, lang)
    .filter((item) => !caught.has(item.id))
    .map((item) => ({ kind: 'notReached', from: item.id, title: item.title, wanted: wantedOf(item.wanted) }));
};

const wantedOf = (wanted: string | undefined): OpenPoint['wanted'] =>
  wanted === 'inform' || wanted === 'decide' ? wanted : 'discuss';

const ofTexts = (view: View, { lang, now }: OpenAsked): readonly FoundPoint[] => {
  const objections = positionedTexts(view).flatMap((held): readonly FoundPoint[] => {
    const count = isTakenBack(held) ? 0 : countPositions(held.state).byStance.block;
    const text = shortened(wordsOfVersion(view, held, lang) ?? '');
    return count === 0
      ? []
      : [
          {
            kind: 'objection',
            from: opensAs(held),
            title: objectionTitle({ text, count }, lang).text,
            wanted: 'discuss',
          },
        ];
  });
  const open = decisions(view, now).filter((line) => line.status === 'open' || line.status === 'over');
  const title = (line: (typeof open)[number]): string =>
    shortened(textOf(line.state.question ?? undefined) ?? '');
  return [
    ...objections,
    ...open.map(
      (line): FoundPoint => ({ kind: 'decision', from: line.id, title: title(line), wanted: 'decide' }),
    ),
    ...decisionsToReview(view, now).map(
      (line): FoundPoint => ({ kind: 'review', from: line.id, title: title(line), wanted: 'discuss' }),
    ),
  ];
};

const ofPeople = (view: View, { today, lang }: OpenAsked): readonly FoundPoint[] => {
  const { helps, hinders } = contextSides(view, today, lang);
  return [
    ...overdue(view, today, lang).map(
      (owed): FoundPoint => ({
        kind: 'overdue',
        from: owed.id,
        title: overdueTitle({ what: shortened(owed.what), who: owed.ownerName ?? '' }, lang).text,
        wanted: 'discuss',
      }),
    ),
    ...missingVoices(view, lang)
      .filter((voice) => voice.measure === undefined)
      .map(
        (voice): FoundPoint => ({
          kind: 'voice',
          from: voice.id,
          title: voiceTitle({ name: voice.name }, lang).text,
          wanted: 'discuss',
        }),
      ),
    ...[...helps, ...hinders]
      .filter((fact) => fact.reviewDue)
      .map((fact): FoundPoint => ({ kind: 'context', from: fact.id, title: fact.title, wanted: 'inform' })),
  ];
};

/** Flags that everybody may hear of: one about a partner never reaches a shared agenda by itself. */
const ofFlags = (view: View, { today, lang }: OpenAsked): readonly FoundPoint[] =>
  allFlags(view, today, lang)
    .filter(
      (seen) =>
        seen.audience.first === 'everybody' && seen.onAgenda === undefined && seen.mutedUntil === undefined,
    )
    .map((seen) => ({ kind: 'flag', from: seen.about, title: seen.sentence.text, wanted: 'discuss' }));

/** What already stands on the agenda of a meeting still to come. */
const planned = (view: View): ReadonlySet<string | undefined> =>
  new Set(
    recordsIn(view, 'agendaItem')
      .filter((item) => {
        const at = recordIn(view, 'meeting', valueOf(agendaItem, item, 'meeting'));
        return at !== undefined && (valueOf(meeting, at, 'state') ?? 'planned') === 'planned';
      })
      .map((item) => valueOf(agendaItem, item, 'from')),
  );

/** Where a point is read before it is put on the agenda. */
const roomOf = (view: View, { kind, from }: FoundPoint): Room | Place => {
  if (kind === 'minutes' || kind === 'notReached') return 'meetings';
  if (kind === 'actions') return 'commitments';
  const text = textAbout(view, from);
  if (text !== undefined) return homeOfHeld(text.kind);
  return kind === 'flag' ? 'flags' : homeOf(view.get(from)?.type ?? 'request');
};

/** What is open, from which the next agenda is built; what is planned already is left out. */
export const openPoints = (view: View, asked: OpenAsked): readonly OpenPoint[] => {
  const known = planned(view);
  return [
    ...ofMeetings(view, asked),
    ...notReached(view, asked.lang),
    ...ofTexts(view, asked),
    ...ofFlags(view, asked),
    ...ofPeople(view, asked),
    ...ofRequests(view, asked),
  ]
    .filter((point) => !known.has(point.from))
    .map((point) => ({
      ...point,
      room: roomOf(view, point),
      minutes: point.kind === 'minutes' ? APPROVAL_MINUTES : USUAL_MINUTES[point.wanted],
    }));
};
