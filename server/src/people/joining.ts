import { memberOf, PARTNERS } from '@tablee/domain/kernel';
import type { AccountForm } from './account.ts';
import { readPin } from './form.ts';
import { type InvitationTools, organisationName, titleOfSpace } from './invitation.ts';
import type { Account, Invitation, ServerLanguage } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import { hashOf, keyedHash, newId, readCode } from './secret.ts';
import { serverCommand } from './space-desk.ts';

/** What a guest reads before accepting. */
export interface Welcome {
  readonly ok: true;
  readonly invitation: Invitation;
  readonly partnership: string;
  readonly inviter: string;
  readonly organisation?: string;
  readonly name: string;
  readonly email?: string;
  readonly language: ServerLanguage;
  /** True when the guest is a member already and only gets a new code and PIN. */
  readonly isReset: boolean;
}

/** How a guest comes in: with the account they have, with a new one, or with a PIN. */
export type Entering =
  | { readonly with: 'account'; readonly account: Account }
  | { readonly with: 'form'; readonly form: AccountForm }
  | { readonly with: 'pin'; readonly code: string; readonly pin: unknown; readonly language: ServerLanguage };

/** A guest who is in. */
export type Entered =
  | { readonly ok: true; readonly account: Account; readonly space: string; readonly person: string }
  | Refused;

/** The invitation of a link's token or of a typed code, while it can be accepted. */
export const findInvitation = async (
  { store, key, clock }: InvitationTools,
  by: { readonly token: string } | { readonly code: unknown },
): Promise<{ readonly ok: true; readonly invitation: Invitation } | Refused> => {
  const code = 'code' in by && typeof by.code === 'string' ? readCode(by.code) : undefined;
  const hash = 'token' in by ? hashOf(by.token) : code === undefined ? undefined : keyedHash(key, code);
  const found = hash === undefined ? undefined : await store.invitations.byHash(hash);
  if (found === undefined) return refused('token' in by ? 'LinkUnknown' : 'CodeNotRecognised');
  if (found.state === 'revoked') return refused('LinkRevoked');
  if (found.state === 'joined') return refused('LinkUsed');
  return found.expires <= clock() ? refused('LinkExpired') : { ok: true, invitation: found };
};

/** What the guest reads before accepting; nothing is used up. */
export const welcome = async (tools: InvitationTools, invitation: Invitation): Promise<Welcome | Refused> => {
  const { space, person, inviter, terms } = invitation;
  const entities = await tools.spaces.read(space);
  const card = await tools.store.cards.byId(space, person);
  if (entities === undefined || card === undefined || card.erased !== undefined)
    return refused('LinkUnknown');
  const language = card.language === 'en' ? 'en' : 'fr';
  const organisation = organisationName(entities, terms.organisation, language);
  return {
    ok: true,
    invitation,
    partnership: titleOfSpace(entities, space, language),
    inviter:
      (await tools.vault.nameOf(space, inviter)) ??
      (language === 'fr' ? 'Le secrétariat' : 'The secretariat'),
    ...(organisation === undefined ? {} : { organisation }),
    name: card.name ?? '',
    ...(card.email === undefined ? {} : { email: card.email }),
    language,
    isReset: memberOf(entities, person)?.active === true && card.account !== undefined,
  };
};

/** Accepts an invitation: account, card, membership, in an order that can be taken up again after a crash. */
export const accept = async (
  tools: InvitationTools,
  welcomed: Welcome,
  entering: Entering,
): Promise<Entered> => {
  const { invitation } = welcomed;
  const { store, clock } = tools;
  if ((invitation.way === 'code') !== (entering.with === 'pin') && entering.with !== 'account')
    return refused('Invalid');
  const prepared = await prepare(tools, welcomed, entering);
  if (!prepared.ok) return prepared;
  const { account } = prepared;
  if (!(await store.invitations.take(invitation.id, account.id, clock()))) return refused('LinkUsed');
  const isKept = prepared.isNew
    ? await store.accounts.add(account)
    : prepared.change === undefined || (await store.accounts.change(account.id, prepared.change));
  if (!isKept) {
    await store.invitations.release(invitation.id);
    return refused(account.email === undefined ? 'NameTaken' : 'EmailTaken');
  }
  if (welcomed.isReset) await tools.sessions.endAll(account.id);
  const person = await finishJoining(tools, { ...invitation, account: account.id });
  return person === undefined ? refused('NotFound') : { ok: true, account, space: invitation.space, person };
};

type Prepared = {
  readonly ok: true;
  readonly account: Account;
  readonly isNew: boolean;
  readonly change?: { readonly code: string; readonly pin: string };
};

const prepare = async (
  tools: InvitationTools,
  welcomed: Welcome,
  entering: Entering,
): Promise<Prepared | Refused> => {
  const { invitation, name } = welcomed;
  if (entering.with === 'account')
    return welcomed.isReset ? refused('Invalid') : { ok: true, account: entering.account, isNew: false };
  if (entering.with === 'form') {
    const drafted = await tools.accounts.draft(entering.form, invitation.mailed);
    if (!drafted.ok) return drafted;
    const { account } = drafted;
    // The link was in a message to this very address: holding it proves the mailbox.
    const isProven = invitation.mailed && account.email !== undefined && account.email === welcomed.email;
    if (account.password === undefined && !isProven) return refused('PasswordTooShort');
    return { ok: true, account: { ...account, emailProven: isProven }, isNew: true };
  }
  const read = readPin(entering.pin);
  if (!read.ok) return read;
  const code = keyedHash(tools.key, readCode(entering.code) ?? '');
  const pin = await tools.hasher.hash(read.pin);
  const card = await tools.store.cards.byId(invitation.space, invitation.person);
  const held =
    welcomed.isReset && card?.account !== undefined
      ? await tools.store.accounts.byId(card.account)
      : undefined;
  if (held !== undefined) return { ok: true, account: held, isNew: false, change: { code, pin } };
  const account: Account = {
    id: newId(),
    name,
    emailProven: false,
    language: entering.language,
    steward: false,
    code,
    pin,
    created: tools.clock(),
  };
  return { ok: true, account, isNew: true };
};

/** Links card and account and lets the guest in; safe to repeat. Returns the person id, or nothing when refused. */
export const finishJoining = async (
  tools: InvitationTools,
  invitation: Invitation,
): Promise<string | undefined> => {
  const { store, spaces, clock } = tools;
  const { space, terms, account } = invitation;
  const entities = await spaces.read(space);
  const held = account === undefined ? undefined : await store.accounts.byId(account);
  if (entities === undefined || held === undefined) {
    await store.invitations.release(invitation.id);
    return undefined;
  }
  const own = await store.cards.byAccount(space, held.id);
  const person = own?.id ?? invitation.person;
  // Somebody who comes back keeps their id: the card that was made for the invitation has no further use.
  if (own !== undefined && own.id !== invitation.person)
    await store.cards.erase(space, invitation.person, clock());
  else
    await store.cards.change(space, person, {
      account: held.id,
      name: held.name,
      language: held.language,
      purpose: null,
      basis: null,
      review: null,
    });
  const member = memberOf(entities, person);
  if (member?.active !== true) {
    const type = member === undefined ? 'member.join' : 'member.rejoin';
    const payload = {
      roles: terms.roles,
      ...(terms.organisation === undefined ? {} : { organisation: terms.organisation }),
      ...(terms.circles === undefined ? {} : { circles: terms.circles }),
      ...(terms.until === undefined ? {} : { until: terms.until }),
    };
    const command = serverCommand(
      invitation.command,
      { space, type, entity: person, circle: PARTNERS, payload },
      clock(),
    );
    const answer = await spaces.issue(command, 'system');
    if (answer.outcome === 'refused') return undefined;
  }
  await store.invitations.joined(invitation.id);
  tools.vault.changed(space);
  return person;
};
