import { processState, textIn, type View } from '@tablee/domain/kernel';
import type { Edition, Standing } from '../document/index.ts';
import { processesIn } from '../reading/index.ts';
import { type Positions, versionIn, type Wording, type WordingKind, wordingState } from '../wording/index.ts';

/** A text on whose versions organisations take positions: one worded in common, or a document in its line of versions. */
export type PositionedText = {
  /** The process that holds versions and positions. */
  readonly id: string;
  readonly circle: string;
} & (
  | { readonly noun: 'wording'; readonly kind: WordingKind; readonly state: Wording }
  | {
      readonly noun: 'edition';
      readonly kind: 'document';
      readonly state: Edition & { readonly positions: Positions };
    }
);

// Read without the module of documents, which comes with its room: positions are read on the first page.
const LINES = processState<Edition>('edition');

/** All texts that can carry positions, those worded in common first. */
export const positionedTexts = (view: View): readonly PositionedText[] => [
  ...processesIn(view, wordingState).map((text): PositionedText => {
    return { ...text, noun: 'wording', kind: text.state.kind };
  }),
  ...processesIn(view, LINES).map(({ state, ...line }): PositionedText => {
    const { positions = {} } = state;
    return { ...line, noun: 'edition', kind: 'document', state: { ...state, positions } };
  }),
];

/** What a version is opened as (the latest when not named): the text itself, or the document that is this version. */
export const opensAs = ({ id, noun, state }: PositionedText, version = state.versions.length): string =>
  (noun === 'edition' ? state.versions[version - 1]?.document : undefined) ?? id;

/** The text to which an entity belongs: it is the text, or a document in its line; `undefined` for anything else. */
export const textAbout = (view: View, entity: string): PositionedText | undefined =>
  positionedTexts(view).find(
    (text) =>
      text.id === entity ||
      (text.noun === 'edition' && text.state.versions.some(({ document }) => document === entity)),
  );

/** The words of a version, or the title of the document that it is; `undefined` when they were erased. */
export const wordsOfVersion = (
  view: View,
  text: PositionedText,
  lang: string,
  number = text.state.versions.length,
): string | undefined => {
  if (text.noun === 'edition') return textIn(view.get(opensAs(text, number)), 'title', lang)?.text;
  const version = text.state.versions[number - 1];
  return version && versionIn(version, lang)?.text;
};

/** What a version counts for (the latest when not named); a text worded in common is always put to everybody. */
const standingOn = ({ noun, state }: PositionedText, number = state.versions.length): Standing =>
  (noun === 'edition' ? state.versions[number - 1]?.standing : undefined) ?? 'forComment';

/** True when partners are asked about the latest version: a document is theirs to judge once it is no mere draft. */
export const isPutForward = (text: PositionedText): boolean =>
  ['forComment', 'inForce'].includes(standingOn(text));

/** True when a version was taken back: what was said of it waits for nobody any more. */
export const isTakenBack = (text: PositionedText, number?: number): boolean =>
  standingOn(text, number) === 'withdrawn';
