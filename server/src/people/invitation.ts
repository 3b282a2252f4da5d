import {
  type Actor,
  CORE,
  type Entities,
  isObject,
  memberOf,
  PARTNERS,
  PUBLIC,
  ROLES,
  type Role,
  SECRETARIAT,
  titleOf,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { Addresses } from '../mail/address.ts';
import type { Accounts, AccountTools } from './account.ts';
import { INVITED } from './card-right.ts';
import { emailOf, lineOf } from './form.ts';
import { invitationLetter } from './letter.ts';
import type { Card, InvitationWay, Terms } from './port.ts';
import type { Post } from './post.ts';
import { type Refused, refused } from './refusal.ts';
import { hashOf, keyedHash, newCode, newId, newToken, readCode } from './secret.ts';
import type { Clock, SpaceDesk } from './space-desk.ts';
import { REVIEW_AFTER, type VaultDesk } from './vault.ts';

const DAY = 86_400_000;

/** An invitation lives 14 days and works once; one that was never accepted is forgotten after 6 months. */
export const INVITATION = { lives: 14 * DAY, kept: 183 * DAY } as const;

/** What inviting is made with. */
export interface InvitationTools extends AccountTools {
  /** The addresses at which mail comes in; absent where none does. */
  readonly mailIn?: Addresses;
  readonly accounts: Accounts;
  readonly vault: VaultDesk;
  readonly post: Post;
  readonly spaces: SpaceDesk;
  readonly key: Buffer;
  readonly url: string;
  readonly clock: Clock;
}

/** An invitation as it was just made: the only time that its link or code is readable. */
export interface Invited {
  readonly ok: true;
  readonly id: string;
  readonly person: string;
  readonly way: InvitationWay;
  readonly url?: string;
  readonly code?: string;
  /** True when the server sends it; else the one who invites hands it over. */
  readonly mailed: boolean;
  /** ISO 8601 UTC. */
  readonly expires: string;
}

/** A line of the list of invitations. */
export interface InvitationLine {
  readonly id: string;
  readonly person: string;
  readonly way: InvitationWay;
  readonly roles: readonly Role[];
  readonly organisation?: string;
  readonly state: 'open' | 'expired' | 'joining' | 'joined' | 'revoked';
  readonly mailed: boolean;
  readonly created: string;
  readonly expires: string;
}

/** The words of a space that doors need. */
export const titleOfSpace = (entities: Entities, space: string, language: string): string => {
  const declaration = partnership.record('partnership');
  const title = declaration && titleOf(declaration, entities.get(space), language);
  return title ?? (language === 'fr' ? 'un partenariat' : 'a partnership');
};

/** The name of an organisation of the space; `undefined` when it has none or is not in view of all members. */
export const organisationName = (
  entities: Entities,
  id: string | undefined,
  language: string,
): string | undefined => {
  const declaration = partnership.record('actor');
  const entity = id === undefined ? undefined : entities.get(id);
  if (declaration === undefined || entity === undefined || ![PARTNERS, PUBLIC].includes(entity.circle))
    return undefined;
  return titleOf(declaration, entity, language);
};

const BUILT_IN: readonly string[] = [PUBLIC, PARTNERS, CORE, SECRETARIAT];
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** Reads the terms: known roles; circles and a last day for outside helpers only; only circles that the inviter reads. */
const readTerms = (
  body: { readonly [key: string]: unknown },
  by: Actor,
): { readonly ok: true; readonly terms: Terms } | Refused => {
  const { roles, organisation, circles = [], until } = body;
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(isRole)) return refused('Invalid');
  if (organisation !== undefined && !isId(organisation)) return refused('Invalid');
  if (!Array.isArray(circles) || circles.length > 20 || !circles.every(isId)) return refused('Invalid');
  const isHelper = roles.includes('helper');
  if (until !== undefined && (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until)))
    return refused('Invalid');
  if (isHelper !== (until !== undefined) || (circles.length > 0 && !isHelper)) return refused('Invalid');
  if (circles.some((circle) => BUILT_IN.includes(circle) || !by.circles.has(circle)))
    return refused('NotAReader');
  const terms: Terms = {
    roles: [...new Set(roles)],
    ...(organisation === undefined ? {} : { organisation }),
    ...(circles.length === 0 ? {} : { circles }),
    ...(until === undefined ? {} : { until }),
  };
  return { ok: true, terms };
};

/** The guest's card: the one named, or a new one. */
const guestOf = async (
  { store, clock }: InvitationTools,
  space: string,
  by: Actor,
  body: { readonly [key: string]: unknown },
): Promise<{ readonly ok: true; readonly card: Card } | Refused> => {
  const email = body['email'] === undefined || body['email'] === '' ? undefined : emailOf(body['email']);
  if (email === undefined && body['email'] !== undefined && body['email'] !== '')
    return refused('EmailInvalid');
  if (isId(body['person'])) {
    const card = await store.cards.byId(space, body['person']);
    if (card === undefined || card.erased !== undefined) return refused('NotFound');
    if (card.withdrawn) return refused('PersonInSafety');
    return { ok: true, card: { ...card, ...(email === undefined ? {} : { email }) } };
  }
  const name = lineOf(body['name']);
  if (name === undefined) return refused('NameMissing');
  const now = clock();
  const card: Card = {
    space,
    id: newId(),
    name,
    ...(email === undefined ? {} : { email }),
    language: body['language'] === 'en' ? 'en' : 'fr',
    purpose: INVITED,
    basis: INVITED,
    addedBy: by.id,
    added: now,
    review: now + REVIEW_AFTER,
    withdrawn: false,
  };
  return { ok: true, card };
};

/** A member who came by code gets a new one; nobody takes over an account that has another way in. */
const barsMember = async (
  { store }: InvitationTools,
  entities: Entities,
  card: Card,
  way: InvitationWay,
): Promise<Refused | undefined> => {
  if (memberOf(entities, card.id)?.active !== true) return undefined;
  if (way !== 'code') return refused('AlreadyMember');
  const account = card.account === undefined ? undefined : await store.accounts.byId(card.account);
  if (account === undefined) return undefined;
  const spaces = await store.cards.spacesOf(account.id);
  const isCodeOnly = account.email === undefined && account.password === undefined && !account.steward;
  return isCodeOnly && spaces.length === 1 ? undefined : refused('HasAnotherWay');
};

/** Invites a person into a space; only its secretariat may. An open invitation of the same person is replaced. */
export const invite = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
  body: unknown,
): Promise<Invited | Refused> => {
  const { store, clock } = tools;
  if (!by.roles.has('secretariat')) return refused('NotAllowed');
  const entities = await tools.spaces.read(space);
  if (entities === undefined) return refused('NotFound');
  if (!isObject(body)) return refused('Invalid');
  const way = (['email', 'link', 'code'] as const).find((known) => known === body['way']);
  const read = readTerms(body, by);
  if (!read.ok || way === undefined) return read.ok ? refused('Invalid') : read;
  const wait = tools.limiter.take('invitation', by.id, clock());
  if (wait > 0) return refused('TooManyTries', { wait });
  const guest = await guestOf(tools, space, by, body);
  if (!guest.ok) return guest;
  const { card } = guest;
  if (way === 'email' && card.email === undefined) return refused('EmailInvalid');
  const barred = await barsMember(tools, entities, card, way);
  if (barred !== undefined) return barred;
  for (const earlier of await store.invitations.of(space))
    if (earlier.person === card.id && earlier.state === 'open')
      await store.invitations.revoke(space, earlier.id);
  const isNew = await store.cards.add(card);
  if (!isNew && card.email !== undefined) await store.cards.change(space, card.id, { email: card.email });
  tools.vault.changed(space);
  return issueInvitation(tools, entities, { space, by, card, way, terms: read.terms });
};

interface Asked {
  readonly space: string;
  readonly by: Actor;
  readonly card: Card;
  readonly way: InvitationWay;
  readonly terms: Terms;
}

const issueInvitation = async (
  tools: InvitationTools,
  entities: Entities,
  asked: Asked,
): Promise<Invited> => {
  const { space, by, card, way, terms } = asked;
  const now = tools.clock();
  const expires = now + INVITATION.lives;
  const code = way === 'code' ? newCode() : undefined;
  const token = newToken(128);
  const hash = code === undefined ? hashOf(token) : keyedHash(tools.key, readCode(code) ?? code);
  const id = newId();
  const row = { id, space, hash, way, person: card.id, terms, inviter: by.id, created: now, expires };
  await tools.store.invitations.add({ ...row, command: newId(), state: 'open', mailed: false });
  const url = `${tools.url}/join/${token}`;
  const until = new Date(expires).toISOString();
  const isMailed = way === 'email' && tools.post.works && card.email !== undefined;
  if (isMailed) {
    const lang = card.language === 'en' ? 'en' : 'fr';
    const inviter = (await tools.vault.nameOf(space, by.id)) ?? '';
    const words = { inviter, partnership: titleOfSpace(entities, space, lang), url, until, zone: 'UTC' };
    const purpose = { kind: 'invitation', space, person: card.id, sender: by.id, carries: id } as const;
    await tools.post.send({ to: card.email ?? '', ...invitationLetter(lang, words), purpose }, DAY);
  }
  return {
    ok: true,
    id,
    person: card.id,
    way,
    ...(code === undefined ? { url } : { code }),
    mailed: isMailed,
    expires: until,
  };
};

/** The invitations of a space, newest first; only for its secretariat. */
export const invitationsOf = async (
  { store, clock }: InvitationTools,
  space: string,
  by: Actor,
): Promise<{ readonly ok: true; readonly invitations: readonly InvitationLine[] } | Refused> => {
  if (!by.roles.has('secretariat')) return refused('NotAllowed');
  const now = clock();
  const invitations = (await store.invitations.of(space)).map(
    ({ id, person, way, terms, state, mailed, created, expires }): InvitationLine => ({
      id,
      person,
      way,
      roles: terms.roles,
      ...(terms.organisation === undefined ? {} : { organisation: terms.organisation }),
      state: state === 'open' && expires <= now ? 'expired' : state,
      mailed,
      created: new Date(created).toISOString(),
      expires: new Date(expires).toISOString(),
    }),
  );
  return { ok: true, invitations };
};

/** Takes an open invitation back. */
export const revokeInvitation = async (
  { store }: InvitationTools,
  space: string,
  by: Actor,
  id: string,
): Promise<{ readonly ok: true } | Refused> => {
  if (!by.roles.has('secretariat')) return refused('NotAllowed');
  return (await store.invitations.revoke(space, id)) ? { ok: true } : refused('NotFound');
};
