import { HALF_PAGE } from '@tablee/domain/modules/commitment';
import {
  ACT_WORDS,
  CHANNEL_WORDS,
  CHOICE_WORDS,
  DOOR_LANGUAGES,
  type DoorLanguage,
  HALF_PAGE_LABEL,
  type InMyName,
  type Subject,
  standingWords,
  worded,
} from '@tablee/domain/modules/request';
import { formatDate, formatMoment, formatZone, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { LINK, secretariat } from '../people/link.ts';
import { type Refused, statusOf } from '../people/refusal.ts';
import { hashOf } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';
import { closeLink, leavingNoTrace } from './close-link.ts';
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
import { alert, neutralPreview, type Piece } from './page.ts';
import { saidDates } from './poll-form.ts';
import { answerDoor, confirmDoor } from './request-answer.ts';
import { openDoor, type RequestDoor, type Standing } from './request-door.ts';
import { answerForm } from './request-form.ts';

/** First line: who asks, why, how long. */
const whoAsks = ({ say, tongue }: Visit, door: RequestDoor): string => {
  const { partnership, request, name } = door;
  const asker = door.asker === '' ? secretariat(tongue) : door.asker;
  const act = worded(ACT_WORDS[request.kind], tongue);
  const who = name === '' ? '' : `${name}, `;
  return say({
    fr: `${who}${asker} vous demande une réponse pour « ${partnership} » : ${act}. Une minute, sans compte.`,
    en: `${who}${asker} asks for your answer for “${partnership}”: ${act}. One minute, no account needed.`,
    de: `${who}${asker} bittet Sie für „${partnership}“ um eine Antwort: ${act}. Eine Minute, ohne Konto.`,
    es: `${who}${asker} le pide una respuesta para «${partnership}»: ${act}. Un minuto, sin cuenta.`,
  });
};

/** A zone by its city, in every language of the doors. */
const zoneIn = (zone: string, tongue: DoorLanguage): string => {
  if (tongue === 'fr' || tongue === 'en') return formatZone(zone, tongue);
  const city = formatZone(zone, 'en').replace(/ time$/, '');
  return tongue === 'de' ? `Ortszeit ${city}` : `hora de ${city}`;
};

const until = ({ say, tongue }: Visit, { link, zone, isOpen }: RequestDoor): string => {
  const last = `${formatMoment(new Date(link.closes).toISOString(), zone, tongue)} (${zoneIn(zone, tongue)})`;
  const gone = formatMoment(new Date(link.closes + LINK.readable).toISOString(), zone, tongue);
  return isOpen
    ? say({
        fr: `Modifiable jusqu’au ${last}.`,
        en: `You can change it until ${last}.`,
        de: `Sie können sie bis ${last} ändern.`,
        es: `Puede cambiarla hasta el ${last}.`,
      })
    : say({
        fr: `Cette demande est close. Cette page reste lisible jusqu’au ${gone}.`,
        en: `This request is closed. This page stays readable until ${gone}.`,
        de: `Diese Anfrage ist geschlossen. Die Seite bleibt bis ${gone} lesbar.`,
        es: `Esta solicitud está cerrada. Esta página se puede leer hasta el ${gone}.`,
      });
};

const matter = ({ say, tongue }: Visit, { subject, question, organisation }: RequestDoor): Piece => {
  const { text, title, lines } = subject;
  return html`<h1>${typography(title, tongue)}</h1>
${question === undefined ? '' : html`<p class="pre">${typography(question, tongue)}</p>`}
${text === undefined ? '' : html`<blockquote lang="${text.lang}" dir="auto">${typography(text.text, text.lang)}</blockquote>`}
${lines.map((line) => html`<p>${typography(line, tongue)}</p>`)}
${organisation === undefined ? '' : html`<p class="soft">${say({ fr: `Pour : ${organisation}`, en: `For: ${organisation}`, de: `Für: ${organisation}`, es: `Para: ${organisation}` })}</p>`}`;
};

const saidLines = (
  at: Visit,
  { kind, said, words, firmness }: Pick<InMyName, 'kind' | 'said' | 'words' | 'firmness'>,
  dates: Subject['dates'] = [],
): readonly string[] => {
  const { tongue, say } = at;
  const chosen = said.choice === undefined ? undefined : CHOICE_WORDS[kind][said.choice];
  const value =
    said.value === undefined
      ? undefined
      : `${tongue === 'en' ? said.value : said.value.replace('.', ',')} ${said.unit ?? ''}`.trim();
  return [
    ...(chosen === undefined ? [] : [say(chosen)]),
    ...(said.standing === undefined
      ? []
      : [
          typography(
            standingWords(
              { standing: said.standing, ...(firmness === undefined ? {} : { firmness }) },
              tongue,
            ),
            tongue,
          ),
        ]),
    ...(value === undefined ? [] : [typography(value, tongue)]),
    ...(said.day === undefined ? [] : [formatDate(said.day, tongue)]),
    ...(said.dates === undefined ? [] : saidDates(at, said.dates, dates)),
    ...(words === undefined ? [] : [typography(words, tongue)]),
  ];
};

const confirmButton = ({ say, formToken }: Visit, id: string): Piece =>
  html`<form method="post" class="inline">${formToken}<input type="hidden" name="confirm" value="${id}">
<button class="quiet">${say({ fr: 'C’est bien ce que j’ai dit', en: 'That is what I said', de: 'Ja, das habe ich gesagt', es: 'Es lo que dije' })}</button></form>`;

const UNSURE = {
  fr: 'Quelqu’un l’a noté pour vous. Est-ce bien cela ?',
  en: 'Somebody recorded it for you. Is that right?',
  de: 'Jemand hat es für Sie notiert. Stimmt es?',
  es: 'Alguien lo anotó por usted. ¿Es correcto?',
} as const;

const IN_NAME = {
  fr: 'Ce qui est noté en votre nom',
  en: 'What is recorded in your name',
  de: 'Was in Ihrem Namen notiert ist',
  es: 'Lo que consta a su nombre',
} as const;

/** The words of a half page, box by box, as they stand in its record. */
const inPage = ({ say }: Visit, { subject: { page } }: RequestDoor): string | undefined => {
  const lines = HALF_PAGE.flatMap((part) => {
    const words = page?.[part];
    return words === undefined ? [] : [`${say(HALF_PAGE_LABEL[part])}\n${words}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n\n');
};

const recorded = (at: Visit, door: RequestDoor): Piece => {
  const { say } = at;
  const held = door.recorded;
  const lines =
    held === undefined
      ? []
      : saidLines(at, { words: inPage(at, door), ...held, kind: door.request.kind }, door.subject.dates);
  if (held === undefined || lines.length === 0) return html``;
  const unsure = !held.confirmed && door.isOpen;
  return html`<section class="notice"><h2>${say(IN_NAME)}</h2><ul>${lines.map((line) => html`<li class="pre">${line}</li>`)}</ul>
${unsure ? html`<p>${say(UNSURE)} ${say({ fr: 'Sinon, changez-le ci-dessous.', en: 'If not, change it below.', de: 'Wenn nicht, ändern Sie es unten.', es: 'Si no, cámbielo abajo.' })}</p>${confirmButton(at, door.id)}` : ''}<p class="soft">${until(at, door)}</p></section>`;
};

/** The address at which something else is taken up, in the language of this page. */
const takeUp = ({ c }: Visit, id: string): string => {
  const query = new URLSearchParams(c.req.query());
  query.set('of', id);
  query.delete('got');
  return `?${query}`;
};

const besideItem = (at: Visit, door: RequestDoor, held: Standing): Piece => {
  const { say, tongue } = at;
  const said = saidLines(at, held, held.dates).join(' · ');
  const day = held.at === undefined ? '' : `, ${formatDate(held.at.slice(0, 10), tongue)}`;
  const way = `${say(CHANNEL_WORDS[held.channel])}${day}`;
  const correct = say({ fr: 'Corriger', en: 'Correct it', de: 'Korrigieren', es: 'Corregir' });
  const link = html`<a href="${takeUp(at, held.id)}">${correct}</a>`;
  return html`<li>${typography(held.title, tongue)}<br><strong class="pre">${said}</strong> <span class="soft">${way}</span>
${held.confirmed || !door.isOpen ? '' : html`<br>${say(UNSURE)} ${confirmButton(at, held.id)}`}${door.isOpen ? html` ${link}` : ''}</li>`;
};

/** Everything else that stands in the person's name, by whatever way it came. */
const beside = (at: Visit, door: RequestDoor): Piece => {
  if (door.beside.length === 0) return html``;
  const title = at.say({
    fr: 'Ce qui est aussi noté en votre nom',
    en: 'What else is recorded in your name',
    de: 'Was sonst in Ihrem Namen notiert ist',
    es: 'Qué más consta a su nombre',
  });
  return html`<section><h2>${title}</h2><ul>${door.beside.slice(0, 30).map((held) => besideItem(at, door, held))}</ul></section>`;
};

const GOT = {
  new: {
    fr: 'Votre réponse est reçue. Vous pouvez fermer cette page.',
    en: 'Your answer is received. You can close this page.',
    de: 'Ihre Antwort ist angekommen. Sie können diese Seite schließen.',
    es: 'Su respuesta está recibida. Puede cerrar esta página.',
  },
  already: {
    fr: 'Cette réponse était déjà reçue : rien n’a été noté deux fois.',
    en: 'This answer had already been received: nothing was recorded twice.',
    de: 'Diese Antwort war schon angekommen: Nichts wurde doppelt notiert.',
    es: 'Esta respuesta ya estaba recibida: nada se anotó dos veces.',
  },
} as const;

const received = ({ c, say }: Visit): Piece => {
  const got = c.req.query('got');
  return got === 'new' || got === 'already'
    ? html`<p class="notice" role="status">${say(GOT[got])}</p>`
    : html``;
};

const requestPage = (at: Visit, door: RequestDoor, form: Form, refusal?: Refused): Promise<Response> => {
  const title = typography(door.subject.title, at.tongue);
  const neutral = neutralPreview(at.tongue);
  const named = { title, description: whoAsks(at, { ...door, name: '' }) };
  const body = html`<p class="lead">${whoAsks(at, door)}</p>
${alert(noticeOf(at, refusal))}${refusal === undefined ? received(at) : ''}
${matter(at, door)}
${recorded(at, door)}
${door.isOpen ? answerForm(at, door, form, until(at, door)) : html`<p class="notice">${until(at, door)}</p>`}
${beside(at, door)}
${leavingNoTrace(at)}`;
  return show(
    at,
    {
      // The title is what a shared telephone keeps in its history.
      title: neutral.title,
      head: door.partnership,
      body,
      preview: door.isNamed ? named : neutral,
      languages: DOOR_LANGUAGES,
    },
    refusal === undefined ? 200 : statusOf(refusal.code),
  );
};

const tokenOf = (c: Call): string => c.req.param('token') ?? '';

/** Back to the page by a plain read: going back or reloading never sends a form again. */
const afterPost = (c: Call, got: keyof typeof GOT | undefined): Response => {
  const query = new URLSearchParams(c.req.query());
  query.delete('got');
  if (got !== undefined) query.set('got', got);
  const asked = query.toString();
  return c.redirect(`${c.req.path}${asked === '' ? '' : `?${asked}`}`, 303);
};

const toPulse = (c: Call): Response => {
  const asked = new URLSearchParams(c.req.query()).toString();
  return c.redirect(`${c.req.path}/pulse${asked === '' ? '' : `?${asked}`}`, 303);
};

/** The door of personal links. Many people may share one network address: the strict bound is per link. */
export const requestDoor = (app: Hono<Env>, people: PeopleService): void => {
  const opened = async (c: Call): Promise<{ readonly at: Visit; readonly door: RequestDoor } | Response> => {
    const held = heldBack(people, 'token', hashOf(tokenOf(c)));
    const asked = tongueFor(c);
    const door =
      held ??
      (await openDoor(people, { token: tokenOf(c), of: c.req.query('of'), lang: c.req.query('lang') }));
    const unknown =
      !door.ok && door.code === 'LinkUnknown' ? heldBack(people, 'guess', c.get('address')) : undefined;
    const at = visit(people, c, door.ok ? tongueFor(c, door.link.language) : asked);
    return door.ok ? { at, door } : closedDoor(at, unknown ?? door);
  };
  addDoor(app, people, {
    path: '/r/:token',
    rate: 'address',
    async get(c) {
      const found = await opened(c);
      if (found instanceof Response) return found;
      // What is answered without a name has a page of its own, which shows nothing of what stands in one.
      if (found.door.request.kind === 'pulse') return toPulse(c);
      return requestPage(found.at, found.door, {});
    },
    async post(c) {
      const found = await opened(c);
      if (found instanceof Response) return found;
      const { at, door } = found;
      if (door.request.kind === 'pulse') return toPulse(c);
      const form = await formOf(at);
      if (form instanceof Response) return form;
      if (form['close'] !== undefined) return closeLink(people, at, door.link);
      const confirmed = form['confirm'];
      const answer =
        confirmed === undefined
          ? await answerDoor(people, door, form)
          : await confirmDoor(people, door, confirmed);
      if (!answer.ok) return requestPage(at, door, form, answer);
      return afterPost(c, answer.already === true ? 'already' : 'new');
    },
  });
};
