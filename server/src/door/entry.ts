import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { languageOf } from '../people/form.ts';
import { type Refused, statusOf } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import {
  addDoor,
  closedDoor,
  enterAndGo,
  type Form,
  formOf,
  languageFor,
  noticeOf,
  show,
  type Visit,
  visit,
} from './door.ts';
import { alert, choice, field, type Piece } from './page.ts';

const tokenOf = (c: Call): string => c.req.param('token') ?? '';

/** "Leave no trace on this device", as a box. */
export const noTraceBox = ({ say }: Visit): Piece =>
  choice(
    say({ fr: 'Ne rien laisser sur cet appareil (2 heures)', en: 'Leave no trace on this device (2 hours)' }),
    {
      name: 'noTrace',
      value: 'yes',
      type: 'checkbox',
    },
  );

/** The choice of one's language. */
export const languageChoice = ({ say, lang }: Visit, form: Form): Piece => {
  const chosen = languageOf(form['language'] ?? lang);
  return html`<fieldset><legend>${say({ fr: 'Votre langue', en: 'Your language' })}</legend>
${choice('Français', { name: 'language', value: 'fr', checked: chosen === 'fr' })}
${choice('English', { name: 'language', value: 'en', checked: chosen === 'en' })}</fieldset>`;
};

/** The fields of a new account with a password. */
export const accountFields = (at: Visit, form: Form): Piece => {
  const { say } = at;
  return html`${field(
    say({ fr: 'Votre nom, tel qu’il doit s’écrire', en: 'Your name as it should be written' }),
    'name',
    {
      value: form['name'] ?? '',
      more: 'autocomplete="name" required maxlength="300"',
    },
  )}
${field(say({ fr: 'E-mail (facultatif)', en: 'E-mail (optional)' }), 'email', {
  type: 'email',
  value: form['email'] ?? '',
  hint: say({
    fr: 'Sans adresse, vous entrerez avec ce nom et le mot de passe.',
    en: 'Without an address, you sign in with this name and the password.',
  }),
  more: 'autocomplete="email" maxlength="254"',
})}
${field(say({ fr: 'Mot de passe', en: 'Password' }), 'password', {
  type: 'password',
  hint: say({
    fr: '12 caractères au moins ; une phrase convient très bien.',
    en: 'At least 12 characters; a sentence does very well.',
  }),
  more: 'autocomplete="new-password" required minlength="12" maxlength="128"',
})}
${languageChoice(at, form)}`;
};

const signInPage = (at: Visit): Promise<Response> => {
  const { say, formToken } = at;
  const title = say({ fr: 'Entrer dans Tablée', en: 'Sign in to Tablée' });
  const body = html`<h1>${title}</h1>
<p>${say({ fr: 'Ce lien est le vôtre. Appuyez pour entrer ; il ne sert qu’une fois.', en: 'This link is yours. Press to sign in; it works only once.' })}</p>
<form method="post">${formToken}${noTraceBox(at)}
<button>${say({ fr: 'Entrer', en: 'Sign in' })}</button></form>`;
  return show(at, { title, head: 'Tablée', body });
};

const setUpPage = (at: Visit, form: Form, refusal?: Refused): Promise<Response> => {
  const { say, formToken } = at;
  const title = say({ fr: 'Bienvenue. Vous installez Tablée.', en: 'Welcome. You are setting up Tablée.' });
  const body = html`<h1>${title}</h1>
${alert(noticeOf(at, refusal))}
<p>${say({
    fr: 'Qui êtes-vous ? Ce premier compte tient l’installation ; il ne lit aucun partenariat sans y être invité.',
    en: 'Who are you? This first account keeps the installation; it reads no partnership unless invited into it.',
  })}</p>
<form method="post">${formToken}${accountFields(at, form)}
<button>${say({ fr: 'Commencer', en: 'Begin' })}</button></form>`;
  return show(at, { title, head: 'Tablée', body }, refusal === undefined ? 200 : statusOf(refusal.code));
};

/** The doors of sign-in links and of the set-up: pages that work without the app. */
export const entryDoors = (app: Hono<Env>, people: PeopleService): void => {
  addDoor(app, people, {
    path: '/sign-in/:token',
    rate: 'guess',
    async get(c) {
      const at = visit(people, c, languageFor(c));
      const found = await people.signIn.look(tokenOf(c));
      return found.ok ? signInPage(at) : closedDoor(at, found);
    },
    async post(c) {
      const at = visit(people, c, languageFor(c));
      const form = await formOf(at);
      if (form instanceof Response) return form;
      const answer = await people.signIn.press(tokenOf(c));
      return answer.ok
        ? enterAndGo(at, answer.account, '/', form['noTrace'] === 'yes')
        : closedDoor(at, answer);
    },
  });
  addDoor(app, people, {
    path: '/set-up/:token',
    rate: 'guess',
    async get(c) {
      const at = visit(people, c, languageFor(c));
      if ((await people.store.accounts.count()) > 0)
        return closedDoor(at, { ok: false, code: 'AlreadySetUp' });
      return people.accounts.isSetUpToken(tokenOf(c))
        ? setUpPage(at, {})
        : closedDoor(at, { ok: false, code: 'LinkUnknown' });
    },
    async post(c) {
      const at = visit(people, c, languageFor(c));
      const form = await formOf(at);
      if (form instanceof Response) return form;
      const { name, email, password } = form;
      const answer = await people.accounts.setUp(tokenOf(c), {
        name,
        email,
        password,
        language: languageOf(form['language']),
      });
      if (answer.ok) return enterAndGo(at, answer.account, '/');
      const isGone = answer.code === 'AlreadySetUp' || answer.code === 'LinkUnknown';
      return isGone ? closedDoor(at, answer) : setUpPage(at, form, answer);
    },
  });
};
