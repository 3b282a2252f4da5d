import { type Entities, isObject, memberOf, PARTNERS } from '@tablee/domain/kernel';
import type { Addresses } from '../mail/address.ts';
import { emailOf, languageOf } from './form.ts';
import { type InvitationTools, titleOfSpace } from './invitation.ts';
import { secretariatLetter } from './letter.ts';
import type { Account } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import { newId } from './secret.ts';
import type { PendingSignIn, SignIn } from './sign-in.ts';
import { serverCommand } from './space-desk.ts';

/** What the steward sees of the installation: numbers, nothing of what is in a partnership. */
export interface Installation {
  readonly accounts: number;
  readonly spaces: number;
  /** Spaces without anybody in their secretariat, by id. */
  readonly withoutSecretariat: readonly string[];
  readonly mail: boolean;
  /** Where e-mail comes in: the address of each partnership, named for the steward who is in it. Absent where none comes in. */
  readonly addresses?: readonly { readonly address: string; readonly name?: string }[];
  /** Sign-in links to hand over, when there is no mail server. */
  readonly pending: readonly (Omit<PendingSignIn, 'expires'> & { readonly expires: string })[];
}

const hasSecretariat = (entities: Entities): boolean => {
  for (const entity of entities.values()) {
    if (entity.type !== 'member') continue;
    const member = memberOf(entities, entity.id);
    if (member?.active === true && member.roles.includes('secretariat')) return true;
  }
  return false;
};

const incomingOf = async (
  tools: InvitationTools,
  mailIn: Addresses,
  steward: Account,
): Promise<NonNullable<Installation['addresses']>> => {
  const spaces = await tools.spaces.all();
  return Promise.all(
    spaces.map(async (space) => {
      const address = mailIn.partnership(space);
      const entities = await tools.spaces.read(space);
      const card = await tools.store.cards.byAccount(space, steward.id);
      const isIn = entities && card && memberOf(entities, card.id)?.active === true;
      return isIn ? { address, name: titleOfSpace(entities, space, languageOf(card.language)) } : { address };
    }),
  );
};

/** The installation as its steward sees it. */
export const installationOf = async (
  tools: InvitationTools,
  signIn: SignIn,
  steward: Account,
): Promise<Installation> => {
  const spaces = await tools.spaces.all();
  const without: string[] = [];
  for (const space of spaces) {
    const entities = await tools.spaces.read(space);
    if (entities !== undefined && !hasSecretariat(entities)) without.push(space);
  }
  return {
    accounts: await tools.store.accounts.count(),
    spaces: spaces.length,
    withoutSecretariat: without,
    mail: tools.post.works,
    ...(tools.mailIn === undefined ? {} : { addresses: await incomingOf(tools, tools.mailIn, steward) }),
    pending: signIn.pending().map((each) => ({ ...each, expires: new Date(each.expires).toISOString() })),
  };
};

/**
 * Names a secretariat where none is left: an act of the ledger, told to all members. The named person must have
 * been a member: the steward opens no partnership to strangers, nor to themselves.
 */
export const nameSecretariat = async (
  tools: InvitationTools,
  steward: Account,
  space: string,
  body: unknown,
): Promise<{ readonly ok: true } | Refused> => {
  if (!steward.steward) return refused('NotAllowed');
  const email = isObject(body) ? emailOf(body['email']) : undefined;
  if (email === undefined) return refused('EmailInvalid');
  const entities = await tools.spaces.read(space);
  if (entities === undefined) return refused('NotFound');
  if (hasSecretariat(entities)) return refused('SecretariatPresent');
  const account = await tools.store.accounts.byEmail(email);
  const card = account && (await tools.store.cards.byAccount(space, account.id));
  const member = card && memberOf(entities, card.id);
  if (card === undefined || member === undefined) return refused('NotFound');
  const { roles, organisation, circles, until } = member;
  const payload = {
    roles: [...new Set([...roles, 'secretariat'])],
    ...(organisation === undefined ? {} : { organisation }),
    ...(circles === undefined ? {} : { circles }),
    ...(until === undefined ? {} : { until }),
  };
  const type = member.active ? 'member.change' : 'member.rejoin';
  const command = serverCommand(
    newId(),
    { space, type, entity: card.id, circle: PARTNERS, payload },
    tools.clock(),
  );
  const answer = await tools.spaces.issue(command, 'system');
  if (answer.outcome === 'refused') return refused('Invalid');
  await tellMembers(tools, space, entities, card.name ?? '');
  return { ok: true };
};

const tellMembers = async (
  tools: InvitationTools,
  space: string,
  entities: Entities,
  name: string,
): Promise<void> => {
  if (!tools.post.works) return;
  for (const { id, email, language, withdrawn } of await tools.store.cards.of(space)) {
    if (email === undefined || withdrawn || memberOf(entities, id)?.active !== true) continue;
    const lang = language === 'en' ? 'en' : 'fr';
    const letter = secretariatLetter(lang, titleOfSpace(entities, space, lang), name);
    await tools.post.send(
      { to: email, ...letter, purpose: { kind: 'notice', space, person: id } },
      86_400_000,
    );
  }
};
