/** All nouns of a partnership, in one registry; each module is imported by its own face. */
import { MEMBERSHIP, registry } from '@tablee/domain/kernel';
import { actor, relation } from './actor/index.ts';
import { commitment } from './commitment/index.ts';
import { contextFact, initiative } from './context/index.ts';
import { conversation } from './conversation/index.ts';
import { coreMember } from './core-group/index.ts';
import { document } from './document/index.ts';
import { perspective } from './listening/index.ts';
import { agendaItem, attendance, meeting, minuteLine } from './meeting/index.ts';
import { partnership as partnershipRecord } from './partnership/index.ts';

/** Every noun that may stand in the ledger of a partnership. */
export const partnership = registry(
  ...MEMBERSHIP,
  partnershipRecord,
  actor,
  relation,
  contextFact,
  initiative,
  conversation,
  coreMember,
  meeting,
  agendaItem,
  attendance,
  minuteLine,
  commitment,
  perspective,
  document,
);
