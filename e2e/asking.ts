import {
  addRecord,
  type Command,
  isObject,
  type Json,
  type JsonObject,
  PARTNERS,
  processCommand,
  type Ticket,
} from '@tablee/domain/kernel';
import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';
import { type Person, spaceOf } from './person.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A fresh id as devices make them: 20 characters of base 32. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => ALPHABET[byte % 32]).join('');

const ticketOf = (person: Person): Ticket => ({
  id: newId(),
  space: spaceOf(person),
  saidAt: new Date().toISOString(),
});

/** One request to the server as this signed-in person. @throws when the server refuses. */
export const call = async (person: Person, method: string, path: string, data?: object): Promise<unknown> => {
  const answer = await person.context.request.fetch(`/api/spaces/${spaceOf(person)}/${path}`, {
    method,
    headers: { [PROTOCOL_HEADER]: String(PROTOCOL), origin: person.server.address },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
};

const send = async (person: Person, command: Command): Promise<void> => {
  const body = await call(person, 'POST', 'commands', { commands: [command] });
  const outcomes = isObject(body) && Array.isArray(body['outcomes']) ? body['outcomes'] : [];
  const [first] = outcomes;
  if (!isObject(first) || first['outcome'] !== 'accepted') throw new Error(JSON.stringify(body));
};

/** Adds a record, that partners read unless `circle` says otherwise, without the screen; its id. @throws when it is refused. */
export const record = async (
  person: Person,
  noun: string,
  slots: { readonly [slot: string]: Json },
  circle = PARTNERS,
): Promise<string> => {
  const entity = newId();
  await send(person, addRecord(ticketOf(person), noun, { entity, circle }, slots));
  return entity;
};

/** Tells a process that partners read what happens, without the screen; its id. @throws when it is refused. */
export const tell = async (
  person: Person,
  type: string,
  payload: JsonObject,
  entity: string = newId(),
): Promise<string> => {
  await send(person, processCommand(ticketOf(person), type, { entity, circle: PARTNERS }, payload));
  return entity;
};

/** Everything that the server lets this person read of the partnership, as one text. @throws when it is refused. */
export const snapshotOf = async (person: Person): Promise<string> =>
  JSON.stringify(await call(person, 'GET', 'snapshot'));

/** Begins a process that partners read, without the screen; its id. @throws when it is refused. */
export const begin = async (person: Person, type: string, payload: JsonObject): Promise<string> => {
  const entity = newId();
  await send(person, processCommand(ticketOf(person), type, { entity, circle: PARTNERS }, payload));
  return entity;
};

/** The id of the text of the problem, as this person receives it. @throws when there is none. */
export const problemOf = async (person: Person): Promise<string> => {
  const body = await snapshotOf(person);
  const found = /"id":"([a-z2-7]{20})"(?:(?!"id":)[^])*?"kind":"problem"/.exec(body)?.[1];
  if (found === undefined) throw new Error(`no problem in: ${body}`);
  return found;
};

/** Somebody without an account on the list of people; their id. */
export const guestOf = async (person: Person, name: string, email?: string): Promise<string> => {
  const card = { name, language: 'fr', ...(email === undefined ? {} : { email }) };
  const body = await call(person, 'POST', 'people', card);
  if (!isObject(body) || typeof body['person'] !== 'string') throw new Error(JSON.stringify(body));
  return body['person'];
};

/** A personal link that was just made. */
export interface AskedLink {
  readonly id: string;
  readonly url: string;
}

/** Asks a guest for an answer by a personal link. @throws when it is refused. */
export const askByLink = async (person: Person, asked: object): Promise<AskedLink> => {
  const body = await call(person, 'POST', 'links', asked);
  if (!isObject(body) || typeof body['id'] !== 'string' || typeof body['url'] !== 'string')
    throw new Error(JSON.stringify(body));
  return { id: body['id'], url: body['url'] };
};

/** Asks a guest by e-mail: their letter holds the link, and can be replied to. @throws when it is refused. */
export const askByMail = async (person: Person, asked: object): Promise<void> => {
  await call(person, 'POST', 'links', { ...asked, send: true });
};

/** Makes a personal link worthless. @throws when it is refused. */
export const revoke = async (person: Person, link: AskedLink): Promise<void> => {
  await call(person, 'DELETE', `links/${link.id}`);
};
