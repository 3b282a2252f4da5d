import { COMMITMENT_STATE } from '@tablee/domain/modules/commitment';
import type { ANSWER } from '@tablee/domain/modules/meeting';
import { REQUEST_KIND } from '@tablee/domain/modules/request';
import { POSITION_STANDING, STANCE } from '@tablee/domain/modules/wording';
import { formatDate, formatDeadline, formatMoment, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { LINK } from '../people/link.ts';
import { type Refused, statusOf } from '../people/refusal.ts';
import { hashOf, newId } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';
import {
  addDoor,
  closedDoor,
  type Form,
  formOf,
  heldBack,
  languageFor,
  noticeOf,
  show,
  type Visit,
  visit,
} from './door.ts';
import { alert, choice, field, type Piece, type Said } from './page.ts';
import { answerDoor, openDoor, type RequestDoor } from './request-door.ts';

type Options = { readonly [option: string]: Said };

const MEETING_CHOICE: { readonly [K in keyof typeof ANSWER]: Said } = {
  coming: { fr: 'Je viens', en: 'I am coming' },
  notComing: { fr: 'Je ne viens pas', en: 'I am not coming' },
  sendsDeputy: { fr: 'Ma suppléance vient', en: 'My deputy is coming' },
};

const CHOICES: { readonly [K in keyof typeof REQUEST_KIND]: Options } = {
  confirmMeeting: MEETING_CHOICE,
  position: STANCE,
  commitment: COMMITMENT_STATE,
  figure: {},
};

/** First line: who asks, why, how long. */
const whoAsks = ({ lang }: Visit, door: RequestDoor): string => {
  const { asker, partnership, request, name } = door;
  const act = REQUEST_KIND[request.kind][lang];
  const said =
    lang === 'fr'
      ? `${name === '' ? '' : `${name}, `}${asker} vous demande une réponse pour « ${partnership} » : ${act.toLowerCase()}. Une minute, sans compte.`
      : `${name === '' ? '' : `${name}, `}${asker} asks for your answer for “${partnership}”: ${act.toLowerCase()}. One minute, no account needed.`;
  return typography(said, lang);
};

const until = ({ say, lang }: Visit, { link, zone, isOpen }: RequestDoor): string => {
  const last = formatDeadline(new Date(link.closes).toISOString(), zone, lang);
  const gone = formatMoment(new Date(link.closes + LINK.readable).toISOString(), zone, lang);
  return isOpen
    ? say({ fr: `Modifiable jusqu’au ${last}.`, en: `You can change it until ${last}.` })
    : say({
        fr: `Cette demande est close. Cette page reste lisible jusqu’au ${gone}.`,
        en: `This request is closed. This page stays readable until ${gone}.`,
      });
};

const matter = ({ lang }: Visit, { subject, question, organisation }: RequestDoor): Piece => {
  const text = subject.text;
  return html`<h1>${typography(subject.title, lang)}</h1>
${question === undefined ? '' : html`<p class="pre">${typography(question, lang)}</p>`}
${text === undefined ? '' : html`<blockquote lang="${text.lang}" dir="auto">${typography(text.text, text.lang)}</blockquote>`}
${subject.lines.map((line) => html`<p>${typography(line, lang)}</p>`)}
${organisation === undefined ? '' : html`<p class="soft">${typography(lang === 'fr' ? `Pour : ${organisation}` : `For: ${organisation}`, lang)}</p>`}`;
};

const recordedText = ({ lang, say }: Visit, door: RequestDoor): readonly string[] => {
  const said = door.recorded?.said;
  if (said === undefined) return [];
  const options = CHOICES[door.request.kind];
  const chosen = said.choice === undefined ? undefined : options[said.choice];
  const standing = said.standing === undefined ? undefined : POSITION_STANDING[said.standing];
  const value =
    said.value === undefined
      ? undefined
      : `${lang === 'fr' ? said.value.replace('.', ',') : said.value} ${said.unit ?? ''}`.trim();
  return [
    ...(chosen === undefined ? [] : [say(chosen)]),
    ...(standing === undefined ? [] : [say(standing)]),
    ...(value === undefined ? [] : [typography(value, lang)]),
    ...(said.day === undefined ? [] : [formatDate(said.day, lang)]),
    ...(door.recorded?.words === undefined ? [] : [typography(door.recorded.words, lang)]),
  ];
};

const recorded = (at: Visit, door: RequestDoor): Piece => {
  const lines = recordedText(at, door);
  if (lines.length === 0) return html``;
  const title = at.say({ fr: 'Ce qui est noté en votre nom', en: 'What is recorded in your name' });
  const unsure = at.say({
    fr: 'Quelqu’un l’a noté pour vous. Envoyez la même réponse pour la confirmer, ou changez-la.',
    en: 'Somebody recorded it for you. Send the same answer to confirm it, or change it.',
  });
  const unconfirmed = door.recorded?.confirmed === false && door.isOpen;
  return html`<section class="notice"><h2>${title}</h2><ul>${lines.map((line) => html`<li class="pre">${line}</li>`)}</ul>
${unconfirmed ? html`<p>${unsure}</p>` : ''}<p class="soft">${until(at, door)}</p></section>`;
};

interface Radios {
  readonly legend: Said;
  readonly name: string;
  readonly options: Options;
  readonly chosen: string | undefined;
}

const radios = (at: Visit, { legend, name, options, chosen }: Radios): Piece =>
  html`<fieldset><legend>${at.say(legend)}</legend>
${Object.entries(options).map(([value, words]) => choice(at.say(words), { name, value, checked: value === chosen }))}</fieldset>`;

const figureFields = ({ say }: Visit, door: RequestDoor, form: Form): Piece => {
  const { unit } = door.subject;
  return html`${field(
    say({ fr: unit ? `Valeur, en ${unit}` : 'Valeur', en: unit ? `Figure, in ${unit}` : 'Figure' }),
    'value',
    {
      value: form['value'] ?? '',
      more: 'class="short" inputmode="decimal" autocomplete="off" required maxlength="40"',
    },
  )}
${unit ? '' : field(say({ fr: 'Unité', en: 'Unit' }), 'unit', { value: form['unit'] ?? '', more: 'class="short" maxlength="60"' })}
${field(say({ fr: 'Mesurée le (facultatif)', en: 'Measured on (optional)' }), 'day', { type: 'date', value: form['day'] ?? '', more: 'class="short"' })}`;
};

const answerFields = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { kind } = door.request;
  if (kind === 'figure') return figureFields(at, door, form);
  const main = radios(at, {
    legend: { fr: 'Votre réponse', en: 'Your answer' },
    name: 'choice',
    options: CHOICES[kind],
    chosen: form['choice'],
  });
  if (kind !== 'position') return main;
  const standing = radios(at, {
    legend: { fr: 'À quel titre ?', en: 'In what standing?' },
    name: 'standing',
    options: POSITION_STANDING,
    chosen: form['standing'] ?? 'personal',
  });
  return html`${main}${standing}`;
};

const wordsLabel = (kind: RequestDoor['request']['kind']): Said => {
  if (kind === 'figure')
    return {
      fr: 'D’où vient cette valeur ? (facultatif)',
      en: 'Where does this figure come from? (optional)',
    };
  if (kind === 'position')
    return {
      fr: 'Pourquoi ? (nécessaire pour s’opposer : qu’est-ce qui lèverait votre opposition ?)',
      en: 'Why? (needed for a block: what would lift your objection?)',
    };
  return { fr: 'Un mot (facultatif)', en: 'A word (optional)' };
};

const heldForm = ({ recorded: held }: RequestDoor): Form => ({
  choice: held?.said.choice,
  standing: held?.said.standing,
  value: held?.said.value,
  unit: held?.said.unit,
  day: held?.said.day,
  words: held?.words,
});

const answerForm = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { say, formToken } = at;
  const values = { ...heldForm(door), ...form };
  const isFirst = door.recorded === undefined;
  return html`<form method="post">${formToken}<input type="hidden" name="once" value="${newId()}">
${isFirst ? html`<p class="soft">${until(at, door)}</p>` : html`<h2>${say({ fr: 'Changer ma réponse', en: 'Change my answer' })}</h2>`}
${answerFields(at, door, values)}
<label for="words">${say(wordsLabel(door.request.kind))}</label>
<textarea id="words" name="words" maxlength="5000">${values['words'] ?? ''}</textarea>
<button>${say({ fr: 'Oui, envoyer ma réponse', en: 'Yes, send my answer' })}</button></form>`;
};

const requestPage = (at: Visit, door: RequestDoor, form: Form, refusal?: Refused): Promise<Response> => {
  const title = typography(door.subject.title, at.lang);
  const body = html`<p class="lead">${whoAsks(at, door)}</p>
${alert(noticeOf(at, refusal))}
${matter(at, door)}
${recorded(at, door)}
${door.isOpen ? answerForm(at, door, form) : html`<p class="notice">${until(at, door)}</p>`}`;
  return show(
    at,
    { title, head: door.partnership, body },
    refusal === undefined ? 200 : statusOf(refusal.code),
  );
};

const tokenOf = (c: Call): string => c.req.param('token') ?? '';

/** The door of personal links. Many people may share one network address: the strict bound is per link. */
export const requestDoor = (app: Hono<Env>, people: PeopleService): void => {
  const opened = async (c: Call): Promise<{ readonly at: Visit; readonly door: RequestDoor } | Response> => {
    const held = heldBack(people, 'token', hashOf(tokenOf(c)));
    const door = held ?? (await openDoor(people, tokenOf(c)));
    const unknown =
      !door.ok && door.code === 'LinkUnknown' ? heldBack(people, 'guess', c.get('address')) : undefined;
    const at = visit(people, c, languageFor(c, door.ok ? door.link.language : undefined));
    return door.ok ? { at, door } : closedDoor(at, unknown ?? door);
  };
  addDoor(app, people, {
    path: '/r/:token',
    rate: 'address',
    async get(c) {
      const found = await opened(c);
      return found instanceof Response ? found : requestPage(found.at, found.door, {});
    },
    async post(c) {
      const found = await opened(c);
      if (found instanceof Response) return found;
      const form = await formOf(found.at);
      if (form instanceof Response) return form;
      const answer = await answerDoor(people, found.door, form);
      return answer.ok
        ? c.redirect(c.req.url.replace(/^https?:\/\/[^/]+/, ''), 303)
        : requestPage(found.at, found.door, form, answer);
    },
  });
};
