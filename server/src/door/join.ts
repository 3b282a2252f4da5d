import { formatDate, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { languageOf } from '../people/form.ts';
import { accept, type Entered, findInvitation, type Welcome, welcome } from '../people/joining.ts';
import type { Account } from '../people/port.ts';
import { type Refused, refused, statusOf } from '../people/refusal.ts';
import { ROLE_WORDS } from '../people/role-word.ts';
import type { PeopleService } from '../people/service.ts';
import {
  addDoor,
  closedDoor,
  enterAndGo,
  type Form,
  formOf,
  heldBack,
  languageFor,
  noticeOf,
  show,
  type Visit,
  visit,
} from './door.ts';
import { accountFields, languageChoice, noTraceBox } from './entry.ts';
import { alert, field, type Piece, type Said } from './page.ts';

const listed = (words: readonly string[], lang: 'fr' | 'en'): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);

/** The title is what a shared telephone keeps in its history: who invites whom stands on the page alone. */
const INVITED = { fr: 'Une invitation', en: 'An invitation' };

/** « Awa N. vous invite dans “L’eau de la vallée” pour y représenter le Comité. » */
const inviteLine = (at: Visit, { inviter, partnership, organisation }: Welcome): string => {
  const { lang } = at;
  const place = lang === 'fr' ? `« ${partnership} »` : `“${partnership}”`;
  const words: Said =
    organisation === undefined
      ? { fr: `${inviter} vous invite dans ${place}.`, en: `${inviter} invites you into ${place}.` }
      : {
          fr: `${inviter} vous invite dans ${place} pour y représenter ${organisation}.`,
          en: `${inviter} invites you to represent ${organisation} in ${place}.`,
        };
  return typography(words[lang], lang);
};

const willSee = ({ say, lang }: Visit, { invitation }: Welcome): Piece => {
  const { roles, until } = invitation.terms;
  const isObserver = roles.every((role) => role === 'observer');
  const as = listed(
    roles.map((role) => ROLE_WORDS[role][lang]),
    lang,
  );
  return html`<div class="why">
<p>${say({ fr: `Votre place : ${as}.`, en: `Your place: ${as}.` })}</p>
<p>${say({
    fr: `Vous verrez ce que tous les partenaires partagent${roles.includes('secretariat') ? ', et l’espace du secrétariat' : ''}${roles.includes('core') ? ', et l’espace du noyau' : ''}.${isObserver ? ' Vous lisez, sans écrire.' : ''}`,
    en: `You will see what all partners share${roles.includes('secretariat') ? ', and the secretariat’s own space' : ''}${roles.includes('core') ? ', and the core group’s own space' : ''}.${isObserver ? ' You read, without writing.' : ''}`,
  })}</p>
<p>${say({
    fr: 'On verra de vous : votre nom, votre organisation. Votre adresse n’est vue que du secrétariat.',
    en: 'Others will see of you: your name, your organisation. Only the secretariat sees your address.',
  })}</p>
${until === undefined ? '' : html`<p>${say({ fr: `Jusqu’au ${formatDate(until, 'fr')}.`, en: `Until ${formatDate(until, 'en')}.` })}</p>`}
</div>`;
};

const signInFields = (at: Visit): Piece => {
  const { say, formToken } = at;
  return html`<details><summary>${say({ fr: 'J’ai déjà un compte', en: 'I have an account already' })}</summary>
<form method="post">${formToken}<input type="hidden" name="step" value="sign-in">
${field(say({ fr: 'E-mail (ou nom)', en: 'E-mail (or name)' }), 'login', { more: 'autocomplete="username" required' })}
${field(say({ fr: 'Mot de passe', en: 'Password' }), 'secret', { type: 'password', more: 'autocomplete="current-password" required' })}
${noTraceBox(at)}
<button>${say({ fr: 'Entrer', en: 'Sign in' })}</button></form></details>`;
};

interface JoinPage {
  readonly welcomed: Welcome;
  readonly form: Form;
  readonly account: Account | undefined;
  readonly refusal?: Refused;
}

const joinPage = (at: Visit, { welcomed, form, account, refusal }: JoinPage): Promise<Response> => {
  const { say, formToken } = at;
  const prefilled: Form = {
    name: welcomed.name,
    email: welcomed.email,
    language: at.lang,
    ...form,
  };
  const join = say({ fr: 'Rejoindre', en: 'Join' });
  const own =
    account === undefined
      ? html`<form method="post">${formToken}<input type="hidden" name="step" value="join">${accountFields(at, prefilled)}
<button>${join}</button></form>${signInFields(at)}`
      : html`<p>${say({ fr: `Vous entrez avec votre compte : ${account.name}.`, en: `You join with your account: ${account.name}.` })}</p>
<form method="post">${formToken}<input type="hidden" name="step" value="join"><button>${join}</button></form>`;
  const body = html`<h1>${inviteLine(at, welcomed)}</h1>${alert(noticeOf(at, refusal))}${willSee(at, welcomed)}${own}`;
  return show(
    at,
    { title: say(INVITED), head: welcomed.partnership, body },
    refusal === undefined ? 200 : statusOf(refusal.code),
  );
};

const codePage = (at: Visit, form: Form, refusal?: Refused): Promise<Response> => {
  const { say, formToken } = at;
  const title = say({ fr: 'J’ai un code', en: 'I have a code' });
  const body = html`<h1>${title}</h1>${alert(noticeOf(at, refusal))}
<form method="post">${formToken}<input type="hidden" name="step" value="code">
${field(say({ fr: 'Votre code', en: 'Your code' }), 'code', {
  value: form['code'] ?? '',
  hint: say({
    fr: '5 lettres et 4 chiffres ; majuscules et espaces ne comptent pas.',
    en: '5 letters and 4 digits; capitals and spaces do not count.',
  }),
  more: 'class="short" autocomplete="off" required maxlength="30"',
})}
<button>${say({ fr: 'Continuer', en: 'Continue' })}</button></form>`;
  return show(at, { title, head: 'Tablée', body }, refusal === undefined ? 200 : statusOf(refusal.code));
};

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => `${[...part][0] ?? ''}.`)
    .join(' ');

const pinField = ({ say }: Visit, isNew: boolean): Piece =>
  field(
    isNew
      ? say({ fr: 'Choisissez un PIN de 6 chiffres', en: 'Choose a 6-digit PIN' })
      : say({ fr: 'Votre PIN', en: 'Your PIN' }),
    'pin',
    {
      type: 'password',
      hint: say({
        fr: 'Perdu ? Le secrétariat en donne un autre.',
        en: 'Lost it? The secretariat gives you a new one.',
      }),
      more: `class="short" inputmode="numeric" autocomplete="${isNew ? 'new-password' : 'current-password'}" required maxlength="12"`,
    },
  );

const pinPage = (
  at: Visit,
  form: Form,
  welcomed: Welcome | undefined,
  refusal?: Refused,
): Promise<Response> => {
  const { say, formToken } = at;
  const who = [welcomed?.organisation, welcomed && initialsOf(welcomed.name)].filter(Boolean).join(', ');
  const title =
    welcomed === undefined
      ? say({ fr: 'Votre PIN', en: 'Your PIN' })
      : say({ fr: `Est-ce bien vous ? ${who}`, en: `Is this you? ${who}` });
  const body = html`<h1>${title}</h1>${alert(noticeOf(at, refusal))}
${welcomed === undefined ? '' : html`<p>${inviteLine(at, welcomed)}</p>${willSee(at, welcomed)}`}
<form method="post">${formToken}<input type="hidden" name="step" value="pin"><input type="hidden" name="code" value="${form['code'] ?? ''}">
${pinField(at, welcomed !== undefined)}
${welcomed === undefined ? '' : languageChoice(at, form)}
${noTraceBox(at)}
<button>${welcomed === undefined ? say({ fr: 'Entrer', en: 'Sign in' }) : say({ fr: 'Oui, c’est moi', en: 'Yes, this is me' })}</button></form>`;
  return show(
    at,
    { title: welcomed === undefined ? title : say(INVITED), head: welcomed?.partnership ?? 'Tablée', body },
    refusal === undefined ? 200 : statusOf(refusal.code),
  );
};

const roomOf = (space: string): string => `/p/${space}`;

const byCode = async (at: Visit, form: Form): Promise<Response> => {
  const { people } = at;
  const found = await findInvitation(people, { code: form['code'] });
  const welcomed = found.ok ? await welcome(people, found.invitation) : undefined;
  const guest = welcomed?.ok === true ? welcomed : undefined;
  if (form['step'] !== 'pin') {
    if (guest !== undefined) return pinPage(at, form, guest);
    // A known code and an unknown one lead to the same page: which codes exist is not told.
    return found.ok || found.code === 'CodeNotRecognised' || found.code === 'LinkUsed'
      ? pinPage(at, form, undefined)
      : codePage(at, form, found);
  }
  if (guest === undefined) {
    const known = await people.signIn.pin(form['code'], form['pin']);
    if (known.ok) return enterAndGo(at, known.account, '/', form['noTrace'] === 'yes');
    return known.code === 'CodeNotRecognised'
      ? codePage(at, form, known)
      : pinPage(at, form, undefined, known);
  }
  const entering = {
    with: 'pin',
    code: form['code'] ?? '',
    pin: form['pin'],
    language: languageOf(form['language']),
  } as const;
  const done: Entered = await accept(people, guest, entering);
  return done.ok
    ? enterAndGo(at, done.account, roomOf(done.space), form['noTrace'] === 'yes')
    : pinPage(at, form, guest, done);
};

const tokenOf = (c: Call): string => c.req.param('token') ?? '';

const opened = async (
  people: PeopleService,
  c: Call,
): Promise<{ readonly at: Visit; readonly welcomed: Welcome } | Response> => {
  const found = await findInvitation(people, { token: tokenOf(c) });
  const welcomed = found.ok ? await welcome(people, found.invitation) : found;
  // The guest's device knows their language; who invites them was not asked for it.
  const at = visit(people, c, languageFor(c));
  return welcomed.ok ? { at, welcomed } : closedDoor(at, welcomed);
};

const join = async (at: Visit, welcomed: Welcome, form: Form): Promise<Response> => {
  const { people, c } = at;
  const caller = await people.caller(c.req.raw);
  if (form['step'] === 'sign-in') {
    const held = heldBack(people, 'address', c.get('address'));
    const answer = held ?? (await people.accounts.byPassword(form['login'], form['secret']));
    if (answer.ok) return enterAndGo(at, answer.account, c.req.path, form['noTrace'] === 'yes');
    return joinPage(at, { welcomed, form: {}, account: undefined, refusal: answer });
  }
  const { name, email, password } = form;
  const done = await accept(
    people,
    welcomed,
    caller === undefined
      ? { with: 'form', form: { name, email, password, language: languageOf(form['language']) } }
      : { with: 'account', account: caller.account },
  );
  if (!done.ok) return joinPage(at, { welcomed, form, account: caller?.account, refusal: done });
  return caller === undefined
    ? enterAndGo(at, done.account, roomOf(done.space))
    : c.redirect(roomOf(done.space), 303);
};

/** The doors of invitations: by link, and by code and PIN. */
export const joinDoors = (app: Hono<Env>, people: PeopleService): void => {
  addDoor(app, people, {
    path: '/join/:token',
    rate: 'guess',
    async get(c) {
      const door = await opened(people, c);
      if (door instanceof Response) return door;
      const caller = await people.caller(c.req.raw);
      return joinPage(door.at, { welcomed: door.welcomed, form: {}, account: caller?.account });
    },
    async post(c) {
      const door = await opened(people, c);
      if (door instanceof Response) return door;
      const form = await formOf(door.at);
      return form instanceof Response ? form : join(door.at, door.welcomed, form);
    },
  });
  addDoor(app, people, {
    path: '/join',
    rate: 'guess',
    get: async (c) => codePage(visit(people, c, languageFor(c)), {}),
    async post(c) {
      const at = visit(people, c, languageFor(c));
      const form = await formOf(at);
      if (form instanceof Response) return form;
      const isCode = typeof form['code'] === 'string' && form['code'].trim() !== '';
      return isCode ? byCode(at, form) : codePage(at, form, refused('CodeNotRecognised'));
    },
  });
};
