import { type Actor, actorOf, isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import type { Hono } from 'hono';
import type { Call, Env } from '../http/context.ts';
import { installationOf, nameSecretariat } from './installation.ts';
import { invitationsOf, invite, revokeInvitation } from './invitation.ts';
import { linksOf, makeLink, revokeLink } from './link.ts';
import { paceOf } from './outgoing.ts';
import { answerRefusal } from './problem.ts';
import { type Refused, refused } from './refusal.ts';
import type { PeopleService } from './service.ts';
import { bodyOf, callerOf, sessionRoutes } from './session-routes.ts';
import { dismissLetter, undeliveredOf } from './undelivered.ts';

interface Entry {
  readonly space: string;
  readonly actor: Actor;
}

/** The caller as a member of the space; a space that is not there and one not entered answer alike. */
const entryOf = async (people: PeopleService, c: Call): Promise<Entry | Response> => {
  const caller = await callerOf(people, c);
  if (caller instanceof Response) return caller;
  const space = c.req.param('space') ?? '';
  const card = await people.store.cards.byAccount(space, caller.account.id);
  const entities = card && (await people.spaces.read(space));
  const actor = card && entities && actorOf(entities, card.id);
  return actor === undefined ? answerRefusal(c, refused('NotFound')) : { space, actor };
};

type Answer = { readonly ok: true } | Refused;

const inSpace =
  (people: PeopleService, work: (entry: Entry, c: Call) => Promise<Answer>, status: 200 | 201 = 200) =>
  async (c: Call): Promise<Response> => {
    const entry = await entryOf(people, c);
    if (entry instanceof Response) return entry;
    const answer = await work(entry, c);
    if (!answer.ok) return answerRefusal(c, answer);
    const { ok: _ok, ...body } = answer;
    return Object.keys(body).length === 0
      ? c.body(null, 204)
      : c.json(body, status, { 'cache-control': 'no-store' });
  };

const idOf = (c: Call): string => c.req.param('id') ?? '';

/** Loaded when the first one is drawn: a server that waits does not carry it. */
const qrOf = async (text: string): Promise<string> => {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
};

const vaultRoutes = (app: Hono<Env>, people: PeopleService): void => {
  const at = path.people(':space');
  app.get(
    `${at}/review`,
    inSpace(people, async ({ space, actor }) => ({ ok: true, due: await people.vault.due(space, actor) })),
  );
  app.post(
    at,
    inSpace(people, async ({ space, actor }, c) => people.vault.add(space, actor, await bodyOf(c)), 201),
  );
  app.post(
    `${at}/batch`,
    inSpace(people, async ({ space, actor }, c) => {
      const { add, erase } = await bodyOf(c);
      if (Array.isArray(erase))
        return people.vault.eraseAll(
          space,
          actor,
          erase.filter((person) => typeof person === 'string'),
        );
      return people.vault.addAll(space, actor, Array.isArray(add) ? add.filter(isObject) : []);
    }),
  );
  app.patch(
    `${at}/:id`,
    inSpace(people, async ({ space, actor }, c) =>
      people.vault.change(space, actor, idOf(c), await bodyOf(c)),
    ),
  );
  app.delete(
    `${at}/:id`,
    inSpace(people, ({ space, actor }, c) => people.vault.erase(space, actor, idOf(c))),
  );
  app.get(
    `${at}/:id/copies`,
    inSpace(people, ({ space, actor }, c) => people.vault.outside(space, actor, idOf(c))),
  );
  app.post(
    `${at}/:id/protect`,
    inSpace(people, async ({ space, actor }, c) => {
      const { on } = await bodyOf(c);
      return people.vault.protect(space, actor, idOf(c), on !== false);
    }),
  );
};

const invitationRoutes = (app: Hono<Env>, people: PeopleService): void => {
  const at = path.invitations(':space');
  app.get(
    at,
    inSpace(people, ({ space, actor }) => invitationsOf(people, space, actor)),
  );
  app.post(
    at,
    inSpace(
      people,
      async ({ space, actor }, c) => {
        const made = await invite(people, space, actor, await bodyOf(c));
        return made.ok && made.url !== undefined ? { ...made, qr: await qrOf(made.url) } : made;
      },
      201,
    ),
  );
  app.delete(
    `${at}/:id`,
    inSpace(people, ({ space, actor }, c) => revokeInvitation(people, space, actor, idOf(c))),
  );
};

const linkRoutes = (app: Hono<Env>, people: PeopleService): void => {
  const at = path.links(':space');
  app.get(
    at,
    inSpace(people, ({ space, actor }) => linksOf(people, space, actor)),
  );
  app.post(
    at,
    inSpace(
      people,
      async ({ space, actor }, c) => {
        const made = await makeLink(people, space, actor, await bodyOf(c));
        return made.ok ? { ...made, qr: await qrOf(made.url) } : made;
      },
      201,
    ),
  );
  app.delete(
    `${at}/:id`,
    inSpace(people, ({ space, actor }, c) => revokeLink(people, space, actor, idOf(c))),
  );
};

const undeliveredRoutes = (app: Hono<Env>, people: PeopleService): void => {
  const at = path.undelivered(':space');
  app.get(
    at,
    inSpace(people, ({ space, actor }) => undeliveredOf(people, space, actor)),
  );
  app.delete(
    `${at}/:id`,
    inSpace(people, ({ space, actor }, c) => dismissLetter(people, space, actor, idOf(c))),
  );
};

/** How often the caller is reminded by this partnership. */
const reminderRoutes = (app: Hono<Env>, people: PeopleService): void => {
  const at = path.reminders(':space');
  const { reminders } = people.store;
  app.get(
    at,
    inSpace(people, async ({ space, actor }) => {
      const { pace } = await reminders.of(space, actor.id);
      const email = (await people.store.cards.byId(space, actor.id))?.email;
      return { ok: true, pace, reaches: people.post.works && email !== undefined };
    }),
  );
  app.put(
    at,
    inSpace(people, async ({ space, actor }, c) => {
      const pace = paceOf((await bodyOf(c))['pace']);
      if (pace === undefined) return refused('Invalid');
      await reminders.setPace(space, actor.id, pace);
      return { ok: true };
    }),
  );
};

/** What the rest of the server adds to the steward's page: versions, backups. */
export type Report = () => Promise<{ readonly [name: string]: unknown }>;

const stewardRoutes = (app: Hono<Env>, people: PeopleService, report: Report): void => {
  app.get('/api/installation', async (c) => {
    const caller = await callerOf(people, c);
    if (caller instanceof Response) return caller;
    if (!caller.account.steward) return answerRefusal(c, refused('NotFound'));
    const own = await installationOf(people, people.signIn, caller.account);
    return c.json({ ...(await report()), ...own }, 200, { 'cache-control': 'no-store' });
  });
  app.post('/api/installation/spaces/:space/secretariat', async (c) => {
    const caller = await callerOf(people, c);
    if (caller instanceof Response) return caller;
    const answer = await nameSecretariat(people, caller.account, c.req.param('space'), await bodyOf(c));
    return answer.ok ? c.body(null, 204) : answerRefusal(c, answer);
  });
};

/** All JSON routes of people: session and account, vault, invitations, personal links, installation. */
export const peopleRoutes =
  (people: PeopleService, report: Report = async () => ({})) =>
  (app: Hono<Env>): void => {
    sessionRoutes(app, people);
    vaultRoutes(app, people);
    invitationRoutes(app, people);
    linkRoutes(app, people);
    undeliveredRoutes(app, people);
    reminderRoutes(app, people);
    stewardRoutes(app, people, report);
  };
