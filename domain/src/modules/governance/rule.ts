import { type Rule, readRule } from '@tablee/domain/engines/decision';
import { isJsonObject, type JsonObject, KEEPERS, PARTNERS, process, refuse } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { type RuleRefusal, type RuleState, type RuleVersion, ruleState } from './rule-state.ts';

const data = z.custom<JsonObject>(isJsonObject);
const adoption = z.object({ data, decision: z.optional(z.string()) });
const none = z.object({});

const check = (given: JsonObject, next: number): { readonly ok: true } | ReturnType<typeof refuse> => {
  const read = readRule(given);
  if (!read.ok)
    return refuse<RuleRefusal>(
      'RuleUnreadable',
      read.problems.slice(0, 20).map(({ path, expected }) => ({ path, expected })),
    );
  return read.value.version === next
    ? { ok: true }
    : refuse<RuleRefusal>('RuleVersionNotNext', { expected: next });
};

/** The rules by which bodies decide: data of the decision engine, versioned; its card comes from the engine. */
export const rule = process(ruleState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'règle de décision', many: 'règles de décision' },
    en: { one: 'decision rule', many: 'decision rules' },
  },
  events: { adopted: adoption, changed: adoption, retired: none },
  commands: {
    adopt: {
      payload: adoption,
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Adopter la règle', en: 'Adopt the rule' },
    },
    change: {
      payload: adoption,
      who: { roles: KEEPERS },
      labels: { fr: 'Adopter une nouvelle version', en: 'Adopt a new version' },
    },
    retire: {
      payload: none,
      who: { roles: KEEPERS },
      labels: { fr: 'Ne plus appliquer la règle', en: 'Stop applying the rule' },
    },
  },
  evolve(state: RuleState | undefined, event): RuleState | undefined {
    if (event.verb === 'retired') return state && { ...state, retired: true };
    const { data: given, decision } = event.facts;
    const version: RuleVersion = {
      data: given,
      at: event.stamp,
      on: event.at,
      by: event.actor,
      ...(decision === undefined ? {} : { decision }),
    };
    if (event.verb === 'adopted') return state ?? { versions: [version], retired: false };
    return state && { ...state, versions: [...state.versions, version] };
  },
  decide(command, state) {
    if (command.name === 'retire')
      return { ok: true, events: state?.retired ? [] : [{ verb: 'retired', facts: {} }] };
    if (state?.retired) return refuse<RuleRefusal>('RuleRetired');
    const checked = check(command.payload.data, (state?.versions.length ?? 0) + 1);
    if (!checked.ok) return checked;
    const { data: given, decision } = command.payload;
    const facts = { data: given, ...(decision === undefined ? {} : { decision }) };
    return { ok: true, events: [{ verb: command.name === 'adopt' ? 'adopted' : 'changed', facts }] };
  },
});

/** The engine's rule of a version; `undefined` when today's engine cannot read it. */
export const readRuleVersion = (version: RuleVersion | undefined): Rule | undefined => {
  const read = version === undefined ? undefined : readRule(version.data);
  return read?.ok ? read.value : undefined;
};
