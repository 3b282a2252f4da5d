import { elementsOf, type RecordEntity, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { recordIn, recordsIn } from '../reading/index.ts';
import { document } from './document.ts';

/** A document as the table by standing shows it. */
export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly standing: 'draft' | 'forComment' | 'inForce' | 'replaced';
  readonly kind: string | undefined;
  readonly dated: string | undefined;
  readonly receivedBy: readonly string[];
}

const ORDER = ['inForce', 'forComment', 'draft', 'replaced'] as const;

/** Documents by standing (in force first), then the latest first. What another one in force replaces counts as replaced. */
export const documents = (view: View, lang: string): readonly DocumentLine[] => {
  const all = recordsIn(view, 'document');
  const replaced = new Set(
    all
      .filter((entity) => valueOf(document, entity, 'standing') === 'inForce')
      .map((entity) => valueOf(document, entity, 'replaces')),
  );
  const lines = all.map(
    (entity): DocumentLine => ({
      id: entity.id,
      title: titleOf(document, entity, lang) ?? '',
      standing: replaced.has(entity.id) ? 'replaced' : (valueOf(document, entity, 'standing') ?? 'draft'),
      kind: valueOf(document, entity, 'kind'),
      dated: valueOf(document, entity, 'dated'),
      receivedBy: elementsOf(entity, 'receivedBy'),
    }),
  );
  const rank = (line: DocumentLine): number => ORDER.indexOf(line.standing);
  return lines.sort((a, b) => rank(a) - rank(b) || ((a.dated ?? '') < (b.dated ?? '') ? 1 : -1));
};

/** The version of a text that is in force: follows replacements from any of them; `undefined` when none is. */
export const inForce = (view: View, id: string): RecordEntity | undefined => {
  const all = recordsIn(view, 'document');
  const family = new Set<string>([id]);
  // Each pass adds the neighbours of what is in the family: a text has few versions.
  for (let grown = true; grown; ) {
    grown = false;
    for (const entity of all) {
      const replaces = valueOf(document, entity, 'replaces');
      if (replaces === undefined || family.has(entity.id) === family.has(replaces)) continue;
      family.add(entity.id).add(replaces);
      grown = true;
    }
  }
  const standing = documents(view, 'fr').filter((line) => family.has(line.id) && line.standing === 'inForce');
  return recordIn(view, 'document', standing[0]?.id);
};
