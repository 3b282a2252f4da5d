import { textOf, type View } from '@tablee/domain/kernel';
import { type DecisionPosition, type DecisionStatus, decisionState, statusOf } from '../decision/index.ts';
import { processesIn } from '../reading/index.ts';
import type { Position, WordingKind } from '../wording/index.ts';
import { isTakenBack, opensAs, positionedTexts, wordsOfVersion } from './text.ts';

/** A position that an organisation has taken, whatever it is on. */
export type HeldPosition = {
  /** The process that holds it, and its circle. */
  readonly id: string;
  readonly circle: string;
  /** What is opened to read it: the text, the decision, the document that is the version it stands on. */
  readonly subject: string;
  /** The words of the text, the title of the document, the question; `undefined` when erased. */
  readonly title: string | undefined;
  /** Whether it can still change: a text is open until its version is taken back. */
  readonly status: DecisionStatus;
} & (
  | { readonly noun: 'wording'; readonly kind: WordingKind; readonly held: Position }
  | { readonly noun: 'edition'; readonly kind: 'document'; readonly held: Position }
  | { readonly noun: 'decision'; readonly kind: 'decision'; readonly held: DecisionPosition }
);

/** When and in which language it is asked. */
interface Moment {
  /** UTC instant. */
  readonly now: string;
  readonly lang: string;
}

/** Every position that stands, on texts and in decisions, those of one text or decision together. */
export const positionsHeld = (view: View, { now, lang }: Moment): readonly HeldPosition[] => [
  ...positionedTexts(view).flatMap((text) =>
    Object.values(text.state.positions).map((held): HeldPosition => {
      const { id, circle } = text;
      const title = wordsOfVersion(view, text, lang, held.version);
      const status: DecisionStatus = isTakenBack(text, held.version) ? 'withdrawn' : 'open';
      const on = { id, circle, subject: opensAs(text, held.version), title, status, held };
      return text.noun === 'edition'
        ? { ...on, noun: 'edition', kind: 'document' }
        : { ...on, noun: 'wording', kind: text.kind };
    }),
  ),
  ...processesIn(view, decisionState).flatMap(({ id, circle, state }) =>
    Object.values(state.positions).map((held): HeldPosition => {
      const title = textOf(state.question ?? undefined);
      const on = { id, circle, subject: id, title, status: statusOf(state, now), held };
      return { ...on, noun: 'decision', kind: 'decision' };
    }),
  ),
];
