export type { Ballot, DecisionCase, Group, Member, Proxy, Roll, Stance, Standing } from './case.ts';
export { caseSchema, rollSchema } from './case.ts';
export { ruleInForce } from './check.ts';
export { decide, OUTCOME_TEXT } from './decide.ts';
export type { Exact } from './fraction.ts';
export { formatPath, problemsOf, type Read, readCase, readRule } from './read.ts';
export type { Base, Bound, Condition, Measure, Rule, Scope, Step, Text } from './rule.ts';
export { ruleSchema } from './rule.ts';
export type {
  CountLine,
  Decided,
  NumberTest,
  Outcome,
  Problem,
  RefusalCode,
  RefusedBallot,
  StepResult,
  Test,
  TestGroup,
  UnconfirmedPosition,
  Verdict,
} from './verdict.ts';
