export type { Clustering, ClusterOptions } from './cluster.ts';
export { findGroups, settleGroups } from './cluster.ts';
export type { Components, Positions } from './components.ts';
export {
  centreStatements,
  findComponents,
  placePeople,
  placePerson,
  pullOfStatements,
} from './components.ts';
export type { LiveMap } from './live-map.ts';
export { openLiveMap } from './live-map.ts';
export type { Divide, Majority, Mark } from './measure.ts';
export {
  divides,
  groupAwareConsensus,
  likelyShare,
  majorities,
  markOf,
  marksOfGroup,
  testAboveHalf,
  testBetween,
} from './measure.ts';
export type { FoundGroups, Grouping, MapOptions, OpinionMap } from './opinion-map.ts';
export { givenGroups, mapOpinions, peopleOnMap } from './opinion-map.ts';
export type { PublishOptions, TooFewPeople } from './publish.ts';
export { publishOpinions, readCell } from './publish.ts';
export type { ReadVotesOptions, VotesFile, WrongTotal } from './read-votes.ts';
export { readVotes, voteRowSchema } from './read-votes.ts';
export type { OpinionCell, OpinionReport } from './report.ts';
export { opinionReportSchema } from './report.ts';
export type { Counts, Tally } from './tally.ts';
export { addCounts, countsOf, lineOf, tallyAll, tallyVotes } from './tally.ts';
export type { Stance, Vote, VoteColumns, VoteTable } from './vote-table.ts';
export { countVotes, gatherColumns, gatherVotes, numberStatements } from './vote-table.ts';
