import {
  elementsOf,
  openConflicts,
  type RecordEntity,
  textOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { activity } from '../activity/index.ts';
import { decisionState } from '../decision/index.ts';
import { processesIn, recordsIn } from '../reading/index.ts';
import { indicator } from '../result/index.ts';
import { clause } from './clause.ts';
import { compareTexts, type Stretch } from './compare.ts';
import { type CopiedClause, clausesOf, freeze } from './freeze.ts';
import { type Agreement, type AgreementVersion, currentVersion } from './state.ts';

/** What keeps a text from being frozen now: clauses with two versions, authentic texts missing or of an earlier revision. */
export interface FreezeAdvice {
  readonly ready: boolean;
  readonly code: string | undefined;
  readonly conflicts: readonly RecordEntity[];
}

/** Looks at the draft as `freeze` will. */
export const freezeAdvice = (view: View, id: string, state: Agreement): FreezeAdvice => {
  const found = freeze(view, id, state.languages);
  const same = found.ok && currentVersion(state)?.hash === found.hash;
  return {
    ready: found.ok && !same,
    code: found.ok ? (same ? 'Unchanged' : undefined) : found.code,
    conflicts: clausesOf(view, id).filter((entity) => openConflicts(entity).length > 0),
  };
};

/** What happened to one clause between two texts; `texts` by language, word by word. */
export interface ClauseChange {
  readonly clause: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly title: readonly Stretch[];
  readonly texts: { readonly [lang: string]: readonly Stretch[] };
}

type Plain = Pick<CopiedClause, 'id' | 'title' | 'texts'>;

/** A frozen version as plain texts; erased ones are empty. */
export const plainVersion = (held: AgreementVersion): readonly Plain[] =>
  held.clauses.map((one) => ({
    id: one.id,
    title: textOf(one.title ?? undefined) ?? '',
    texts: Object.fromEntries(Object.entries(one.texts).map(([lang, text]) => [lang, textOf(text) ?? ''])),
  }));

const changeOf = (
  before: Plain | undefined,
  after: Plain | undefined,
  moved: boolean,
): ClauseChange | undefined => {
  const id = after?.id ?? before?.id ?? '';
  const languages = [...new Set([...Object.keys(before?.texts ?? {}), ...Object.keys(after?.texts ?? {})])];
  const texts = Object.fromEntries(
    languages.map((lang) => [lang, compareTexts(before?.texts[lang] ?? '', after?.texts[lang] ?? '')]),
  );
  const title = compareTexts(before?.title ?? '', after?.title ?? '');
  if (before === undefined) return { clause: id, kind: 'added', title, texts };
  if (after === undefined) return { clause: id, kind: 'removed', title, texts };
  const changed = [title, ...Object.values(texts)].some((stretches) =>
    stretches.some((one) => one.kind !== 'same'),
  );
  if (changed) return { clause: id, kind: 'changed', title, texts };
  return moved ? { clause: id, kind: 'moved', title, texts } : undefined;
};

/** What changed between two texts of an agreement, clause by clause; clauses that stand are left out. */
export const compareClauses = (
  before: readonly Plain[],
  after: readonly Plain[],
): readonly ClauseChange[] => {
  const kept = (list: readonly Plain[], other: readonly Plain[]): readonly string[] =>
    list.map((one) => one.id).filter((id) => other.some((held) => held.id === id));
  const [was, is] = [kept(before, after), kept(after, before)];
  const ids = [...new Set([...after, ...before].map((one) => one.id))];
  return ids.flatMap(
    (id) =>
      changeOf(
        before.find((one) => one.id === id),
        after.find((one) => one.id === id),
        was.indexOf(id) !== is.indexOf(id),
      ) ?? [],
  );
};

/** What a frozen version changed against the one before it; everything is new in the first. */
export const versionChanges = (state: Agreement, number: number): readonly ClauseChange[] => {
  const of = (wanted: number): readonly Plain[] => {
    const held = state.versions.find((one) => one.number === wanted);
    return held === undefined ? [] : plainVersion(held);
  };
  const known = state.versions.some((one) => one.number === number);
  return known ? compareClauses(of(number - 1), of(number)) : [];
};

/** What the draft changes against the version that stands; empty while it cannot be frozen. */
export const draftChanges = (view: View, id: string, state: Agreement): readonly ClauseChange[] => {
  const draft = freeze(view, id, state.languages);
  const current = currentVersion(state);
  return draft.ok ? compareClauses(current === undefined ? [] : plainVersion(current), draft.clauses) : [];
};

/** What hangs together with a thing: clauses, decisions, roadmap items, indicators, results, by id. */
export interface Trace {
  readonly clauses: readonly string[];
  readonly decisions: readonly string[];
  readonly activities: readonly string[];
  readonly indicators: readonly string[];
  readonly results: readonly string[];
}

const LINKS = ['results', 'activities', 'indicators'] as const;

const linksOf = (entity: RecordEntity): readonly string[] =>
  LINKS.flatMap((field) => elementsOf(entity, field));

/**
 * The trace of a thing (a clause, result, activity, indicator, agreement or decision): what is linked to it directly,
 * and, through a result, its activities and indicators. Any of them shows the others.
 */
export const traceOf = (view: View, id: string): Trace => {
  const clauses = recordsIn(view, 'clause');
  const activities = recordsIn(view, 'activity').map((entity) => ({
    id: entity.id,
    result: valueOf(activity, entity, 'result'),
  }));
  const indicators = recordsIn(view, 'indicator').map((entity) => ({
    id: entity.id,
    result: valueOf(indicator, entity, 'result'),
  }));
  const serves = [...activities, ...indicators].find((one) => one.id === id)?.result;
  const seeds = [id, ...(serves === undefined ? [] : [serves])];
  const near = new Set(seeds);
  for (const entity of clauses)
    if (entity.id === id || linksOf(entity).some((linked) => seeds.includes(linked)))
      for (const found of [entity.id, ...linksOf(entity)]) near.add(found);
  const agreed = clauses
    .filter((entity) => near.has(entity.id))
    .flatMap((entity) => valueOf(clause, entity, 'agreement') ?? []);
  const texts = new Set([id, ...agreed]);
  const others = (
    list: readonly { readonly id: string; readonly result?: string | undefined }[],
  ): readonly string[] =>
    list
      .filter(
        (one) => one.id !== id && (near.has(one.id) || (one.result !== undefined && near.has(one.result))),
      )
      .map((one) => one.id);
  return {
    clauses: others(clauses),
    decisions: processesIn(view, decisionState)
      .filter(({ id: of, state }) => of !== id && state.text !== null && texts.has(state.text.entity))
      .map((held) => held.id),
    activities: others(activities),
    indicators: others(indicators),
    results: others(recordsIn(view, 'result')),
  };
};

/** Clauses that lead to nothing yet: no result, no activity, no indicator. */
export const clausesWithoutTrace = (view: View, id: string): readonly RecordEntity[] =>
  clausesOf(view, id).filter((entity) => linksOf(entity).length === 0);
