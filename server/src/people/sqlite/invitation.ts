import type { DatabaseSync } from 'node:sqlite';
import { DOOR_LANGUAGES } from '@tablee/domain/modules/request';
import type { Invitation, InvitationStore, LinkStore, PersonalLink, Terms } from '../port.ts';
import { columnsOf, insertion, number, type Row, text, texts, word } from './row.ts';

// Written by this adapter alone, from the same type.
const termsOf = (json: string): Terms => JSON.parse(json) as Terms;

const MAYBE = columnsOf('account');
const WRITTEN = columnsOf(
  'id',
  'space',
  'hash',
  'way',
  'person',
  'terms',
  'inviter',
  'created',
  'expires',
  'command',
  'state',
);

const toInvitation = (row: Row): Invitation => ({
  id: text(row, 'id'),
  space: text(row, 'space'),
  hash: text(row, 'hash'),
  way: word(row, 'way', ['email', 'link', 'code']),
  person: text(row, 'person'),
  terms: termsOf(text(row, 'terms')),
  inviter: text(row, 'inviter'),
  created: number(row, 'created'),
  expires: number(row, 'expires'),
  command: text(row, 'command'),
  state: word(row, 'state', ['open', 'joining', 'joined', 'revoked']),
  mailed: number(row, 'mailed') === 1,
  ...texts(row, MAYBE),
});

/** Invitations in SQLite. */
export const invitationsIn = (db: DatabaseSync): InvitationStore => {
  const insert = insertion(db, 'invitation', WRITTEN);
  const byHash = db.prepare('select * from invitation where hash = ?');
  const byId = db.prepare('select * from invitation where space = ? and id = ?');
  const of = db.prepare('select * from invitation where space = ? order by created desc, id');
  const take = db.prepare(
    `update invitation set state = 'joining', account = ? where id = ? and state = 'open' and expires > ?`,
  );
  const joined = db.prepare(`update invitation set state = 'joined' where id = ? and state = 'joining'`);
  const release = db.prepare(
    `update invitation set state = 'open', account = null where id = ? and state = 'joining'`,
  );
  const revoke = db.prepare(
    `update invitation set state = 'revoked' where space = ? and id = ? and state = 'open'`,
  );
  const mailed = db.prepare('update invitation set mailed = 1 where id = ?');
  const joining = db.prepare(`select * from invitation where state = 'joining'`);
  const purge = db.prepare(
    `delete from invitation where created < ? and state <> 'joining' returning space, person, state`,
  );
  const maybe = (row: Row | undefined): Invitation | undefined =>
    row === undefined ? undefined : toInvitation(row);
  return {
    add: async (invitation) => insert({ ...invitation, terms: JSON.stringify(invitation.terms) }),
    byHash: async (hash) => maybe(byHash.get(hash)),
    byId: async (space, id) => maybe(byId.get(space, id)),
    of: async (space) => of.all(space).map(toInvitation),
    take: async (id, account, now) => take.run(account, id, now).changes === 1,
    joined: async (id) => void joined.run(id),
    release: async (id) => void release.run(id),
    revoke: async (space, id) => revoke.run(space, id).changes === 1,
    mailed: async (id) => void mailed.run(id),
    joining: async () => joining.all().map(toInvitation),
    purge: async (created) =>
      purge
        .all(created)
        .filter((row) => text(row, 'state') !== 'joined')
        .map((row) => ({ space: text(row, 'space'), person: text(row, 'person') })),
  };
};

const toLink = (row: Row): PersonalLink => ({
  id: text(row, 'id'),
  hash: text(row, 'hash'),
  space: text(row, 'space'),
  request: text(row, 'request'),
  person: text(row, 'person'),
  language: word(row, 'language', DOOR_LANGUAGES),
  asker: text(row, 'asker'),
  created: number(row, 'created'),
  closes: number(row, 'closes'),
  revoked: number(row, 'revoked') === 1,
});

/** Personal links in SQLite. */
export const linksIn = (db: DatabaseSync): LinkStore => {
  const insert = insertion(
    db,
    'link',
    columnsOf('id', 'hash', 'space', 'request', 'person', 'language', 'asker', 'created', 'closes'),
  );
  const byHash = db.prepare('select * from link where hash = ?');
  const of = db.prepare('select * from link where space = ? order by created desc, id');
  const revoke = db.prepare('update link set revoked = 1 where space = ? and id = ? and revoked = 0');
  const purge = db.prepare('delete from link where closes < ?');
  return {
    add: async (link) => insert(link),
    byHash: async (hash) => {
      const row = byHash.get(hash);
      return row === undefined ? undefined : toLink(row);
    },
    of: async (space) => of.all(space).map(toLink),
    revoke: async (space, id) => revoke.run(space, id).changes === 1,
    purge: async (closedBefore) => void purge.run(closedBefore),
  };
};
