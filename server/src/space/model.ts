import {
  type AnyRecord,
  type Entities,
  type Entity,
  expiryOf,
  fieldOfSlot,
  isObject,
  isPresent,
  type Json,
  memberOf,
  type RecordEntity,
  type Registry,
  slotName,
} from '@tablee/domain/kernel';
import type { EntityModel, LineModel } from '../ledger/port.ts';

/** The version of the read models: another one in a head means writing them again. */
export const MODEL = 2;

const SEARCHED = new Set(['line', 'text', 'place', 'link']);

/** The words of a slot: of lines, texts in every language, places and links; elements of tags by their name. */
const wordsOfSlot = (declaration: AnyRecord, slot: string, value: Json | undefined): string => {
  const kind = fieldOfSlot(declaration, slot)?.kind;
  if (kind === 'tags' && value === true) return slotName(slot).element ?? '';
  if (kind === undefined || !SEARCHED.has(kind)) return '';
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  const text = value['text'] ?? value['name'];
  return typeof text === 'string' ? text : '';
};

const wordsOfRecord = (declaration: AnyRecord, entity: RecordEntity): string =>
  Object.entries(entity.slots)
    .map(([slot, held]) => wordsOfSlot(declaration, slot, held.value))
    .filter((words) => words !== '')
    .join('\n');

/** The free texts of a process: its parts, wherever its state keeps them. */
const wordsOfState = (state: Json): readonly string[] => {
  if (Array.isArray(state)) return state.flatMap((item: Json) => wordsOfState(item));
  if (!isObject(state)) return [];
  if (typeof state['$part'] === 'string') return typeof state['value'] === 'string' ? [state['value']] : [];
  return Object.values(state).flatMap((held) => wordsOfState(held));
};

const wordsOf = (nouns: Registry, entity: Entity): string => {
  if (entity.kind === 'process') return wordsOfState(entity.state).join('\n');
  const declaration = nouns.record(entity.type);
  return entity.kind === 'record' && declaration !== undefined ? wordsOfRecord(declaration, entity) : '';
};

const expiryJobs = (nouns: Registry, entity: RecordEntity): EntityModel['jobs'] => {
  const declaration = nouns.record(entity.type);
  const expiry = declaration && expiryOf(declaration, entity);
  if (expiry === undefined) return [];
  const { at, targets, stamp } = expiry;
  return [{ at, command: `${entity.type}.erase`, payload: { targets }, stamp }];
};

const jobsOf = (nouns: Registry, entity: Entity | undefined): EntityModel['jobs'] => {
  if (entity?.kind === 'record') return expiryJobs(nouns, entity);
  if (entity?.kind !== 'process') return [];
  const stamp = typeof entity.at === 'number' ? entity.at : 0;
  const due = nouns.process(entity.type)?.due(entity.state) ?? [];
  return due.map(({ at, command, payload }) => ({
    at,
    command: `${entity.type}.${command}`,
    payload,
    stamp,
  }));
};

/** What the read models hold of one entity after an append; of one that is gone: nothing. */
export const modelOf = (nouns: Registry, entities: Entities, id: string): EntityModel => {
  const entity = entities.get(id);
  const text = entity !== undefined && isPresent(entity) ? wordsOf(nouns, entity) : '';
  const search =
    entity === undefined || text === '' ? null : { circle: entity.circle, type: entity.type, text };
  const model = { entity: id, search, jobs: jobsOf(nouns, entity) };
  if (entity?.type !== 'member') return model;
  const held = memberOf(entities, id);
  return { ...model, member: held?.active ? held.roles : null };
};

const member = (state: Json, key: string): unknown => (isObject(state) ? state[key] : undefined);

/**
 * What lists of spaces show. The record `partnership` has the id of its space; its `journey` (phase, cycles,
 * whether it ended) is found by type, and until one began a partnership stands in phase 1 of its first cycle.
 */
export const lineOf = (entities: Entities, space: string): LineModel | undefined => {
  const found = entities.get(space);
  if (found?.kind !== 'record') return undefined;
  const name = found.slots['name']?.value;
  const title = isObject(name) && typeof name['text'] === 'string' ? name['text'] : name;
  const language = isObject(name) && typeof name['lang'] === 'string' ? name['lang'] : 'fr';
  const line = { title: typeof title === 'string' ? title : '', language, phase: 1, cycle: 1, ended: false };
  const sample = found.slots['sample']?.value === true;
  for (const entity of entities.values()) {
    if (entity.type !== 'journey' || entity.kind !== 'process') continue;
    const phase = member(entity.state, 'phase');
    const cycles = member(entity.state, 'cycles');
    return {
      ...line,
      sample,
      phase: typeof phase === 'number' ? phase : 1,
      cycle: Array.isArray(cycles) && cycles.length > 0 ? cycles.length : 1,
      ended: isObject(member(entity.state, 'ended')),
    };
  }
  return { ...line, sample };
};

/** The types whose events change the line of a space. */
export const changesLine = (type: string): boolean =>
  type.startsWith('partnership.') || type.startsWith('journey.');
