import {
  PULSE_ANSWER,
  PULSE_ANSWERS,
  PULSE_QUESTION,
  type PulseQuestion,
} from '@tablee/domain/modules/pulse';
import { DOOR_LANGUAGES, worded } from '@tablee/domain/modules/request';
import { formatMoment, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { takeSlip } from '../listening/pulse.ts';
import type { Listening } from '../listening/service.ts';
import type { Slip } from '../listening/slip-box.ts';
import { type Refused, refused, statusOf } from '../people/refusal.ts';
import { hashOf } from '../people/secret.ts';
import {
  addDoor,
  closedDoor,
  type Form,
  formOf,
  heldBack,
  noticeOf,
  show,
  tongueFor,
  type Visit,
  visit,
} from './door.ts';
import { alert, choice, neutralPreview, type Piece } from './page.ts';
import { openDoor, type RequestDoor } from './request-door.ts';

const QUESTIONS: readonly PulseQuestion[] = ['useful', 'heard'];

const fieldset = ({ tongue }: Visit, question: PulseQuestion, form: Form): Piece =>
  html`<fieldset><legend>${typography(worded(PULSE_QUESTION[question], tongue), tongue)}</legend>
${PULSE_ANSWERS.map((answer, at) => choice(worded(PULSE_ANSWER[answer], tongue), { name: question, value: String(at), checked: form[question] === String(at) })).reverse()}</fieldset>`;

const DONE = {
  fr: 'Merci. Votre réponse est dans la boîte. Rien ne la relie à vous : elle ne peut être ni montrée, ni changée.',
  en: 'Thank you. Your answer is in the box. Nothing ties it to you: it can be neither shown nor changed.',
  de: 'Danke. Ihre Antwort ist in der Urne. Nichts verbindet sie mit Ihnen: Sie kann weder gezeigt noch geändert werden.',
  es: 'Gracias. Su respuesta está en la urna. Nada la une a usted: no se puede mostrar ni cambiar.',
} as const;

const OVER = {
  fr: 'Les deux questions sont closes. Les résultats sont avec le compte rendu de la réunion.',
  en: 'The two questions are closed. The results are with the notes of the meeting.',
  de: 'Die beiden Fragen sind geschlossen. Die Ergebnisse stehen beim Protokoll der Sitzung.',
  es: 'Las dos preguntas están cerradas. Los resultados están con las notas de la reunión.',
} as const;

const PROMISE = {
  fr: 'Sans votre nom : on sait que vous avez répondu, personne ne sait quoi. Les totaux paraissent une fois, à la fin, à partir de cinq réponses.',
  en: 'Without your name: it is known that you answered, nobody knows what. The totals appear once, at the end, from five answers on.',
  de: 'Ohne Ihren Namen: Bekannt ist, dass Sie geantwortet haben, niemand weiß was. Die Summen erscheinen einmal, am Ende, ab fünf Antworten.',
  es: 'Sin su nombre: se sabe que respondió, nadie sabe qué. Los totales aparecen una vez, al final, a partir de cinco respuestas.',
} as const;

const questionForm = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { say, formToken, tongue } = at;
  const last = formatMoment(new Date(door.link.closes).toISOString(), door.zone, tongue);
  return html`<p>${say(PROMISE)}</p>
<p class="soft">${say({ fr: `Jusqu’au ${last}.`, en: `Until ${last}.`, de: `Bis ${last}.`, es: `Hasta el ${last}.` })}</p>
<form method="post" autocomplete="off">${formToken}${QUESTIONS.map((question) => fieldset(at, question, form))}
<button>${say({ fr: 'Oui, déposer ma réponse', en: 'Yes, put my answer in', de: 'Ja, meine Antwort einwerfen', es: 'Sí, depositar mi respuesta' })}</button></form>`;
};

const pulsePage = (at: Visit, door: RequestDoor, form: Form, refusal?: Refused): Promise<Response> => {
  const { tongue, say } = at;
  const title = typography(door.subject.title, tongue);
  const neutral = neutralPreview(tongue);
  const isDone = door.request.answer !== null;
  const lead = say({
    fr: `${door.asker} vous pose deux questions sur la réunion, pour « ${door.partnership} ». Une minute, sans compte.`,
    en: `${door.asker} asks you two questions about the meeting, for “${door.partnership}”. One minute, no account needed.`,
    de: `${door.asker} stellt Ihnen zwei Fragen zur Sitzung, für „${door.partnership}“. Eine Minute, ohne Konto.`,
    es: `${door.asker} le hace dos preguntas sobre la reunión, para «${door.partnership}». Un minuto, sin cuenta.`,
  });
  const said = isDone ? DONE : OVER;
  const body = html`<p class="lead">${lead}</p>
${alert(noticeOf(at, refusal))}<h1>${title}</h1>
${!isDone && door.isOpen ? questionForm(at, door, form) : html`<p class="notice" role="status">${say(said)}</p>`}`;
  return show(
    at,
    {
      // The title is what a shared telephone keeps in its history.
      title: neutral.title,
      head: door.partnership,
      body,
      preview: door.isNamed ? { title, description: say(PROMISE) } : neutral,
      languages: DOOR_LANGUAGES,
    },
    refusal === undefined ? 200 : statusOf(refusal.code),
  );
};

const slipOf = (form: Form): Slip => {
  const given = QUESTIONS.flatMap((question) =>
    /^[0-3]$/.test(form[question] ?? '') ? [[question, Number(form[question])] as const] : [],
  );
  return Object.fromEntries(given);
};

/** The door of the two questions after a meeting, without script: `/r/{token}/pulse`, where `/r/{token}` leads. */
export const pulseDoor = (app: Hono<Env>, listening: Listening): void => {
  const { people } = listening.deps;
  const opened = async (c: Call): Promise<{ readonly at: Visit; readonly door: RequestDoor } | Response> => {
    const token = c.req.param('token') ?? '';
    const held = heldBack(people, 'token', hashOf(token));
    const found = held ?? (await openDoor(people, { token, lang: c.req.query('lang') }));
    const door = found.ok && found.request.kind !== 'pulse' ? refused('LinkUnknown') : found;
    const unknown =
      !door.ok && door.code === 'LinkUnknown' ? heldBack(people, 'guess', c.get('address')) : undefined;
    const at = visit(people, c, door.ok ? tongueFor(c, door.link.language) : tongueFor(c));
    return door.ok ? { at, door } : closedDoor(at, unknown ?? door);
  };
  addDoor(app, people, {
    path: '/r/:token/pulse',
    rate: 'address',
    async get(c) {
      const found = await opened(c);
      return found instanceof Response ? found : pulsePage(found.at, found.door, {});
    },
    async post(c) {
      const found = await opened(c);
      if (found instanceof Response) return found;
      const { at, door } = found;
      const form = await formOf(at);
      if (form instanceof Response) return form;
      const slip = slipOf(form);
      if (Object.keys(slip).length === 0) return pulsePage(at, door, form, refused('Invalid'));
      const key = { space: door.link.space, meeting: door.request.subject };
      const taken = await takeSlip(listening.deps, key, door.link.person, { slip, channel: 'link' });
      if (!taken.ok) return pulsePage(at, door, form, refused('RequestClosed'));
      const asked = new URLSearchParams(c.req.query()).toString();
      return c.redirect(`${c.req.path}${asked === '' ? '' : `?${asked}`}`, 303);
    },
  });
};
