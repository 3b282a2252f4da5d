import { WRITERS } from '@tablee/domain/kernel';
import { mailState } from '@tablee/domain/modules/mail';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, gateOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { hiddenIn } from '../people/hidden.ts';
import type { AuthorizedSpace } from '../space/gate.ts';
import { readApart } from './read-apart.ts';
import type { IncomingMail } from './service.ts';
import type { KeptMail } from './store.ts';

const AT = '/api/spaces/:space/mails';
const NO_STORE = { 'cache-control': 'no-store' };
/** How many e-mails are listed. */
const MOST = 500;

/** True for whoever reads the circle in which the ledger holds the mail, and writes there. */
const maySort = (gate: AuthorizedSpace, mail: KeptMail): boolean =>
  gate.circles.has(mail.circle) && WRITERS.some((role) => gate.actor.roles.has(role));

/** Tells which e-mails are from or about somebody in safety: they wait unread until that person is back in view. */
const withheldIn = async (mail: IncomingMail, space: string): Promise<(held: KeptMail) => boolean> => {
  const hidden = await hiddenIn(mail.deps.people.store, space);
  return ({ facts, sender, name }) =>
    hidden.person(facts['person']) || hidden.address(sender) || hidden.name(name);
};

/** What is listed of an e-mail whose words are withheld: that it is there. */
const NOTHING = { sender: '', name: '', subject: '', words: '', text: '', files: [] } as const;

/** @throws Refused `NotFound` alike for a mail that is not there and one that is not for the caller. */
const heldFor = async (deps: AppDeps, mail: IncomingMail, c: Call) => {
  const gate = await gateOf(deps, c);
  const held = await mail.deps.store.byId(gate.space, c.req.param('mail') ?? '');
  const isWithheld = await withheldIn(mail, gate.space);
  if (held === undefined || !maySort(gate, held) || isWithheld(held)) throw new Refused('NotFound');
  return { gate, held };
};

const list = async (deps: AppDeps, mail: IncomingMail, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const held = (await mail.deps.store.of(gate.space)).filter((each) => maySort(gate, each)).slice(0, MOST);
  const isWithheld = await withheldIn(mail, gate.space);
  const mails = held.map((each) => {
    const { id, sender, name, subject, words, text, files, whole, at } = each;
    const said = isWithheld(each)
      ? { ...NOTHING, withheld: true }
      : { sender, name, subject, words, text, files };
    return { id, ...said, whole, at };
  });
  const address = mail.works ? { address: mail.deps.addresses.partnership(gate.space) } : {};
  return c.json({ works: mail.works, ...address, mails }, 200, NO_STORE);
};

interface Content {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** @throws Refused `NotFound` where the file is of no kind that is taken in, or past its time. */
const contentOf = async (mail: IncomingMail, held: KeptMail, asked: string): Promise<Content> => {
  if (asked === 'text') {
    const head = [held.subject, `${held.name} <${held.sender}>`, held.at].join('\n');
    const name = `${held.subject.slice(0, 80) || 'e-mail'}.txt`;
    return { name, bytes: Buffer.from(`${head}\n\n${held.text}\n`), type: 'text/plain' };
  }
  const raw = await mail.deps.store.raw(held.id);
  const file = raw && /^\d{1,2}$/.test(asked) ? (await readApart(raw)).files[Number(asked)] : undefined;
  if (file?.type === undefined) throw new Refused('NotFound');
  return { name: file.name, bytes: file.bytes, type: file.type };
};

const show = async (deps: AppDeps, mail: IncomingMail, c: Call): Promise<Response> => {
  const { held } = await heldFor(deps, mail, c);
  const { name, bytes, type } = await contentOf(mail, held, c.req.param('file') ?? '');
  return c.body(new Uint8Array(bytes), 200, {
    ...NO_STORE,
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  });
};

const keep = async (deps: AppDeps, mail: IncomingMail, c: Call): Promise<Response> => {
  const { gate, held } = await heldFor(deps, mail, c);
  const entity = (await deps.spaces.open(gate.space))?.state.entities.get(held.id);
  const state = entity?.kind === 'process' ? mailState.read(entity.state) : undefined;
  if (state?.state === 'discarded') throw new Refused('NotFound');
  const { name, bytes } = await contentOf(mail, held, c.req.param('file') ?? '');
  const kept = await deps.files.takeBytes(bytes, { space: gate.space, circle: held.circle, name });
  if (kept === undefined) throw new Refused('NotFound');
  return c.json({ ...kept, name }, 201, NO_STORE);
};

/** The routes by which those who sort mail read it and take attachments out of it. */
export const mailRoutes =
  (mail: IncomingMail) =>
  (app: Hono<Env>, deps: AppDeps): void => {
    app.get(AT, (c) => list(deps, mail, c));
    app.get(`${AT}/:mail/files/:file`, (c) => show(deps, mail, c));
    app.post(`${AT}/:mail/files/:file`, (c) => keep(deps, mail, c));
  };
