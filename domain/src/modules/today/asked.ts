import { own, type RecordEntity, textIn, textOf, titleOf, type View } from '@tablee/domain/kernel';
import { agreementsToSign } from '../agreement/index.ts';
import { commitment, commitments, quarterPage } from '../commitment/index.ts';
import { homeOf, homeOfHeld } from '../compass/index.ts';
import { decisionState, decisionsFor, positionsByStanding } from '../decision/index.ts';
import { figuresAsked, figuresToConfirm } from '../figure/index.ts';
import { meeting } from '../meeting/index.ts';
import { pollState } from '../poll/index.ts';
import { isPutForward, opensAs, positionedTexts, textAbout, wordsOfVersion } from '../position/index.ts';
import { daysBetween, lastDay, periodName, processesIn, recordIn, stateIn } from '../reading/index.ts';
import { type Request, type RequestKind, requestsFor, toConfirm } from '../request/index.ts';
import { indicator } from '../result/index.ts';
import type { Asking, Source, TodayItem } from './item.ts';
import { ACTION, type Action, waitingSentence } from './word.ts';

/** How many days ahead a commitment shows up. */
export const COMMITMENT_DAYS = 14;

const SHORT = 90;

/** The first words of a text, cut at a word. */
export const shortened = (text: string): string => {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
};

/** An item, with the verb of its action in the reader's language. */
export const item = (
  asking: Asking,
  kind: string,
  action: Action,
  rest: Pick<TodayItem, 'entity' | 'room' | 'sentence'> & {
    readonly due?: string | undefined;
    readonly circle?: string | undefined;
  },
): TodayItem => ({ kind, action, verb: ACTION[action][asking.lang], due: undefined, ...rest });

const indicatorName = (view: View, id: string, lang: string): string =>
  titleOf(indicator, recordIn(view, 'indicator', id), lang) ?? '';

/** What a request is about, in the words of its subject. */
const subjectTitle = ({ view, lang }: Asking, state: Request): string => {
  const asked = textOf(state.question ?? undefined);
  if (asked !== undefined) return shortened(asked);
  const record = (type: string): RecordEntity | undefined => recordIn(view, type, state.subject);
  switch (state.kind) {
    case 'confirmMeeting':
    case 'pulse':
      return titleOf(meeting, record('meeting'), lang) ?? '';
    case 'figure':
      return indicatorName(view, state.subject, lang);
    case 'poll':
      return (
        titleOf(meeting, recordIn(view, 'meeting', stateIn(view, pollState, state.subject)?.meeting), lang) ??
        ''
      );
    case 'quarterPage':
      return titleOf(quarterPage, record('quarterPage'), lang) ?? '';
    case 'commitment':
      return shortened(titleOf(commitment, record('commitment'), lang) ?? '');
    case 'comment':
    case 'position': {
      const text = textAbout(view, state.subject);
      const words = text?.noun === 'wording' ? wordsOfVersion(view, text, lang) : undefined;
      const question = textOf(stateIn(view, decisionState, state.subject)?.question ?? undefined);
      // A document is named as everything with a title: its own module comes with its room.
      const named = textIn(view.get(state.subject), 'title', lang)?.text;
      return shortened(words ?? question ?? named ?? '');
    }
  }
};

/** How each kind of request stands among what waits for somebody, and what they do with it. */
const WAITING = {
  confirmMeeting: { kind: 'confirmMeeting', action: 'answer' },
  position: { kind: 'positionAsked', action: 'takePosition' },
  comment: { kind: 'commentAsked', action: 'answer' },
  figure: { kind: 'figureAsked', action: 'record' },
  commitment: { kind: 'commitmentAsked', action: 'report' },
  quarterPage: { kind: 'commitmentAsked', action: 'report' },
  poll: { kind: 'pollAsked', action: 'answer' },
  pulse: { kind: 'pulseAsked', action: 'answer' },
} as const satisfies { readonly [K in RequestKind]: { readonly kind: string; readonly action: Action } };

/** Requests to this person, and answers that were entered in their name. */
export const ofRequests: Source = (asking) => {
  const { view, me, lang } = asking;
  const waiting = requestsFor(view, me).map(({ id, state }) => {
    const due = state.deadline ?? undefined;
    const { kind, action } = WAITING[state.kind];
    const values = { title: subjectTitle(asking, state), day: due ?? '', period: '' };
    return item(asking, kind, action, {
      // The two questions after a meeting are answered in the meeting, not in the request.
      entity: state.kind === 'pulse' ? state.subject : id,
      room: homeOf(view.get(state.subject)?.type ?? 'request'),
      due,
      sentence: waitingSentence[kind](values, lang),
    });
  });
  const entered = toConfirm(view, me).map(({ id, state }) =>
    item(asking, 'confirmAnswer', 'confirm', {
      entity: id,
      room: homeOf(view.get(state.subject)?.type ?? 'request'),
      sentence: waitingSentence.confirmAnswer({ title: subjectTitle(asking, state) }, lang),
    }),
  );
  return [...waiting, ...entered];
};

/** Decisions, signatures and figures that are asked of this person's organisation. */
export const ofOrganisation: Source = (asking) => {
  const { view, me, now, today, lang } = asking;
  const { organisation } = me;
  if (organisation === undefined) return [];
  return [
    ...decisionsFor(view, organisation, now).map((line) =>
      item(asking, 'decision', 'takePosition', {
        entity: line.id,
        room: 'decisions',
        due: line.state.deadline.instant.slice(0, 10),
        sentence: waitingSentence.decision(
          { title: shortened(line.question ?? ''), day: line.state.deadline.instant.slice(0, 10) },
          lang,
        ),
      }),
    ),
    ...agreementsToSign(view, organisation).map((line) =>
      item(asking, 'sign', 'sign', {
        entity: line.id,
        room: 'agreement',
        sentence: waitingSentence.sign({ title: line.title ?? '', version: line.current?.number ?? 1 }, lang),
      }),
    ),
    ...figuresAsked(view, organisation, today).map((asked) =>
      item(asking, 'figureAsked', 'record', {
        entity: asked.indicator.id,
        room: 'monitoring',
        sentence: waitingSentence.figureAsked(
          {
            title: titleOf(indicator, asked.indicator, lang) ?? '',
            period: periodName(asked.cell.period, lang),
          },
          lang,
        ),
      }),
    ),
    ...figuresToConfirm(view, organisation).map(({ id, state }) =>
      item(asking, 'confirmFigure', 'confirm', {
        entity: id,
        room: 'monitoring',
        sentence: waitingSentence.confirmFigure(
          { title: indicatorName(view, state.indicator, lang), period: periodName(state.period, lang) },
          lang,
        ),
      }),
    ),
    ...ofPositions(asking, organisation),
  ];
};

/**
 * Texts on which the organisation said nothing, or something about an earlier version; positions entered for it. A
 * document waits only once the organisation has said something of it: before, somebody asks for it.
 */
const ofPositions = (asking: Asking, organisation: string): readonly TodayItem[] => {
  const { view, lang } = asking;
  const texts = positionedTexts(view).flatMap((text): readonly TodayItem[] => {
    const held = own(text.state.positions, organisation);
    if (held === undefined && text.noun === 'edition') return [];
    const version = text.state.versions.length;
    const room = homeOfHeld(text.kind);
    const titleOf = (number: number): string => shortened(wordsOfVersion(view, text, lang, number) ?? '');
    if (isPutForward(text) && held?.version !== version) {
      const earlier = held?.version ?? 0;
      const title = titleOf(version);
      const sentence = waitingSentence.wording({ kind: text.kind, title, version, earlier }, lang);
      return [item(asking, 'wording', 'takePosition', { entity: opensAs(text), room, sentence })];
    }
    if (held === undefined || held.acknowledged) return [];
    const sentence = waitingSentence.confirmPosition({ title: titleOf(held.version) }, lang);
    const entity = opensAs(text, held.version);
    return [item(asking, 'confirmPosition', 'confirm', { entity, room, sentence })];
  });
  const decided = processesIn(view, decisionState)
    .filter(({ state }) => state.closed === null && state.withdrawn === null)
    .filter(({ state }) =>
      positionsByStanding(state).toConfirm.some((one) => one.organisation === organisation),
    )
    .map(({ id, state }) =>
      item(asking, 'confirmPosition', 'confirm', {
        entity: id,
        room: 'decisions',
        sentence: waitingSentence.confirmPosition(
          { title: shortened(textOf(state.question ?? undefined) ?? '') },
          lang,
        ),
      }),
    );
  return [...texts, ...decided];
};

/** Commitments of this person or their organisation that are overdue or due within {@link COMMITMENT_DAYS} days. */
export const ofCommitments: Source = (asking) => {
  const { view, me, today, lang } = asking;
  return commitments(view, today, lang)
    .filter((owed) => owed.state === 'open' && owed.due !== undefined)
    .filter((owed) =>
      owed.person === undefined
        ? owed.owner !== undefined && owed.owner === me.organisation
        : owed.person === me.id,
    )
    .filter((owed) => owed.due !== undefined && daysBetween(today, lastDay(owed.due)) <= COMMITMENT_DAYS)
    .map((owed) => {
      const [title, day, late] = [shortened(owed.what), owed.due ?? '', owed.daysLate ?? 0];
      const sentence =
        late > 0
          ? waitingSentence.overdue({ title, days: late, day }, lang)
          : waitingSentence.commitment({ title, day }, lang);
      return item(asking, late > 0 ? 'overdue' : 'commitment', 'report', {
        entity: owed.id,
        room: 'commitments',
        sentence,
        due: lastDay(day),
      });
    });
};
