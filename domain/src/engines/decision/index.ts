export { type RuleCard, ruleCard } from './card.ts';
export type { Ballot, DecisionCase, Group, Member, Proxy, Roll, Stance, Standing } from './case.ts';
export { ballotSchema, caseSchema, rollSchema, stanceSchema, standingSchema } from './case.ts';
export { ruleInForce } from './check.ts';
export { decide, OUTCOME_TEXT } from './decide.ts';
export { type DryRun, dryRun, type Supposition } from './dry-run.ts';
export { type BallotFile, type BallotFileRead, readBlt } from './election/blt.ts';
export { type Counted, countElection } from './election/count.ts';
export type {
  BallotFault,
  Candidate,
  CountResult,
  Election,
  ElectionBallot,
  InvalidBallot,
  Method,
  OpenTie,
  Stage,
  TieBreak,
} from './election/election.ts';
export { electionSchema, FAULT_TEXT, methodSchema, tieBreakSchema } from './election/election.ts';
export { readBallotTable } from './election/table.ts';
export { type Exact, parseExact, toDecimal } from './fraction.ts';
export { type GroupMargin, type Margin, type MarginResult, margin } from './margin.ts';
export { formatPath, problemsOf, type Read, readCase, readElection, readRule } from './read.ts';
export type {
  Base,
  Bound,
  Condition,
  ConsensusStep,
  Majority,
  Measure,
  Quorum,
  Rule,
  Scope,
  SilenceStep,
  Step,
  Text,
  VoteStep,
} from './rule.ts';
export { ruleSchema } from './rule.ts';
export type {
  CountLine,
  Decided,
  NumberTest,
  Outcome,
  Place,
  Problem,
  RefusalCode,
  RefusedBallot,
  StatedReason,
  StepResult,
  Test,
  TestGroup,
  UnconfirmedPosition,
  Verdict,
} from './verdict.ts';
export { MEASURE_TEXT, STANCE_TEXT, STANDING_TEXT } from './wording.ts';
