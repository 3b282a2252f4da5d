import {
  type Command,
  own,
  processCommand,
  type Ticket,
  textOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { commitments, halfPageWords, type Owed } from '../commitment/index.ts';
import { attendance } from '../meeting/index.ts';
import { pollState, voterOf } from '../poll/index.ts';
import { opensAs, positionedTexts, textAbout } from '../position/index.ts';
import { processesIn, processIn, type Running, recordIn, recordsIn } from '../reading/index.ts';
import type { Firmness } from '../wording/index.ts';
import {
  type AnswerChannel,
  type Request,
  type RequestAnswer,
  type RequestKind,
  requestState,
} from './state.ts';

/** Somebody, as requests name them. */
export interface Me {
  readonly id: string;
  readonly organisation?: string | undefined;
}

/** Something that stands in somebody's name, by whatever way it came. */
export interface InMyName {
  /** The request, the text or the attendance that holds it. */
  readonly id: string;
  readonly from: 'request' | 'position' | 'attendance';
  readonly kind: RequestKind;
  readonly subject: string;
  readonly version: number | null;
  readonly said: RequestAnswer;
  readonly words: string | undefined;
  /** A position: what makes it as firm as it is. */
  readonly firmness?: Firmness;
  readonly channel: AnswerChannel | 'meeting';
  /** ISO 8601 UTC; absent for a line of an attendance sheet, which keeps none. */
  readonly at: string | undefined;
  /** False while somebody else's entry waits for the person. */
  readonly confirmed: boolean;
}

const isMine = (state: Request, me: Me): boolean =>
  state.person === null
    ? state.organisation !== null && state.organisation === me.organisation
    : state.person === me.id;

const firmlyHeld = ({ firmness }: { readonly firmness?: Firmness }): { readonly firmness?: Firmness } =>
  firmness === undefined ? {} : { firmness };

/** The words of a half page stand in its record: box after box, as they are now. */
const inPage = (view: View, page: string): string | undefined =>
  Object.values(halfPageWords(recordIn(view, 'quarterPage', page), '')).join('\n\n') || undefined;

const fromRequests = (view: View, me: Me): readonly InMyName[] =>
  processesIn(view, requestState).flatMap(({ id, state }): readonly InMyName[] => {
    const { answer, kind, subject, version } = state;
    // Two questions are answered without a name: nothing of them stands in anybody's.
    if (answer === null || kind === 'pulse' || !isMine(state, me)) return [];
    const { said, channel, at, confirmed } = answer;
    const words = kind === 'quarterPage' ? inPage(view, subject) : textOf(answer.words ?? undefined);
    const held = {
      id,
      from: 'request',
      kind,
      subject,
      version,
      said,
      words,
      channel,
      at,
      confirmed,
    } as const;
    return [{ ...held, ...firmlyHeld(answer) }];
  });

const fromPositions = (view: View, me: Me): readonly InMyName[] =>
  positionedTexts(view).flatMap((text): readonly InMyName[] => {
    const { id } = text;
    const held = Object.values(text.state.positions).find(
      ({ person, organisation }) => person === me.id || (person === null && organisation === me.organisation),
    );
    if (held === undefined) return [];
    const said = { choice: held.stance, standing: held.standing };
    const { version, channel, at, acknowledged: confirmed } = held;
    const words = textOf(held.reason ?? undefined);
    const subject = opensAs(text, version);
    const mine = { id, from: 'position', kind: 'position', subject, version, said, words } as const;
    return [{ ...mine, channel, at, confirmed, ...firmlyHeld(held) }];
  });

const fromAttendance = (view: View, me: Me): readonly InMyName[] =>
  recordsIn(view, 'attendance').flatMap((entity): readonly InMyName[] => {
    const choice = valueOf(attendance, entity, 'answer');
    const subject = valueOf(attendance, entity, 'meeting');
    if (choice === undefined || subject === undefined || valueOf(attendance, entity, 'person') !== me.id)
      return [];
    const held = { id: entity.id, subject, version: null, said: { choice }, words: undefined };
    return [
      { ...held, from: 'attendance', kind: 'confirmMeeting', channel: 'app', at: undefined, confirmed: true },
    ];
  });

/** True when what stands now is not what was answered: a position that was given or confirmed again since. */
const hasMovedOn = (answered: InMyName, now: InMyName): boolean =>
  now.from === 'position' &&
  (now.at ?? '') > (answered.at ?? '') &&
  (now.said.choice !== answered.said.choice || now.said.standing !== answered.said.standing);

/**
 * Everything that stands in somebody's name, the latest first: their answers to requests, and what was written down
 * beside any request (a position entered for their organisation, a line of an attendance sheet).
 */
export const recordedInName = (view: View, me: Me): readonly InMyName[] => {
  const asked = fromRequests(view, me);
  const isAsked = (other: InMyName): boolean =>
    asked.some(
      (answered) =>
        answered.subject === other.subject && answered.kind === other.kind && !hasMovedOn(answered, other),
    );
  const beside = [...fromPositions(view, me), ...fromAttendance(view, me)].filter((each) => !isAsked(each));
  return [...asked, ...beside].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
};

/** The commands by which a person (or their link) says that what was written down for them is right. */
export const confirming = (
  view: View,
  held: Pick<InMyName, 'id' | 'from' | 'kind' | 'subject'>,
  me: Me,
  ticket: () => Ticket,
): readonly Command[] => {
  const entity = view.get(held.id);
  const text = held.kind === 'position' ? textAbout(view, held.subject) : undefined;
  const position = text && own(text.state.positions, me.organisation ?? '');
  const dates = held.kind === 'poll' ? processIn(view, pollState, held.subject) : undefined;
  const vote = dates?.state.votes.find(
    (each) => each.person === me.id || (each.person === null && each.organisation === me.organisation),
  );
  const voter = vote && voterOf(vote);
  return [
    ...(held.from === 'request' && entity !== undefined
      ? [processCommand(ticket(), 'request.confirm', { entity: held.id, circle: entity.circle }, {})]
      : []),
    ...(text !== undefined && position?.acknowledged === false && me.organisation !== undefined
      ? [
          processCommand(
            ticket(),
            `${text.noun}.acknowledge`,
            { entity: text.id, circle: text.circle },
            { organisation: me.organisation },
          ),
        ]
      : []),
    ...(dates?.state.state === 'open' && vote?.confirmed === false && voter !== undefined
      ? [processCommand(ticket(), 'poll.confirm', { entity: dates.id, circle: dates.circle }, { voter })]
      : []),
  ];
};

/** What a partner promised and has not dropped: open ones first, then those that were kept. */
export const promisedBy = (
  view: View,
  me: Me,
  { today, lang }: { readonly today: string; readonly lang: string },
): readonly Owed[] => {
  const mine = commitments(view, today, lang).filter(
    ({ owner, person, state }) =>
      state !== 'dropped' && (person === me.id || (owner !== undefined && owner === me.organisation)),
  );
  return [...mine.filter(({ state }) => state === 'open'), ...mine.filter(({ state }) => state === 'done')];
};

/** A comment on a text, with who gave it and how firm it is. */
export interface Comment {
  readonly id: string;
  readonly person: string | null;
  readonly organisation: string | null;
  /** The version that was read. */
  readonly version: number | null;
  readonly words: string;
  readonly standing: NonNullable<RequestAnswer['standing']>;
  readonly firmness?: Firmness;
  readonly channel: AnswerChannel;
  readonly at: string;
  readonly confirmed: boolean;
}

/** The comments on one text, the latest first; those whose words were erased are gone. */
export const commentsOn = (view: View, subject: string): readonly Comment[] =>
  processesIn(view, requestState)
    .flatMap(({ id, state }: Running<Request>): readonly Comment[] => {
      const words = textOf(state.answer?.words ?? undefined);
      if (state.kind !== 'comment' || state.subject !== subject || !state.answer || !words) return [];
      const { said, channel, at, confirmed } = state.answer;
      const { person, organisation, version } = state;
      const standing = said.standing ?? 'personal';
      const comment = { id, person, organisation, version, words, standing, channel, at, confirmed };
      return [{ ...comment, ...firmlyHeld(state.answer) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
