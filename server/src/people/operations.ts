import { type Json, type JsonObject, ROLES } from '@tablee/domain/kernel';
import { REQUEST_KINDS } from '@tablee/domain/modules/request';

const text: JsonObject = { type: 'string' };
const yes: JsonObject = { type: 'boolean' };
const language: JsonObject = { enum: ['fr', 'en'] };
const day: JsonObject = { type: 'string', format: 'date' };

const body = (
  properties: { readonly [name: string]: Json },
  required: readonly string[] = [],
): JsonObject => ({
  required: true,
  content: { 'application/json': { schema: { type: 'object', properties, required } } },
});

const CARD = {
  name: text,
  email: text,
  phone: text,
  designation: text,
  language: text,
  purpose: text,
  basis: text,
};
const SPACE = '/api/spaces/{space}';

/** The addresses of people as the interface's description prints them; a test compares them with the router. */
export const PEOPLE_OPERATIONS = [
  {
    method: 'post',
    path: '/api/set-up',
    summary: 'Makes the first account, that of the steward, with the token of the set-up link.',
    body: body({ token: text, name: text, email: text, password: text, language, noTrace: yes }, [
      'token',
      'name',
      'password',
    ]),
    answer: 'The session, and its cookie.',
  },
  { method: 'get', path: '/api/session', summary: 'Who is signed in here.', answer: 'The session.' },
  { method: 'delete', path: '/api/session', summary: 'Signs out this device.', answer: 'Nothing.' },
  {
    method: 'post',
    path: '/api/session/password',
    summary: 'Signs in by address (or by name, for somebody without address) and password.',
    body: body({ email: text, password: text, noTrace: yes }, ['email', 'password']),
    answer: 'The session, and its cookie.',
  },
  {
    method: 'post',
    path: '/api/session/email',
    summary:
      'Asks for a sign-in link or a six-digit code; answers alike whether or not the address has an account.',
    body: body({ email: text, way: { enum: ['link', 'code'] } }, ['email']),
    answer: 'Who brings it (mail or steward), and the challenge that goes back with a code.',
  },
  {
    method: 'post',
    path: '/api/session/code',
    summary: 'Signs in by the six digits: 10 minutes, five tries.',
    body: body({ challenge: text, code: text, noTrace: yes }, ['challenge', 'code']),
    answer: 'The session, and its cookie.',
  },
  {
    method: 'post',
    path: '/api/session/pin',
    summary:
      'Signs in by invitation code and PIN; the first time it lets in. Without a PIN it tells what a new code invites into.',
    body: body({ code: text, pin: text, language, noTrace: yes }, ['code']),
    answer: 'The session, and its cookie.',
  },
  {
    method: 'get',
    path: '/api/sessions',
    summary: 'The devices that are signed in to this account.',
    answer: 'Sessions.',
  },
  { method: 'delete', path: '/api/sessions/{id}', summary: 'Ends one of them, at once.', answer: 'Nothing.' },
  {
    method: 'patch',
    path: '/api/account',
    summary:
      'Changes name, address, language or password; a new password asks for the current one and ends the other sessions.',
    body: body({ name: text, email: text, language, password: text, current: text }),
    answer: 'The session.',
  },
  {
    method: 'post',
    path: `${SPACE}/people`,
    summary: 'Writes somebody into the vault, with the reason for it.',
    body: body(CARD, ['name']),
    answer: 'The id of the person.',
  },
  {
    method: 'post',
    path: `${SPACE}/people/batch`,
    summary: 'Writes up to 500 people into the vault (add), or empties cards that one has written (erase).',
    body: body({
      add: { type: 'array', maxItems: 500, items: { type: 'object', properties: CARD, required: ['name'] } },
      erase: { type: 'array', maxItems: 500, items: text },
    }),
    answer: 'The ids in the order of the cards, null where one could not be kept; the ids that were emptied.',
  },
  {
    method: 'patch',
    path: `${SPACE}/people/{id}`,
    summary: 'Changes a card; null empties a field.',
    body: body(CARD),
    answer: 'Nothing.',
  },
  {
    method: 'delete',
    path: `${SPACE}/people/{id}`,
    summary: 'Erases a person from the vault.',
    answer: 'The copies that cannot be called back.',
  },
  {
    method: 'get',
    path: `${SPACE}/people/{id}/copies`,
    summary:
      'What of a person stands outside: documents, messages, files, devices; for whoever may protect them.',
    answer: 'The copies that cannot be called back.',
  },
  {
    method: 'post',
    path: `${SPACE}/people/{id}/protect`,
    summary:
      'Puts a person in safety (or back in view): others see “content withdrawn” at once, and their links end.',
    body: body({ on: yes }),
    answer: 'The copies that cannot be called back.',
  },
  {
    method: 'get',
    path: `${SPACE}/people/review`,
    summary: 'Cards of people without account that are due to be looked at again.',
    answer: 'Persons with purpose and day.',
  },
  {
    method: 'get',
    path: `${SPACE}/invitations`,
    summary: 'The invitations of the space, for its secretariat.',
    answer: 'Invitations without their secrets.',
  },
  {
    method: 'post',
    path: `${SPACE}/invitations`,
    summary: 'Invites a person by e-mail, by link with QR, or by code; 14 days, once.',
    body: body(
      {
        way: { enum: ['email', 'link', 'code'] },
        person: text,
        name: text,
        email: text,
        language,
        roles: { type: 'array', items: { enum: [...ROLES] } },
        organisation: text,
        circles: { type: 'array', items: text },
        until: day,
      },
      ['way', 'roles'],
    ),
    answer: 'The link with its QR as SVG, or the code: readable this once.',
  },
  {
    method: 'delete',
    path: `${SPACE}/invitations/{id}`,
    summary: 'Takes an open invitation back.',
    answer: 'Nothing.',
  },
  {
    method: 'get',
    path: `${SPACE}/links`,
    summary: 'The personal links that the caller asked for.',
    answer: 'Links without their tokens.',
  },
  {
    method: 'post',
    path: `${SPACE}/links`,
    summary:
      'Asks a person for an answer without account: opens the request (or takes a given one) and makes their link.',
    body: body(
      {
        person: text,
        request: text,
        kind: { enum: [...REQUEST_KINDS] },
        subject: text,
        version: { type: 'integer' },
        organisation: text,
        question: text,
        deadline: day,
        circle: text,
        language,
        send: yes,
      },
      ['person'],
    ),
    answer: 'The link with its QR, a text in four lines and an e-mail: readable this once.',
  },
  {
    method: 'delete',
    path: `${SPACE}/links/{id}`,
    summary: 'Makes a link worthless at once.',
    answer: 'Nothing.',
  },
  {
    method: 'get',
    path: `${SPACE}/reminders`,
    summary: 'How often the caller is reminded by this partnership.',
    answer: 'The pace, and whether a reminder can reach them.',
  },
  {
    method: 'put',
    path: `${SPACE}/reminders`,
    summary: 'Slows or stops the reminders of the caller.',
    body: body({ pace: { enum: ['weekly', 'monthly', 'never'] } }, ['pace']),
    answer: 'Nothing.',
  },
  {
    method: 'get',
    path: `${SPACE}/undelivered`,
    summary:
      'The e-mails that did not reach their person, or not yet: those of the caller, for the secretariat also those of others whose requests it reads.',
    answer: 'What they were for, to whom and since when.',
  },
  {
    method: 'delete',
    path: `${SPACE}/undelivered/{id}`,
    summary: 'Takes one of them off the list.',
    answer: 'Nothing.',
  },
  {
    method: 'get',
    path: '/api/installation',
    summary: 'The installation, for its steward.',
    answer: 'Counts, version, last backup, sign-in links to hand over.',
  },
  {
    method: 'post',
    path: '/api/installation/spaces/{space}/secretariat',
    summary: 'Names a secretariat where none is left: on the record, told to all members.',
    body: body({ email: text }, ['email']),
    answer: 'Nothing.',
  },
] as const;
