import type { DecisionCase } from './case.ts';
import type { Condition, Rule } from './rule.ts';
import type { Problem } from './verdict.ts';

/**
 * The version of the rule in force on a day (`YYYY-MM-DD`), both ends included; several in force at once, or none, is
 * a problem, never a guess.
 */
export function ruleInForce(
  rules: readonly Rule[],
  day: string,
): { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly problem: Problem } {
  const inForce = rules.filter(
    (rule) => rule.validFrom <= day && (rule.validUntil === undefined || day <= rule.validUntil),
  );
  const [rule, ...others] = inForce;
  if (rule && others.length === 0) return { ok: true, rule };
  const found = rule ? inForce.map((entry) => `${entry.id} v${entry.version}`).join(', ') : 'none';
  return { ok: false, problem: { path: 'rules', expected: `one rule in force on ${day}`, found } };
}

function duplicates(ids: readonly string[], path: string): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}[${index}]`, expected: 'an id used once', found: id }];
  });
}

function groupsIn(condition: Condition): readonly string[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(groupsIn);
  return condition.scope.groups ?? [];
}

function checkRule(rule: Rule, index: number, groups: ReadonlySet<string>): Problem[] {
  const path = `rules[${index}]`;
  const conditions: [string, Condition][] = rule.steps.flatMap((step, inner) =>
    step.kind === 'vote'
      ? [[`${path}.steps[${inner}].adoptIf`, step.adoptIf] satisfies [string, Condition]]
      : [],
  );
  if (rule.quorum) conditions.push([`${path}.quorum`, rule.quorum]);
  return [
    ...duplicates(
      rule.steps.map((step) => step.id),
      `${path}.steps`,
    ),
    ...conditions.flatMap(([where, condition]) =>
      groupsIn(condition)
        .filter((id) => !groups.has(id))
        .map((id) => ({ path: where, expected: 'a group of the roll', found: id })),
    ),
  ];
}

function checkRoll(input: DecisionCase): Problem[] {
  const { groups, members } = input.roll;
  const byId = new Map(groups.map((group) => [group.id, group]));
  return [
    ...duplicates(
      groups.map((group) => group.id),
      'roll.groups',
    ),
    ...duplicates(
      members.map((member) => member.id),
      'roll.members',
    ),
    ...members.flatMap((member, index) => {
      const group = byId.get(member.group);
      if (!group)
        return [
          { path: `roll.members[${index}].group`, expected: 'a group of the roll', found: member.group },
        ];
      const { subgroup } = member;
      if (subgroup === undefined || group.subgroups?.some((inner) => inner.id === subgroup)) return [];
      return [
        { path: `roll.members[${index}].subgroup`, expected: `a sub-group of ${group.id}`, found: subgroup },
      ];
    }),
  ];
}

function checkNames(input: DecisionCase, rule: Rule): Problem[] {
  const members = new Set(input.roll.members.map((member) => member.id));
  const steps = new Set(rule.steps.map((step) => step.id));
  const known = (id: string, path: string): Problem[] =>
    members.has(id) ? [] : [{ path, expected: 'a member of the roll', found: id }];
  return [
    ...input.ballots.flatMap((ballot, index) => [
      ...known(ballot.member, `ballots[${index}].member`),
      ...(ballot.step === undefined || steps.has(ballot.step)
        ? []
        : [{ path: `ballots[${index}].step`, expected: `a step of rule ${rule.id}`, found: ballot.step }]),
    ]),
    ...(input.recused ?? []).flatMap((entry, index) => known(entry.member, `recused[${index}].member`)),
    ...(input.present ?? []).flatMap((id, index) => known(id, `present[${index}]`)),
    ...(input.proxies ?? []).flatMap((proxy, index) => [
      ...known(proxy.from, `proxies[${index}].from`),
      ...known(proxy.to, `proxies[${index}].to`),
    ]),
    ...duplicates(
      (input.proxies ?? []).map((proxy) => proxy.from),
      'proxies',
    ),
    ...(input.motion?.proposers ?? []).flatMap((id, index) => known(id, `motion.proposers[${index}]`)),
    ...(input.motion?.seconders ?? []).flatMap((id, index) => known(id, `motion.seconders[${index}]`)),
  ];
}

function checkSilence(input: DecisionCase, rule: Rule): Problem[] {
  if (!rule.steps.some((step) => step.kind === 'silence')) return [];
  return [
    ...(input.silence
      ? []
      : [
          {
            path: 'silence',
            expected: 'openedAt and closesAt, because the rule has a silence procedure',
            found: 'nothing',
          },
        ]),
    ...(input.now === undefined
      ? [
          {
            path: 'now',
            expected: 'the instant of the computation, because the rule has a silence procedure',
            found: 'nothing',
          },
        ]
      : []),
  ];
}

/** Everything in a case that does not fit together: unknown names, names used twice, what a step needs and lacks. */
export function checkCase(input: DecisionCase, rule: Rule): readonly Problem[] {
  const groups = new Set(input.roll.groups.map((group) => group.id));
  return [
    ...checkRoll(input),
    ...input.rules.flatMap((entry, index) => (entry === rule ? checkRule(entry, index, groups) : [])),
    ...checkNames(input, rule),
    ...checkSilence(input, rule),
  ];
}
