import { textIn, type View, valueOf } from '@tablee/domain/kernel';
import { SECTORS, type Sector } from '../actor/index.ts';
import { recordsIn } from '../reading/index.ts';
import { folded } from '../sentence/index.ts';
import { perspective } from './perspective.ts';

/** A statement as it may be shown: a protected source is never named. */
export interface HeardLine {
  readonly id: string;
  readonly statement: string;
  readonly sector: Sector | undefined;
  readonly group: string | undefined;
  readonly source: string | undefined;
  readonly heardOn: string | undefined;
  readonly protected: boolean;
}

/** What was heard, latest first; group, source and day of a protected one are left out. */
export const heard = (view: View, lang: string): readonly HeardLine[] =>
  recordsIn(view, 'perspective')
    .map((entity): HeardLine => {
      const guarded = valueOf(perspective, entity, 'protected') === true;
      const open = <T>(value: T | undefined): T | undefined => (guarded ? undefined : value);
      return {
        id: entity.id,
        statement: textIn(entity, 'statement', lang)?.text ?? '',
        sector: valueOf(perspective, entity, 'sector'),
        group: open(valueOf(perspective, entity, 'group')),
        source: open(textIn(entity, 'source', lang)?.text),
        heardOn: open(valueOf(perspective, entity, 'heardOn')),
        protected: guarded,
      };
    })
    .sort((a, b) => ((a.heardOn ?? '') < (b.heardOn ?? '') ? 1 : -1));

/** Who has been heard so far. */
export interface ListeningState {
  readonly statements: number;
  /** Groups by name, accents and case aside. */
  readonly groups: number;
  readonly sectors: readonly Sector[];
  readonly silent: readonly Sector[];
}

/** How many statements, groups and sectors have been heard. */
export const listeningState = (view: View): ListeningState => {
  const all = recordsIn(view, 'perspective');
  const groups = new Set(
    all.map((entity) => folded(valueOf(perspective, entity, 'group') ?? '')).filter(Boolean),
  );
  const heardFrom = new Set(all.map((entity) => valueOf(perspective, entity, 'sector')));
  return {
    statements: all.length,
    groups: groups.size,
    sectors: SECTORS.filter((sector) => heardFrom.has(sector)),
    silent: SECTORS.filter((sector) => !heardFrom.has(sector)),
  };
};
