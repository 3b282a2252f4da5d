import { createHash } from 'node:crypto';
import { type Command, processCommand, restrict, type Ticket } from '@tablee/domain/kernel';
import { type Mail, mailState, readingLines } from '@tablee/domain/modules/mail';
import { confirming, DOOR_LANGUAGES, effectOf } from '@tablee/domain/modules/request';
import { typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { addDoor, closedDoor, formOf, heldBack, show, tongueFor, type Visit, visit } from '../door/door.ts';
import { neutralPreview, type Piece } from '../door/page.ts';
import { openDoor, type RequestDoor } from '../door/request-door.ts';
import type { Call, Env } from '../http/context.ts';
import { refused } from '../people/refusal.ts';
import { hashOf } from '../people/secret.ts';
import { idFrom } from '../space/runtime.ts';
import type { IncomingMail } from './service.ts';
import type { KeptMail } from './store.ts';

/** How much of the person's own words the page shows. */
const SHOWN = 1_200;

/** A reading that waits for its person, with the door of their link. */
interface Reading {
  readonly door: RequestDoor;
  readonly kept: KeptMail;
  readonly state: Mail;
  readonly lines: readonly string[];
}

/** The reading of an address; `undefined` where there is none for this link, or it is settled. */
const readingOf = async (
  mail: IncomingMail,
  door: RequestDoor,
  of: { readonly id: string; readonly lang: string },
): Promise<Reading | undefined> => {
  const { people, store } = mail.deps;
  const { link } = door;
  const kept = await store.byId(link.space, of.id);
  const entities = await people.spaces.read(link.space);
  const entity = entities?.get(of.id);
  const state =
    entity?.kind === 'process' && entity.type === 'mail' ? mailState.read(entity.state) : undefined;
  if (kept === undefined || entities === undefined || state === undefined || state.said === null)
    return undefined;
  const isTheirs = state.request === link.request && state.person === link.person && state.fromAsked;
  if (!isTheirs || state.state !== 'waiting') return undefined;
  const view = restrict(entities, entities.get(link.request)?.circle ?? kept.circle);
  return { door, kept, state, lines: readingLines(view, door.request, state.said, of.lang) };
};

/** An id that the same press makes again. */
const derivedId = (kept: KeptMail, step: string): string =>
  idFrom(createHash('sha256').update(`${kept.id} ${step}`).digest());

/** Records the reading as the person's own answer, by e-mail, and what follows from it. */
const confirm = async (mail: IncomingMail, { door, kept, state }: Reading): Promise<boolean> => {
  const { people, runtime } = mail.deps;
  const { link, me, request } = door;
  const { space, words } = kept;
  if (state.said === null) return false;
  const saidAt = new Date(runtime.now()).toISOString();
  const ticket = (step: string): Ticket => ({ id: derivedId(kept, step), space, saidAt });
  const issue = async (command: Command): Promise<boolean> =>
    (await people.spaces.issue(command, 'system')).outcome === 'accepted';
  const circle = (await people.spaces.read(space))?.get(link.request)?.circle;
  if (circle === undefined) return false;
  const read = async () => restrict((await people.spaces.read(space)) ?? new Map(), circle);
  const own = words === '' ? {} : { words };
  const payload = { said: state.said, channel: 'email', ...own };
  const target = { entity: link.request, circle };
  if (!(await issue(processCommand(ticket('answer'), 'request.answer', target, payload)))) return false;
  const answering = { said: state.said, channel: 'email', lang: link.language, ...own } as const;
  const entity = derivedId(kept, 'entity');
  const effect = effectOf(await read(), request, { ...answering, entity, person: me.id }, ticket('effect'));
  if (effect !== undefined) await issue(effect);
  const { kind, subject } = request;
  const held = { id: link.request, from: 'request', kind, subject } as const;
  let step = 0;
  const next = (): Ticket => {
    step += 1;
    return ticket(`confirm ${step}`);
  };
  for (const command of confirming(await read(), held, me, next)) await issue(command);
  return issue(processCommand(ticket('mail'), 'mail.confirm', { entity: kept.id, circle: kept.circle }, {}));
};

const tokenOf = (c: Call): string => c.req.param('token') ?? '';

/** Their own words, what was read in them, and the one button that records it. */
const showReading = (at: Visit, { door, kept, lines }: Reading): Promise<Response> => {
  const { say, tongue, formToken } = at;
  const title = say({
    fr: 'Est-ce bien votre réponse ?',
    en: 'Is this your answer?',
    de: 'Ist das Ihre Antwort?',
    es: '¿Es esta su respuesta?',
  });
  const said: Piece =
    lines.length === 0
      ? html``
      : html`<section class="notice"><h2>${say({ fr: 'Nous avons lu', en: 'We read', de: 'Wir haben gelesen', es: 'Hemos leído' })}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
  const body = html`<h1>${title}</h1>
<p class="lead">${typography(door.subject.title, tongue)}</p>
<p>${say({ fr: 'Vous avez écrit :', en: 'You wrote:', de: 'Sie haben geschrieben:', es: 'Usted escribió:' })}</p>
<blockquote class="pre" dir="auto">${kept.words.slice(0, SHOWN)}${kept.words.length > SHOWN ? ' …' : ''}</blockquote>
${said}
<p class="soft">${say({ fr: 'Rien n’est noté tant que vous n’avez pas appuyé.', en: 'Nothing is recorded until you press.', de: 'Nichts wird notiert, bevor Sie drücken.', es: 'Nada se anota hasta que usted pulse.' })}</p>
<form method="post">${formToken}<button>${say({ fr: 'Oui, c’est ma réponse', en: 'Yes, that is my answer', de: 'Ja, das ist meine Antwort', es: 'Sí, es mi respuesta' })}</button></form>
<p><a href="/r/${tokenOf(at.c)}?lang=${tongue}">${say({ fr: 'Non, je réponds autrement', en: 'No, I answer differently', de: 'Nein, ich antworte anders', es: 'No, respondo de otra manera' })}</a></p>`;
  return show(at, {
    title,
    head: door.partnership,
    body,
    preview: neutralPreview(tongue),
    languages: DOOR_LANGUAGES,
  });
};

/** The page that asks somebody who replied by e-mail whether they were read rightly. Looking records nothing. */
export const replyDoor =
  (mail: IncomingMail) =>
  (app: Hono<Env>): void => {
    const { people } = mail.deps;
    const opened = async (c: Call) => {
      const held = heldBack(people, 'token', hashOf(tokenOf(c)));
      const door = held ?? (await openDoor(people, { token: tokenOf(c), lang: c.req.query('lang') }));
      const unknown =
        !door.ok && door.code === 'LinkUnknown' ? heldBack(people, 'guess', c.get('address')) : undefined;
      const at = visit(people, c, door.ok ? tongueFor(c, door.link.language) : tongueFor(c));
      if (!door.ok) return closedDoor(at, unknown ?? door);
      const reading = await readingOf(mail, door, { id: c.req.param('mail') ?? '', lang: at.tongue });
      // Answered in another way meanwhile, or past its time: the page of the request says what stands.
      if (reading === undefined || !door.isOpen) return c.redirect(`/r/${tokenOf(c)}`, 303);
      return { at, reading };
    };
    addDoor(app, people, {
      path: '/r/:token/mail/:mail',
      rate: 'address',
      async get(c) {
        const found = await opened(c);
        if (found instanceof Response) return found;
        return showReading(found.at, found.reading);
      },
      async post(c) {
        const found = await opened(c);
        if (found instanceof Response) return found;
        const form = await formOf(found.at);
        if (form instanceof Response) return form;
        const isDone = await confirm(mail, found.reading);
        if (!isDone) return closedDoor(found.at, refused('RequestClosed'));
        return c.redirect(`/r/${tokenOf(c)}?lang=${found.at.tongue}&got=new`, 303);
      },
    });
  };
