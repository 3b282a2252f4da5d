import { createHash } from 'node:crypto';
import {
  actorOf,
  type Entities,
  memberOf,
  PARTNERS,
  type ProcessEntity,
  processCommand,
  type View,
  viewFor,
} from '@tablee/domain/kernel';
import { type Due, digestFor, type Reminded, type Reminder, reminderText } from '@tablee/domain/modules/due';
import { isDoorLanguage, requestState } from '@tablee/domain/modules/request';
import { languageOf } from '../people/form.ts';
import { titleOfSpace } from '../people/invitation.ts';
import { digestLetter, type LetterLink } from '../people/letter.ts';
import { openLink } from '../people/link.ts';
import type { Mail } from '../people/mail.ts';
import type { Card } from '../people/port.ts';
import type { PeopleService } from '../people/service.ts';
import { idFrom } from '../space/runtime.ts';
import { paceAddress } from './pace.ts';

/** A partnership on the morning of a digest. */
export interface Occasion {
  readonly space: string;
  readonly entities: Entities;
  /** Everything, whatever its circle: what is named of it is decided line by line. */
  readonly all: View;
  readonly today: string;
  readonly monday: string;
}

/** A person who may be reminded, with an address at which they may. */
interface Recipient extends Reminded {
  readonly card: Card;
  readonly email: string;
  readonly lang: 'fr' | 'en';
}

/** A line of a person without account, with the page on which it is answered. */
interface Answerable {
  readonly due: Due;
  readonly link?: { readonly id: string; readonly url: string };
}

/** The same for the same person and Monday, so that a stop in the middle opens nothing twice. */
const idOf = ({ space, monday }: Occasion, person: string, step: string): string =>
  idFrom(createHash('sha256').update(['digest', space, person, monday, step].join('\n')).digest());

/** Only what is asked of the person themselves, or what all partners may read: more is not theirs without an account. */
const outside = (digest: Reminder | undefined, person: string): readonly Due[] =>
  [...(digest?.late ?? []), ...(digest?.soon ?? [])].filter((due) => due.isNamed || due.person === person);

const isTheirs = (entity: ProcessEntity, person: string, subjects: ReadonlySet<string>): boolean => {
  const state = requestState.read(entity.state);
  const isOpen = state.kind === 'commitment' && state.state !== 'closed';
  return isOpen && state.person === person && subjects.has(state.subject);
};

/** The request at which somebody without account says where their promises stand: the one that is there, or a new one. */
const promiseRequest = async (
  people: PeopleService,
  occasion: Occasion,
  { card }: Recipient,
  owed: readonly Due[],
): Promise<string | undefined> => {
  const [first] = owed;
  if (first === undefined) return undefined;
  const subjects = new Set(owed.map(({ id }) => id));
  for (const entity of occasion.all.list('request'))
    if (entity.kind === 'process' && isTheirs(entity, card.id, subjects)) return entity.id;
  const { space } = occasion;
  const entity = idOf(occasion, card.id, 'request');
  const saidAt = new Date(people.clock()).toISOString();
  const ticket = { id: idOf(occasion, card.id, 'open'), space, saidAt };
  const asked = { kind: 'commitment', subject: first.id, person: card.id };
  const payload = first.owner === undefined ? asked : { ...asked, organisation: first.owner };
  const command = processCommand(ticket, 'request.open', { entity, circle: PARTNERS }, payload);
  return (await people.spaces.issue(command, 'system')).outcome === 'accepted' ? entity : undefined;
};

/** Each line with its own page; all promises have one together. What can no longer be answered is left out. */
const answerable = async (
  people: PeopleService,
  occasion: Occasion,
  recipient: Recipient,
  dues: readonly Due[],
): Promise<readonly Answerable[]> => {
  const { card } = recipient;
  const language = isDoorLanguage(card.language) ? card.language : recipient.lang;
  const linkTo = async (request: string | undefined): Promise<Answerable['link']> => {
    const entities = request === undefined ? undefined : await people.spaces.read(occasion.space);
    const entity = entities?.get(request ?? '');
    if (entities === undefined || request === undefined || entity?.kind !== 'process') return undefined;
    const { askedBy: asker } = requestState.read(entity.state);
    const made = await openLink(people, entities, { card, request, asker, language });
    return made && { id: made.link.id, url: made.url };
  };
  const promised = dues.filter(({ source, isNamed }) => source === 'commitment' && isNamed);
  const promises = await linkTo(await promiseRequest(people, occasion, recipient, promised));
  const lines: Answerable[] = [];
  for (const due of dues) {
    if (due.source === 'answer') {
      const link = await linkTo(due.id);
      if (link !== undefined) lines.push({ due, link });
    } else lines.push(promised.includes(due) && promises !== undefined ? { due, link: promises } : { due });
  }
  return lines;
};

/** Who may be written to; nobody who was put in safety, left, gave no address, or wants none of it this week. */
export const recipientOf = async (
  { store }: PeopleService,
  { space, entities, monday }: Occasion,
  reminded: Reminded,
  isFirst: boolean,
): Promise<Recipient | undefined> => {
  const card = await store.cards.byId(space, reminded.person);
  if (card?.email === undefined || card.withdrawn || card.erased !== undefined) return undefined;
  if (memberOf(entities, card.id)?.active === false) return undefined;
  const held = await store.reminders.of(space, card.id);
  if (held.pace === 'never' || (held.pace === 'monthly' && !isFirst)) return undefined;
  if (held.monday !== undefined && held.monday >= monday) return undefined;
  const account = card.account === undefined ? undefined : await store.accounts.byId(card.account);
  return { ...reminded, card, email: card.email, lang: languageOf(account?.language ?? card.language) };
};

/** The digest of one person as a mail; `undefined` where nothing of theirs is late or near. */
export const digestMail = async (
  people: PeopleService,
  occasion: Occasion,
  recipient: Recipient,
): Promise<Mail | undefined> => {
  const { space, entities, all, today } = occasion;
  const { card, email, lang } = recipient;
  const actor = actorOf(entities, card.id);
  const view = actor === undefined ? all : viewFor(entities, actor.circles);
  const digest = digestFor(view, recipient, { today, lang });
  const lines: readonly Answerable[] =
    actor === undefined
      ? await answerable(people, occasion, recipient, outside(digest, card.id))
      : [...(digest?.late ?? []), ...(digest?.soon ?? [])].map((due) => ({ due }));
  if (lines.length === 0) return undefined;
  // Where nothing may be named, not even the partnership is.
  const isNamed = lines.some(({ due }) => due.isNamed);
  const partnership = isNamed ? titleOfSpace(entities, space, lang) : 'Tablée';
  const reminder = { late: lines.map(({ due }) => due), soon: [] };
  const text = reminderText(reminder, { lang, partnership, name: card.name });
  const open: LetterLink = {
    url: `${people.url}/p/${space}`,
    words: lang === 'fr' ? 'Ouvrir Tablée' : 'Open Tablée',
  };
  const stop = paceAddress(people, space, card.id);
  const letter = digestLetter(lang, {
    ...text,
    partnership,
    lines: text.lines.map(({ words }, index) => {
      const url = lines[index]?.link?.url;
      return url === undefined ? { words } : { words, url };
    }),
    ...(actor === undefined ? {} : { link: open }),
    stop,
  });
  const [first, ...others] = new Set(lines.flatMap(({ link }) => (link === undefined ? [] : [link.id])));
  const purpose = { kind: 'digest', space, person: card.id } as const;
  const answered = first !== undefined && others.length === 0 ? { link: first } : {};
  return { ...letter, to: email, purpose, stop: `${stop}/stop`, ...answered };
};
