export type { AssessOptions, TooFewAnswers } from './assess.ts';
export { assessRound, byWidth, readHealthCell } from './assess.ts';
export type { Change } from './change.ts';
export { measureChange } from './change.ts';
export type { OrdinalSummary, Scale } from './ordinal.ts';
export {
  countLevels,
  isSameScale,
  meanOf,
  measureAgreement,
  mixEqually,
  nameScale,
  readScale,
  summarise,
} from './ordinal.ts';
export type { AnswersFile } from './read-answers.ts';
export { answerRowSchema, readAnswers, readInvited } from './read-answers.ts';
export type { HealthCell, HealthGap, HealthReport } from './report.ts';
export { healthReportSchema } from './report.ts';
export type { Answer, HealthRound, Question } from './round.ts';
export { countRound } from './round.ts';
export type { Rating, RatingsFile, TooFewRaters, TrustOptions, TrustReport } from './trust.ts';
export { readRatings, readTrust, trustReportSchema } from './trust.ts';
