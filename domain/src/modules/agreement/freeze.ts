import {
  canonical,
  isPresent,
  type Json,
  openConflicts,
  type RecordEntity,
  type Refusal,
  refuse,
  sha256,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { clause } from './clause.ts';
import type { AgreementRefusal } from './state.ts';

/** The clauses of an agreement in their order: those that name it, and those that name none. */
export const clausesOf = (view: View, agreement: string): readonly RecordEntity[] =>
  recordsIn(view, 'clause')
    .filter((entity) => {
      const of = valueOf(clause, entity, 'agreement');
      return of === agreement || of === undefined;
    })
    .sort(
      (a, b) =>
        (valueOf(clause, a, 'order') ?? 0) - (valueOf(clause, b, 'order') ?? 0) || (a.id < b.id ? -1 : 1),
    );

/** A clause as it is copied: plain values, before they become parts of an event. */
export interface CopiedClause {
  readonly id: string;
  readonly order: number;
  readonly kind: string | undefined;
  readonly title: string;
  readonly texts: { readonly [lang: string]: string };
}

/** The clauses as they would be frozen, with the hash of their authentic text. */
export type Frozen =
  | { readonly ok: true; readonly hash: string; readonly clauses: readonly CopiedClause[] }
  | Refusal;

const no = (code: AgreementRefusal, detail?: Json): Refusal => refuse<AgreementRefusal>(code, detail);

/** The hash of a text: order and content of the clauses in their authentic languages, and nothing else. */
export const hashOf = (clauses: readonly CopiedClause[]): string =>
  sha256(canonical(clauses.map(({ id, title, texts }) => ({ id, title, texts: { ...texts } }))));

const unsettled = (entities: readonly RecordEntity[]): Json[] =>
  entities.flatMap((entity) => {
    const slots = openConflicts(entity);
    return slots.length === 0 ? [] : [{ clause: entity.id, slots: [...slots] }];
  });

const copy = (
  entity: RecordEntity,
  languages: readonly string[],
): {
  readonly clause: CopiedClause;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
} => {
  const texts: Record<string, string> = {};
  const missing: string[] = [];
  const stale: string[] = [];
  for (const language of languages) {
    const found = textIn(entity, 'text', language);
    if (found === undefined || found.lang !== language) missing.push(language);
    else {
      texts[language] = found.text;
      if (found.stale) stale.push(language);
    }
  }
  return {
    clause: {
      id: entity.id,
      order: valueOf(clause, entity, 'order') ?? 0,
      kind: valueOf(clause, entity, 'kind'),
      title: valueOf(clause, entity, 'title') ?? '',
      texts,
    },
    missing,
    stale,
  };
};

/**
 * The text of an agreement as it stands in its authentic languages. Refused while a clause has an open conflict
 * (`SettleFirst`), while an authentic text is missing, or translates an earlier revision.
 */
export const freeze = (view: View, agreement: string, languages: readonly string[]): Frozen => {
  const entities = clausesOf(view, agreement).filter(isPresent);
  if (entities.length === 0) return no('NoClauses');
  const open = unsettled(entities);
  if (open.length > 0) return no('SettleFirst', open);
  const copies = entities.map((entity) => copy(entity, languages));
  const lacking = (of: 'missing' | 'stale'): Json[] =>
    copies.flatMap((one) => (one[of].length > 0 ? [{ clause: one.clause.id, languages: [...one[of]] }] : []));
  if (lacking('missing').length > 0) return no('AuthenticTextMissing', lacking('missing'));
  if (lacking('stale').length > 0) return no('AuthenticTextStale', lacking('stale'));
  const clauses = copies.map((one) => one.clause);
  return { ok: true, hash: hashOf(clauses), clauses };
};
