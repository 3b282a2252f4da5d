import { createHash } from 'node:crypto';
import { type Circle, type JsonObject, PARTNERS, PUBLIC, restrict, SECRETARIAT } from '@tablee/domain/kernel';
import { askedOf, ownWords, readReply } from '@tablee/domain/modules/mail';
import { processesIn } from '@tablee/domain/modules/reading';
import { requestState } from '@tablee/domain/modules/request';
import { languageOf } from '../people/form.ts';
import { requestIn } from '../people/link.ts';
import type { PersonalLink } from '../people/port.ts';
import type { PeopleService } from '../people/service.ts';
import type { Addresses } from './address.ts';
import type { ReadMail } from './read-mail.ts';

/** Where a mail belongs, and what the ledger is told of it. */
export interface Placed {
  /** Empty where no partnership is known for it. */
  readonly space: string;
  readonly circle: string;
  /** The payload of `mail.receive`. */
  readonly facts: JsonObject;
  readonly words: string;
}

/** What placing a mail stands on. */
export interface Placing {
  readonly people: PeopleService;
  readonly addresses: Addresses;
}

/** The same mail, by whatever way and however often it comes: its id, its sender and what it says. */
export const keyOf = (mail: ReadMail): string => {
  const parts = [mail.messageId ?? '', mail.from ?? '', mail.subject, mail.text];
  const files = mail.files.map(({ name, bytes }) => `${name} ${bytes.length}`);
  return createHash('sha256')
    .update(JSON.stringify([...parts, ...files]))
    .digest('hex');
};

/** The personal link of an id, in whichever space it is. */
export const linkOfId = async (people: PeopleService, id: string): Promise<PersonalLink | undefined> => {
  for (const space of await people.spaces.all()) {
    const found = (await people.store.links.of(space)).find((link) => link.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The person of a space whose card has an address. */
const personOf = async (people: PeopleService, space: string, address: string | undefined) =>
  address === undefined
    ? undefined
    : (await people.store.cards.of(space)).find(
        ({ email, erased }) => erased === undefined && email?.toLowerCase() === address,
      );

/** What was asked among all partners is sorted by the secretariat; what a group asked stays with those who read it. */
const circleFor = (asked: Circle): Circle => (asked === PARTNERS || asked === PUBLIC ? SECRETARIAT : asked);

const reply = async (
  { people }: Placing,
  mail: ReadMail,
  link: PersonalLink,
): Promise<Placed | undefined> => {
  const entities = await people.spaces.read(link.space);
  const held = entities?.get(link.request);
  const request = entities && requestIn(entities, link.request);
  if (entities === undefined || held === undefined || request === undefined) return undefined;
  const base = { request: link.request, person: link.person, files: mail.files.length };
  const placed = { space: link.space, circle: circleFor(held.circle), words: ownWords(mail.text) };
  if (mail.isBounce || mail.isAuto)
    return {
      ...placed,
      words: '',
      facts: { ...base, kind: mail.isBounce ? 'bounce' : 'auto', fromAsked: false },
    };
  const card = await people.store.cards.byId(link.space, link.person);
  const fromAsked = mail.from !== undefined && card?.email?.toLowerCase() === mail.from;
  const view = restrict(entities, held.circle);
  const said =
    mail.calendar !== undefined && request.kind === 'confirmMeeting'
      ? { choice: mail.calendar.choice }
      : readReply(placed.words, askedOf(view, request, languageOf(link.language)));
  // A comment is its words: without any, nothing was said.
  const isHeard = request.state !== 'closed' && !link.revoked && card?.withdrawn !== true;
  const kind = isHeard ? 'answer' : 'toSort';
  return {
    ...placed,
    facts: {
      ...base,
      kind,
      fromAsked,
      ...(said === undefined || !isHeard ? {} : { said: JSON.parse(JSON.stringify(said)) }),
    },
  };
};

/** The link by which somebody was asked whether they come to the meeting that a calendar program answers. */
const linkOfCalendar = async ({ people }: Placing, mail: ReadMail): Promise<PersonalLink | undefined> => {
  const { calendar } = mail;
  if (calendar === undefined) return undefined;
  for (const space of await people.spaces.all()) {
    const entities = await people.spaces.read(space);
    const circle = entities?.get(calendar.meeting)?.circle;
    const person = await personOf(people, space, mail.from);
    if (entities === undefined || circle === undefined || person === undefined) continue;
    const asked = processesIn(restrict(entities, circle), requestState).find(
      ({ state }) =>
        state.kind === 'confirmMeeting' && state.subject === calendar.meeting && state.person === person.id,
    );
    return (await people.store.links.of(space)).find(({ request }) => request === asked?.id);
  }
  return undefined;
};

/** The partnership that a mail was sent to; else the only one that knows its sender; else the only one there is. */
const spaceOf = async ({ people, addresses }: Placing, mail: ReadMail): Promise<string> => {
  const spaces = await people.spaces.all();
  for (const recipient of mail.recipients) {
    const mark = addresses.read(recipient);
    if (mark?.to === 'partnership' && spaces.includes(mark.space)) return mark.space;
  }
  const knowing: string[] = [];
  for (const space of spaces)
    if ((await personOf(people, space, mail.from)) !== undefined) knowing.push(space);
  const [only] = knowing.length === 0 ? spaces : knowing;
  return (knowing.length === 0 ? spaces : knowing).length === 1 ? (only ?? '') : '';
};

/** Every link whose mark the mail bears: its reply address, what it refers to, what a bounce sends back. */
const linksOf = ({ addresses }: Placing, mail: ReadMail, raw: Uint8Array): readonly string[] => {
  const marks = mail.recipients.map((recipient) => addresses.read(recipient));
  const replied = marks.flatMap((mark) => (mark?.to === 'reply' ? [mark.link] : []));
  const returned = mail.isBounce ? Buffer.from(raw.subarray(0, 300_000)).toString('latin1') : '';
  return [...new Set([...replied, ...addresses.linksIn(`${mail.references} ${returned}`)])];
};

/**
 * Where a mail belongs. A signed mark leads to its request, whatever the subject says; two different marks in one mail
 * are read as none. Everything else goes to the secretariat of the partnership it was sent to.
 */
export const placeMail = async (placing: Placing, mail: ReadMail, raw: Uint8Array): Promise<Placed> => {
  const marked = linksOf(placing, mail, raw);
  const [mark] = marked;
  const link =
    marked.length === 1 && mark !== undefined
      ? await linkOfId(placing.people, mark)
      : await linkOfCalendar(placing, mail);
  const placed = link === undefined ? undefined : await reply(placing, mail, link);
  if (placed !== undefined) return placed;
  const space = await spaceOf(placing, mail);
  const person = space === '' ? undefined : await personOf(placing.people, space, mail.from);
  const kind = mail.isBounce ? 'bounce' : mail.isAuto ? 'auto' : 'toSort';
  const facts = { kind, fromAsked: false, files: mail.files.length };
  return {
    space,
    circle: SECRETARIAT,
    words: ownWords(mail.text),
    facts: { ...facts, ...(person === undefined ? {} : { person: person.id }) },
  };
};
