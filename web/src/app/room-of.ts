import type { Entity } from '@tablee/domain/kernel';
import { addressOf } from './address.ts';

/** The room in which each noun is at home; what has none is shown by its register. */
const HOME: Readonly<Record<string, string>> = {
  actor: 'stakeholders',
  relation: 'stakeholders',
  contextFact: 'context',
  initiative: 'context',
  conversation: 'people',
  coreMember: 'core',
  meeting: 'meetings',
  agendaItem: 'meetings',
  attendance: 'meetings',
  minuteLine: 'meetings',
  commitment: 'commitments',
  document: 'documents',
  perspective: 'listening',
  result: 'results',
  assumption: 'results',
  indicator: 'results',
  milestone: 'results',
  activity: 'roadmap',
  contribution: 'resources',
  budgetLine: 'resources',
  body: 'governance',
  seat: 'governance',
  rule: 'governance',
  clause: 'agreement',
  agreement: 'agreement',
  decision: 'decisions',
  figure: 'monitoring',
  finding: 'evaluation',
  option: 'options',
  criterion: 'options',
  score: 'options',
  essential: 'handover',
  handover: 'handover',
  lesson: 'lessons',
  news: 'reporting',
  publicPage: 'reporting',
  ending: 'ending',
  fitCheck: 'fit',
  minutes: 'meetings',
  letter: 'documents',
  letterhead: 'documents',
  mandate: 'people',
  officeChange: 'people',
};

/** The address of a thing: its room, or its register. */
export const roomOf = (space: string, entity: Pick<Entity, 'id' | 'type'>): string =>
  addressOf(space, HOME[entity.type] ?? `register-${entity.type}`, entity.id);
