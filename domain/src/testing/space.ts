import type { Json, Outcome, RecordEntity } from '../kernel/index.ts';
import { sampleNouns } from './sample-nouns.ts';
import { type Answer, command, SimulatedServer } from './simulation.ts';

/** The note that most tests are about. */
export const NOTE = 'note000000000000000a';

/** A space with three people: ann (secretariat and core), bob (core), eve (a partner's focal point). */
export const peopled = (): SimulatedServer => {
  const server = new SimulatedServer(sampleNouns);
  server.join('ann', ['secretariat', 'core']);
  server.join('bob', ['core']);
  server.join('eve', ['focal']);
  return server;
};

let drawn = 0;

/** A fresh command id. */
export const freshId = (): string => `k${++drawn}`;

/** Adds {@link NOTE} in a circle. */
export const addNote = (
  server: SimulatedServer,
  person: string,
  circle: string,
  slots: { readonly [slot: string]: Json } = { name: 'Spring', body: { lang: 'fr', text: 'La source' } },
): Answer => server.send(person, command(freshId(), 'note.add', NOTE, { slots }, circle));

/** A note as the server holds it. @throws when there is no such note: the test is wrong. */
export const noteOf = (server: SimulatedServer, id = NOTE): RecordEntity => {
  const entity = server.state.entities.get(id);
  if (entity?.kind !== 'record') throw new Error(`no note ${id}`);
  return entity;
};

/** The code of a refusal; `ok` for what was accepted. */
export const codeOf = (answer: Answer | Outcome): string => ('code' in answer ? answer.code : 'ok');
