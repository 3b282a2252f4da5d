import { HALF_PAGE, HALF_PAGE_MOST, type Owed } from '@tablee/domain/modules/commitment';
import {
  CHOICE_WORDS,
  type ChoiceWords,
  CONFIRMED_HOW_WORDS,
  FIRM_WORDS,
  FREE_TEXT_WORDS,
  HALF_PAGE_LABEL,
  PROMISE_WORDS,
  STANDING_WORDS,
} from '@tablee/domain/modules/request';
import { saidOf } from '@tablee/domain/modules/wording';
import { formatDate, typography } from '@tablee/domain/text';
import { html, raw } from 'hono/html';
import { newId } from '../people/secret.ts';
import type { Form, Visit } from './door.ts';
import { choice, field, type Piece, type Said } from './page.ts';
import { heldDates, pollFields } from './poll-form.ts';
import { MOST_LINE, MOST_REASON, MOST_WORDS } from './request-answer.ts';
import type { RequestDoor } from './request-door.ts';

interface Radios {
  readonly legend: Said;
  readonly name: string;
  readonly options: ChoiceWords;
  readonly chosen: string | undefined;
}

const radios = (at: Visit, { legend, name, options, chosen }: Radios): Piece =>
  html`<fieldset><legend>${at.say(legend)}</legend>
${Object.entries(options).map(([value, words]) => choice(at.say(words), { name, value, checked: value === chosen }))}</fieldset>`;

const figureFields = ({ say }: Visit, door: RequestDoor, form: Form): Piece => {
  const { unit } = door.subject;
  return html`${field(
    unit
      ? say({
          fr: `Valeur, en ${unit}`,
          en: `Figure, in ${unit}`,
          de: `Wert, in ${unit}`,
          es: `Valor, en ${unit}`,
        })
      : say({ fr: 'Valeur', en: 'Figure', de: 'Wert', es: 'Valor' }),
    'value',
    {
      value: form['value'] ?? '',
      more: 'class="short" inputmode="decimal" autocomplete="off" required maxlength="40"',
    },
  )}
${unit ? '' : field(say({ fr: 'Unité', en: 'Unit', de: 'Einheit', es: 'Unidad' }), 'unit', { value: form['unit'] ?? '', more: 'class="short" maxlength="60"' })}
${field(
  say({
    fr: 'Mesurée le (facultatif)',
    en: 'Measured on (optional)',
    de: 'Gemessen am (freiwillig)',
    es: 'Medido el (opcional)',
  }),
  'day',
  { type: 'date', value: form['day'] ?? '', more: 'class="short"' },
)}`;
};

const standing = (at: Visit, form: Form): Piece =>
  radios(at, {
    legend: {
      fr: 'À quel titre ?',
      en: 'In what standing?',
      de: 'In welcher Eigenschaft?',
      es: '¿En qué calidad?',
    },
    name: 'standing',
    options: STANDING_WORDS,
    chosen: form['standing'] ?? 'personal',
  });

/** Without script boxes cannot come and go: they are folded away under the standing to which they belong. */
const folded = (at: Visit, standing: keyof typeof STANDING_WORDS, form: Form, boxes: Piece): Piece => {
  const { say } = at;
  const words = say(STANDING_WORDS[standing]);
  const summary = say({
    fr: `${words} : préciser (facultatif)`,
    en: `${words}: say more (optional)`,
    de: `${words}: Näheres (freiwillig)`,
    es: `${words}: precisar (opcional)`,
  });
  return html`<details class="fold"${form['standing'] === standing ? raw(' open') : ''}><summary>${summary}</summary>${boxes}</details>`;
};

const firmness = (at: Visit, form: Form): Piece => {
  const { say } = at;
  const line = (name: 'clearWith' | 'confirmedBy'): Piece =>
    field(say(FIRM_WORDS[name]), name, { value: form[name] ?? '', more: `maxlength="${MOST_LINE}"` });
  const day = (name: 'clearUntil' | 'confirmedOn'): Piece =>
    field(say(FIRM_WORDS[name]), name, { type: 'date', value: form[name] ?? '', more: 'class="short"' });
  const how = radios(at, {
    legend: FIRM_WORDS.confirmedHow,
    name: 'confirmedHow',
    options: CONFIRMED_HOW_WORDS,
    chosen: form['confirmedHow'],
  });
  return html`${folded(at, 'inClearance', form, html`${line('clearWith')}${day('clearUntil')}`)}
${folded(at, 'confirmed', form, html`${line('confirmedBy')}${how}${day('confirmedOn')}`)}`;
};

const promise = (at: Visit, owed: Owed, form: Form): Piece => {
  const { say, tongue } = at;
  const until = owed.due === undefined ? '' : formatDate(owed.due, tongue);
  const to = owed.toName === undefined ? '' : ` · ${owed.toName}`;
  return html`<fieldset class="promise"><legend>${typography(owed.what, tongue)}</legend>
<p class="soft">${until === '' ? say({ fr: 'Sans date', en: 'No date', de: 'Ohne Datum', es: 'Sin fecha' }) : say({ fr: `Pour le ${until}`, en: `By ${until}`, de: `Bis ${until}`, es: `Para el ${until}` })}${to}</p>
${Object.entries(PROMISE_WORDS).map(([value, words]) => choice(say(words), { name: `state-${owed.id}`, value, checked: value === (form[`state-${owed.id}`] ?? owed.state) }))}
<details${form[`due-${owed.id}`] ? ' open' : ''}><summary>${say({ fr: 'Changer la date', en: 'Change the date', de: 'Datum ändern', es: 'Cambiar la fecha' })}</summary>
${field(say({ fr: 'Nouvelle date', en: 'New date', de: 'Neues Datum', es: 'Nueva fecha' }), `due-${owed.id}`, { type: 'date', value: form[`due-${owed.id}`] ?? '', more: 'class="short"' })}
${field(say({ fr: 'Pourquoi la date change', en: 'Why the date changes', de: 'Warum sich das Datum ändert', es: 'Por qué cambia la fecha' }), `why-${owed.id}`, { value: form[`why-${owed.id}`] ?? '', more: `maxlength="${MOST_REASON}"` })}
</details></fieldset>`;
};

const promises = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { promised, request } = door;
  const isThere = promised.some(({ id }) => id === request.subject);
  const title = at.say({
    fr: 'Ce que vous avez promis',
    en: 'What you promised',
    de: 'Was Sie zugesagt haben',
    es: 'Lo que usted prometió',
  });
  const own = radios(at, {
    legend: { fr: 'Votre réponse', en: 'Your answer', de: 'Ihre Antwort', es: 'Su respuesta' },
    name: 'choice',
    options: PROMISE_WORDS,
    chosen: form['choice'],
  });
  return html`${isThere ? '' : own}${promised.length === 0 ? '' : html`<h2>${title}</h2>${promised.map((owed) => promise(at, owed, form))}`}`;
};

const answerFields = (at: Visit, door: RequestDoor, form: Form): Piece => {
  const { kind } = door.request;
  if (kind === 'figure') return figureFields(at, door, form);
  if (kind === 'comment') return standing(at, form);
  if (kind === 'poll') return pollFields(at, door, form);
  if (kind === 'commitment') return promises(at, door, form);
  if (kind === 'quarterPage') return html``;
  const main = radios(at, {
    legend: { fr: 'Votre réponse', en: 'Your answer', de: 'Ihre Antwort', es: 'Su respuesta' },
    name: 'choice',
    options: CHOICE_WORDS[kind],
    chosen: form['choice'],
  });
  return kind === 'position' ? html`${main}${standing(at, form)}` : main;
};

/** The same three boxes as in the app, with what stands in them. */
const halfPage = ({ say }: Visit, form: Form): Piece =>
  html`${HALF_PAGE.map(
    (part) => html`<label for="${part}">${say(HALF_PAGE_LABEL[part])}</label>
<textarea id="${part}" name="${part}" rows="4" maxlength="${HALF_PAGE_MOST}">${form[part] ?? ''}</textarea>`,
  )}`;

const heldForm = ({ recorded: held, request, subject }: RequestDoor): Form => ({
  ...subject.page,
  choice: held?.said.choice,
  standing: held?.said.standing,
  value: held?.said.value,
  unit: held?.said.unit,
  day: held?.said.day,
  ...saidOf(held?.firmness),
  ...heldDates(held?.said.dates),
  // The reason of a promise's date is not what is needed to keep it: each has its own box.
  words: request.kind === 'commitment' ? undefined : held?.words,
});

/** The form of an answer, with what was recorded or typed before. The second press records it. */
export const answerForm = (at: Visit, door: RequestDoor, form: Form, until: string): Piece => {
  const { say, formToken } = at;
  const values = { ...heldForm(door), ...form };
  const isFirst = door.recorded === undefined;
  const again = say({
    fr: 'Changer ma réponse',
    en: 'Change my answer',
    de: 'Meine Antwort ändern',
    es: 'Cambiar mi respuesta',
  });
  const { kind } = door.request;
  const text =
    kind === 'quarterPage'
      ? halfPage(at, values)
      : html`<label for="words">${say(FREE_TEXT_WORDS[kind])}</label>
<textarea id="words" name="words" maxlength="${MOST_WORDS}"${kind === 'comment' ? ' required' : ''}>${values['words'] ?? ''}</textarea>`;
  const fields = answerFields(at, door, values);
  const firm = kind === 'position' || kind === 'comment' ? firmness(at, values) : '';
  // Promises and the boxes of a half page are read where they are filled in.
  const isList = kind === 'commitment' || kind === 'quarterPage';
  const written = html`<form method="post" autocomplete="off">${formToken}<input type="hidden" name="once" value="${newId()}">
${isFirst ? html`<p class="soft">${until}</p>` : isList ? html`<h2>${again}</h2>` : ''}
${kind === 'comment' ? html`${text}${fields}` : html`${fields}${text}`}${firm}
<button>${say({ fr: 'Oui, envoyer ma réponse', en: 'Yes, send my answer', de: 'Ja, meine Antwort senden', es: 'Sí, enviar mi respuesta' })}</button></form>`;
  // What is answered is done: the boxes stand folded away, so that nobody wonders whether it has to be sent again.
  const isTyped = Object.keys(form).length > 0;
  return isFirst || isList
    ? written
    : html`<details class="again"${isTyped ? raw(' open') : ''}><summary>${again}</summary>${written}</details>`;
};
