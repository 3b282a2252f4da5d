import { elementsOf, textIn, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { processesIn, type Running, recordIn, recordsIn } from '../reading/index.ts';
import { document } from './document.ts';
import { type Edition, editionState, type Standing } from './state.ts';

/** A document as the table by standing shows it. */
export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  readonly kind: string | undefined;
  readonly dated: string | undefined;
  readonly receivedBy: readonly string[];
  /** The last day for comments, while it is open to them. */
  readonly until: string | undefined;
  /** The number in its line of versions; `undefined` where it is in none. */
  readonly number: number | undefined;
}

/** What a document counts for, since when, and what took its place. */
export interface DocumentStanding {
  readonly standing: Standing;
  /** ISO day or moment; `undefined` where nobody noted it. */
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** The number of the version that took its place. */
  readonly by: number | undefined;
  /** The version in force of the same text, when that is another one. */
  readonly instead: string | undefined;
}

const ORDER: readonly Standing[] = ['inForce', 'forComment', 'draft', 'replaced', 'withdrawn'];

/** The line of versions in which a document stands; `undefined` while it stands alone. */
export const editionOfDocument = (view: View, id: string): Running<Edition> | undefined =>
  processesIn(view, editionState).find(({ state }) => state.versions.some(({ document }) => document === id));

const placedStanding = ({ state }: Running<Edition>, id: string): DocumentStanding | undefined => {
  const version = state.versions.find((each) => each.document === id);
  if (version === undefined) return undefined;
  return {
    standing: version.standing,
    since: version.since,
    until: version.until ?? undefined,
    by: state.versions.find(({ document }) => document === version.replacedBy)?.number,
    instead: state.inForce === null || state.inForce === id ? undefined : state.inForce,
  };
};

/** Of a document in no line: what its record says, unless another one in force says that it replaces it. */
const notedStanding = (view: View, id: string): DocumentStanding => {
  const entity = recordIn(view, 'document', id);
  const next = recordsIn(view, 'document').find(
    (other) =>
      valueOf(document, other, 'replaces') === id && valueOf(document, other, 'standing') === 'inForce',
  );
  const standing = next === undefined ? valueOf(document, entity, 'standing') : 'replaced';
  return {
    standing: standing ?? 'draft',
    since: next === undefined ? undefined : valueOf(document, next, 'dated'),
    until: valueOf(document, entity, 'commentUntil'),
    by: undefined,
    instead: next?.id,
  };
};

/** Every document that stands in a line of versions, with that line: read once for a whole list. */
const linesIn = (view: View): ReadonlyMap<string, Running<Edition>> =>
  new Map(
    processesIn(view, editionState).flatMap((line) =>
      line.state.versions.map(({ document: id }) => [id, line] as const),
    ),
  );

/** What a document counts for now: its line of versions decides; one without a line counts as it was brought. */
export const standingOf = (view: View, id: string): DocumentStanding => {
  const line = editionOfDocument(view, id);
  return (line && placedStanding(line, id)) ?? notedStanding(view, id);
};

/** Documents by standing (in force first), then the latest first. */
export const documents = (view: View, lang: string): readonly DocumentLine[] => {
  const held = linesIn(view);
  const lines = recordsIn(view, 'document').map((entity): DocumentLine => {
    const line = held.get(entity.id);
    const { standing, until } = (line && placedStanding(line, entity.id)) ?? notedStanding(view, entity.id);
    return {
      id: entity.id,
      title: titleOf(document, entity, lang) ?? '',
      standing,
      kind: valueOf(document, entity, 'kind'),
      dated: valueOf(document, entity, 'dated'),
      receivedBy: elementsOf(entity, 'receivedBy'),
      until: standing === 'forComment' ? until : undefined,
      number: line?.state.versions.find((each) => each.document === entity.id)?.number,
    };
  });
  const rank = (line: DocumentLine): number => ORDER.indexOf(line.standing);
  return lines.sort((a, b) => rank(a) - rank(b) || ((a.dated ?? '') < (b.dated ?? '') ? 1 : -1));
};

/** One version of a text as the table of its line shows it. */
export interface VersionLine {
  readonly document: string;
  readonly number: number;
  readonly title: string;
  /** The number of the version that it was made from. */
  readonly from: number | undefined;
  readonly standing: Standing;
  readonly since: string;
  readonly until: string | undefined;
  /** The number of the version that took its place. */
  readonly replacedBy: number | undefined;
  /** The words themselves, where they were brought along: what can be compared. */
  readonly text: { readonly text: string; readonly lang: string } | undefined;
}

/** The versions of the text to which a document belongs, the latest first; none while it stands alone. */
export const versionsOf = (view: View, id: string, lang: string): readonly VersionLine[] => {
  const versions = editionOfDocument(view, id)?.state.versions ?? [];
  const numberOf = (of: string | null): number | undefined =>
    versions.find((version) => version.document === of)?.number;
  return versions.toReversed().map((version): VersionLine => {
    const entity = recordIn(view, 'document', version.document);
    const { standing, since, number } = version;
    return {
      document: version.document,
      number,
      title: (entity && titleOf(document, entity, lang)) ?? '',
      from: numberOf(version.from),
      standing,
      since,
      until: version.until ?? undefined,
      replacedBy: numberOf(version.replacedBy),
      text: entity && textIn(entity, 'text', lang),
    };
  });
};
