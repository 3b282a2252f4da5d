/** All nouns of a partnership, in one registry; each module is imported by its own face. */
import { MEMBERSHIP, registry } from '@tablee/domain/kernel';
import { activity } from './activity/index.ts';
import { actor, merger, relation } from './actor/index.ts';
import { agreement, clause } from './agreement/index.ts';
import { commitment, quarterPage } from './commitment/index.ts';
import { conceptNote } from './concept-note/index.ts';
import { contextFact, initiative } from './context/index.ts';
import { conversation } from './conversation/index.ts';
import { coreMember } from './core-group/index.ts';
import { decision } from './decision/index.ts';
import { document, edition, sending } from './document/index.ts';
import { ending } from './ending/index.ts';
import { criterion, finding, option, score } from './evaluation/index.ts';
import { figure } from './figure/index.ts';
import { fitCheck, fitVerdict } from './fit-check/index.ts';
import { flag } from './flag/index.ts';
import { body, rule, seat } from './governance/index.ts';
import { group, statement } from './group/index.ts';
import { essential, handover } from './handover/index.ts';
import { lesson } from './lesson/index.ts';
import { letter, letterhead } from './letter/index.ts';
import { perspective, round } from './listening/index.ts';
import { mail } from './mail/index.ts';
import { mandate, officeChange } from './mandate/index.ts';
import {
  agendaItem,
  attendance,
  invitation,
  meeting,
  meetingCost,
  meetingPhoto,
  minuteLine,
  minutes,
} from './meeting/index.ts';
import { paper } from './paper/index.ts';
import { journey, partnership as partnershipRecord } from './partnership/index.ts';
import { poll } from './poll/index.ts';
import { affectedGroup, evidence, treeNode } from './problem-tree/index.ts';
import { news, publicPage } from './publication/index.ts';
import { pulse } from './pulse/index.ts';
import { request } from './request/index.ts';
import { budgetLine, contribution } from './resource/index.ts';
import { assumption, indicator, milestone, result } from './result/index.ts';
import { rightsHolder, rightsPromise } from './rights-holder/index.ts';
import { term, wordSense } from './term/index.ts';
import { wording } from './wording/index.ts';

/** Every noun that may stand in the ledger of a partnership. */
export const partnership = registry(
  ...MEMBERSHIP,
  partnershipRecord,
  journey,
  wording,
  treeNode,
  evidence,
  affectedGroup,
  term,
  wordSense,
  actor,
  relation,
  merger,
  contextFact,
  initiative,
  conversation,
  coreMember,
  fitCheck,
  fitVerdict,
  conceptNote,
  meeting,
  agendaItem,
  attendance,
  minuteLine,
  minutes,
  invitation,
  meetingPhoto,
  meetingCost,
  poll,
  pulse,
  commitment,
  quarterPage,
  perspective,
  round,
  rightsHolder,
  rightsPromise,
  document,
  edition,
  sending,
  request,
  mail,
  paper,
  result,
  assumption,
  indicator,
  milestone,
  figure,
  activity,
  contribution,
  budgetLine,
  body,
  seat,
  rule,
  decision,
  clause,
  agreement,
  flag,
  finding,
  option,
  criterion,
  score,
  essential,
  handover,
  lesson,
  news,
  publicPage,
  ending,
  letterhead,
  letter,
  mandate,
  officeChange,
  group,
  statement,
);
