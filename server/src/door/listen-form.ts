import {
  dayIn,
  LONGEST_STATEMENT,
  minutesFor,
  momentIn,
  type Naming,
  roundTexts,
} from '@tablee/domain/modules/listening';
import { html, raw } from 'hono/html';
import { LARGEST_SOUND } from '../listening/sound.ts';
import { newId } from '../people/secret.ts';
import { type Hearing, notice, partnershipOf, showRound, words } from './listen-page.ts';
import { choice, field, type Piece } from './page.ts';

const MEGABYTE = 1_000_000;

const STANCES = [
  ['agree', 1],
  ['disagree', -1],
  ['pass', 0],
] as const;

/** A form that comes back to the same address. */
const form = (at: Hearing, act: string, body: Piece): Piece =>
  html`<form method="post" action="${at.c.req.path}" autocomplete="off">${at.hidden}<input type="hidden" name="do" value="${act}">${body}</form>`;

const READS: { readonly [N in Naming]: 'readsAnonymous' | 'readsThird' | 'readsNamed' } = {
  anonymous: 'readsAnonymous',
  third: 'readsThird',
  named: 'readsNamed',
};

const whoReads = (at: Hearing): Piece => {
  const { found, say, confidant } = at;
  const { floors, naming } = found.state;
  const fill = { floor: floors.perGroup, all: floors.inAll, confidant: confidant ?? say('someone') };
  return html`<h2>${say('whoReads')}</h2>
<ul>${naming.map((way) => html`<li>${say(READS[way], fill)}</li>`)}</ul><p class="soft">${say('readsServer')}</p>`;
};

const namingFields = (at: Hearing): Piece => {
  const { found, say, listener } = at;
  const { naming } = found.state;
  const chosen = listener?.naming ?? naming[0];
  const name = field(say('yourName'), 'name', {
    value: listener?.name ?? '',
    more: 'maxlength="300" autocomplete="off"',
  });
  const asksName = naming.some((way) => way !== 'anonymous');
  if (naming.length === 1)
    return html`<input type="hidden" name="naming" value="${chosen ?? ''}">${asksName ? name : ''}`;
  return html`<fieldset><legend>${say('namingLegend')}</legend>
${naming.map((way) => choice(say(way), { name: 'naming', value: way, checked: way === chosen }))}</fieldset>${name}`;
};

const sectorFields = ({ found, say, listener }: Hearing): Piece => {
  const { sectors } = found.state;
  if (sectors.length === 0) return html``;
  const held = listener?.sector ?? '';
  return html`<fieldset><legend>${say('sectorLegend')}</legend>
${sectors.map((sector) => choice(say(sector), { name: 'sector', value: sector, checked: sector === held }))}
${choice(say('sectorNone'), { name: 'sector', value: '', checked: held === '' })}</fieldset>`;
};

/** The first page: who asks, why, how long, what happens with it, who can read it; then the beginning. */
export const welcomePage = (at: Hearing, said?: string): Promise<Response> => {
  const { found, say, lang, statements } = at;
  const { title, intro, promise } = roundTexts(found.state, lang);
  const minutes = minutesFor(statements.length);
  const resume = html`<details><summary>${say('resumeTitle')}</summary>${form(
    at,
    'resume',
    html`${field(say('codeLabel'), 'code', { more: 'class="short" autocomplete="off" autocapitalize="characters" maxlength="20"' })}<button class="quiet">${say('resume')}</button>`,
  )}</details>`;
  const trace = choice(say('noTrace'), { name: 'noTrace', value: 'yes', type: 'checkbox' });
  const isShared = at.door === 'public';
  const begin = html`${sectorFields(at)}${namingFields(at)}${isShared ? trace : ''}<button>${say('start')}</button>`;
  return showRound(
    at,
    html`${notice(said)}<p class="lead">${say('asks', { partnership: partnershipOf(at), count: statements.length, minutes })}</p>
${words('h1', title, '')}${words('p', intro)}
<section class="why"><h2>${say('promiseTitle')}</h2>${words('p', promise)}<p>${say('promiseUntil', { date: dayIn(found.state.answerBy, lang) })}</p></section>
<p>${say('openUntil', { date: momentIn(found.state.closes, lang) })}</p>
${whoReads(at)}
${form(at, 'start', begin)}
${isShared ? resume : ''}`,
    said === undefined ? 200 : 400,
  );
};

/** Before the opening: when it opens, and what for. */
export const notYetPage = (at: Hearing): Promise<Response> => {
  const { found, say, lang } = at;
  const { title, intro } = roundTexts(found.state, lang);
  const opens = found.state.opens;
  const when = opens === null ? '' : html`<p>${say('notYet', { date: momentIn(opens, lang) })}</p>`;
  return showRound(at, html`${words('h1', title, '')}${words('p', intro)}${when}`);
};

/** What is on a page besides its statement. */
export interface Beside {
  readonly said?: string;
  /** What they wrote and could not be taken. */
  readonly text?: string;
}

const ownForm = (at: Hearing, { text }: Beside): Piece => {
  const { say } = at;
  const body = html`<label for="text">${say('own')}</label><span class="hint" id="text-hint">${say('ownHint')}</span>
<textarea id="text" name="text" aria-describedby="text-hint" maxlength="${LONGEST_STATEMENT}">${(text ?? '').slice(0, 4 * LONGEST_STATEMENT)}</textarea>
<input type="hidden" name="once" value="${newId()}"><button class="quiet">${say('ownSend')}</button>`;
  return html`<details${raw(text === undefined ? '' : ' open')}><summary>${say('own')}</summary>${form(at, 'propose', body)}
<p><a href="${at.c.req.path}/voice?lang=${at.lang}">${say('voice')}</a></p></details>`;
};

const codeLine = ({ code, say }: Hearing): Piece =>
  code === undefined
    ? html``
    : html`<p class="soft">${say('codeIs')} <strong class="code" dir="ltr">${code}</strong></p>`;

/** One statement with three large answers. */
export const statementPage = (
  at: Hearing,
  shown: { readonly id: string; readonly chosen?: string | undefined },
  beside: Beside = {},
): Promise<Response> => {
  const { say, statements, answers, c, lang } = at;
  const place = statements.findIndex(({ id }) => id === shown.id);
  const line = statements[place];
  if (line === undefined) return donePage(at, beside);
  const held = STANCES.find(([, stance]) => stance === answers.get(line.id))?.[0];
  const wanted = STANCES.find(([name]) => name === shown.chosen)?.[0];
  const before = statements[place - 1];
  const target = html`<input type="hidden" name="s" value="${line.id}">`;
  const buttons = STANCES.map(
    ([name]) =>
      html`<button name="stance" value="${name}"${raw(name === held ? ' class="chosen" aria-pressed="true"' : '')}>${say(name)}</button>`,
  );
  const answer =
    wanted === undefined
      ? html`<form class="stances" method="post" action="${c.req.path}">${at.hidden}<input type="hidden" name="do" value="answer">${target}${buttons}</form>`
      : html`<p>${say('confirmAsk', { stance: say(wanted) })}</p>${form(at, 'answer', html`${target}<input type="hidden" name="stance" value="${wanted}"><button>${say('confirm')}</button>`)}`;
  return showRound(
    at,
    html`${notice(beside.said)}<p class="soft">${say('statementOf', { place: place + 1, count: statements.length })}</p>
<h1 class="statement" lang="${line.lang}" dir="auto">${line.text}</h1>
${held === undefined ? '' : html`<p class="soft">${say('chosen', { stance: say(held) })}</p>`}
${answer}
${before === undefined ? '' : html`<p><a href="${c.req.path}?s=${before.id}&amp;lang=${lang}">${say('before')}</a></p>`}
${ownForm(at, beside)}${codeLine(at)}`,
    beside.text === undefined ? 200 : 400,
  );
};

/** After the last answer: thanks, when the results come, and everything that can still be changed. */
export const donePage = (at: Hearing, beside: Beside = {}): Promise<Response> => {
  const { say, statements, answers, found, lang, c } = at;
  const answered = statements.filter(({ id }) => answers.has(id)).length;
  const settings = html`${sectorFields(at)}${namingFields(at)}<button class="quiet">${say('save')}</button>`;
  const first = statements[0];
  return showRound(
    at,
    html`${notice(beside.said)}<h1>${say('doneTitle')}</h1>
<p>${say('doneText', { answered, count: statements.length })}</p>
<p>${say('resultsOn', { date: momentIn(found.state.closes, lang) })}</p>${codeLine(at)}
${answered < statements.length ? html`<p><a href="${c.req.path}?lang=${lang}">${say('resume')}</a></p>` : ''}
${first === undefined ? '' : html`<p><a href="${c.req.path}?s=${first.id}&amp;lang=${lang}">${say('review')}</a></p>`}
${ownForm(at, beside)}
${form(at, 'name', settings)}
${at.door === 'public' ? form(at, 'finish', html`<button>${say('finish')}</button>`) : ''}
<details><summary>${say('withdraw')}</summary>${form(at, 'withdraw', html`<button class="quiet">${say('withdraw')}</button>`)}</details>`,
    beside.text === undefined ? 200 : 400,
  );
};

/** The page of a voice note: a plain file, which telephones offer to record. */
export const voicePage = (
  at: Hearing,
  said?: { readonly sentence: string; readonly status: 400 | 413 | 415 | 429 | 503 },
): Promise<Response> => {
  const { say, c } = at;
  const body = html`<label for="sound">${say('voiceFile')}</label><span class="hint" id="sound-hint">${say('voiceHint')}</span>
<input type="file" id="sound" name="sound" accept="audio/*" aria-describedby="sound-hint" required>
<input type="hidden" name="once" value="${newId()}"><button>${say('voiceSend')}</button>`;
  return showRound(
    at,
    html`${notice(said?.sentence)}<h1>${say('voice')}</h1>
<form method="post" action="${c.req.path}" enctype="multipart/form-data">${at.hidden}${body}</form>`,
    said?.status ?? 200,
  );
};

/** What is said of a sound that is too long. */
export const tooLong = ({ say }: Hearing): string => say('voiceLong', { size: LARGEST_SOUND / MEGABYTE });
