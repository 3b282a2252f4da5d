import { type OpinionCell, readCell } from '@tablee/domain/engines/opinion';
import type { Sector } from '@tablee/domain/modules/actor';
import {
  dayIn,
  type MapEnd,
  mapEnds,
  mapMarks,
  mapRows,
  type ResultLine,
  type RoundReading,
  roundReading,
  roundTexts,
  voiceSummaries,
} from '@tablee/domain/modules/listening';
import { typography } from '@tablee/domain/text';
import { html, raw } from 'hono/html';
import { type Hearing, showRound, words } from './listen-page.ts';
import type { Piece } from './page.ts';
import { withinBytes } from './public.ts';

/** The longest body, in bytes: with its frame and style sheets a page stays below 30 kB (LSR-3). */
const MAX_BYTES = 20_000;
/** How many statements stand on one page of the whole list. */
const PER_PAGE = 40;

/** How many statements are listed under what is shared; all of them follow below. */
const MOST_COMMON = 8;

const NEARLY = { agree: 'nearlyAgree', disagree: 'nearlyDisagree', pass: 'nearlyPass' } as const;

const cellText = ({ say }: Hearing, cell: OpinionCell): string => {
  if (cell.state === 'hidden') return say('hidden');
  if (cell.state === 'nearlyAll') return `${say(NEARLY[cell.stance])} (${cell.seen})`;
  const { agree, disagree, pass } = cell;
  return say('counts', { agree, disagree, pass });
};

/** The share for and against as a bar, for those who see; the words beside it say the same. */
const bar = (cell: OpinionCell): Piece => {
  const counts = readCell(cell);
  if (counts === undefined || counts.seen === 0) return html``;
  const share = (part: number): string => ((100 * part) / counts.seen).toFixed(1);
  const no = share(counts.disagree);
  return html`${raw(
    `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">` +
      `<rect class="yes" x="0" y="0" height="10" width="${share(counts.agree)}"/>` +
      `<rect class="no" x="${(100 - Number(no)).toFixed(1)}" y="0" height="10" width="${no}"/></svg>`,
  )}`;
};

const SECTORS: { readonly [S in Sector]: true } = {
  state: true,
  private: true,
  civilSociety: true,
  science: true,
  other: true,
};
const isSector = (name: string): name is Sector => Object.hasOwn(SECTORS, name);

const groupName = ({ say }: Hearing, reading: RoundReading, name: string): string => {
  if (name === '') return say('noGroup');
  return reading.groupsFrom === 'given' && isSector(name) ? say(name) : say('group', { name });
};

const labelled = ({ lang }: Hearing, label: string, text: string): string =>
  typography(`${label}: ${text}`, lang);

/** A statement with its total and, where groups are read, each of them. */
const lineOf = (at: Hearing, reading: RoundReading, line: ResultLine, isFull: boolean): Piece => {
  const { say } = at;
  const total =
    line.total.state === 'hidden' && isFull ? '' : labelled(at, say('everybody'), cellText(at, line.total));
  const cells = isFull
    ? reading.groups.map(({ name }, place) => {
        const cell = line.cells[place];
        return cell === undefined || readCell(cell)?.seen === 0
          ? ''
          : html`<li>${labelled(at, groupName(at, reading, name), cellText(at, cell))}${bar(cell)}</li>`;
      })
    : [];
  return html`<div class="result">${words('p', line, '')}${isFull ? '' : bar(line.total)}
${total === '' ? '' : html`<p class="soft">${total}</p>`}${cells.length === 0 ? '' : html`<ul>${cells}</ul>`}
${line.answer === undefined ? '' : html`<p class="soft">${say('answer')}</p>${words('p', line.answer)}`}</div>`;
};

const common = (at: Hearing, reading: RoundReading): readonly Piece[] => [
  html`<h2>${at.say('common')}</h2>`,
  ...(reading.common.length === 0
    ? [html`<p>${at.say('commonNone')}</p>`]
    : reading.common.slice(0, MOST_COMMON).map((line) => lineOf(at, reading, line, true))),
];

const divides = (at: Hearing, reading: RoundReading): readonly Piece[] =>
  reading.divides.length === 0
    ? []
    : [
        html`<h2>${at.say('divides')}</h2>`,
        ...reading.divides.map((line) => {
          const [most, least] = [groupName(at, reading, line.most), groupName(at, reading, line.least)];
          return html`${lineOf(at, reading, line, true)}<p>${at.say('apart', { most, least })}</p>`;
        }),
      ];

const ENDS: { readonly [T in MapEnd['towards']]: 'mapRight' | 'mapLeft' | 'mapHigh' | 'mapLow' } = {
  right: 'mapRight',
  left: 'mapLeft',
  up: 'mapHigh',
  down: 'mapLow',
};

/** The place of a value from -1 to 1 on a drawing of 200 by 200. */
const across = (x: number): string => (100 + 90 * x).toFixed(0);
const down = (y: number): string => (100 - 90 * y).toFixed(0);

/** The map as it may be drawn: places on a coarse grid, without names, with a table that says the same. */
const map = (at: Hearing, reading: RoundReading): readonly Piece[] => {
  const { say } = at;
  const { map: drawn, groups } = reading;
  if (drawn === undefined) return [];
  const dots = drawn.spots.map(({ x, y, people, group }) => {
    const kind = Math.max(
      0,
      groups.findIndex(({ name }) => name === group),
    );
    return `<circle class="g${kind}" cx="${across(x)}" cy="${down(y)}" r="${Math.min(6, 1 + Math.sqrt(people)).toFixed(1)}"/>`;
  });
  const marks = mapMarks(reading);
  const signs = marks.map(
    ({ sign, x, y }) =>
      `<g transform="translate(${across(x)} ${down(y)})"><circle class="mark" r="8"/><text y="4">${sign.replace(/[^\w]/g, '')}</text></g>`,
  );
  return [
    html`<h2>${say('map')}</h2><p class="soft">${say('mapHint')}</p>
${raw(`<svg class="map" viewBox="0 0 200 200" aria-hidden="true" focusable="false"><path class="axis" d="M100 4v192M4 100h192"/>${dots.join('')}${signs.join('')}</svg>`)}
<ul class="plain">${marks.map(({ sign, group }) => html`<li><b>${sign}</b> ${groupName(at, reading, group)}</li>`)}</ul>
<ul>${mapEnds(reading).map(({ towards, line }) => html`<li>${say(ENDS[towards], { text: line.text })}</li>`)}</ul>`,
    mapTable(at, reading),
  ];
};

/** The same as the drawing: the middle of each group, then every place; their group where the map tells it. */
const mapTable = (at: Hearing, reading: RoundReading): Piece => {
  const { say } = at;
  const heads = [say('mapPeople'), say('mapAcross'), say('mapUp'), say('mapGroup')];
  const rows = mapRows(reading).map(
    ({ group, people, across: x, up }) =>
      html`<tr><td>${people ?? ''}<td>${x}<td>${up}<td>${group === undefined ? '' : groupName(at, reading, group)}`,
  );
  return html`<details><summary>${say('mapTable')}</summary><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}`)}<tbody>${rows}</table></details>`;
};

const answerAfter = ({ say, found, lang }: Hearing, reading: RoundReading): readonly Piece[] => [
  html`<h2>${say('answer')}</h2>${
    reading.answer === undefined
      ? html`<p>${say('answerOwed', { date: dayIn(found.state.answerBy, lang) })}</p>`
      : words('p', reading.answer)
  }`,
];

const voices = ({ say, found, lang }: Hearing): readonly Piece[] => {
  const said = voiceSummaries(found.state, lang);
  return said.length === 0
    ? []
    : [html`<h2>${say('voices')}</h2>`, ...said.map((line) => words('blockquote', line))];
};

/** The whole list, some statements at a time. */
const allPage = async (at: Hearing, reading: RoundReading, from: number): Promise<Response> => {
  const { say, c, lang, found } = at;
  const shown = reading.all.slice(from, from + PER_PAGE);
  const next = from + PER_PAGE < reading.all.length ? from + PER_PAGE : undefined;
  const pieces = shown.map((line) => lineOf(at, reading, line, line.total.state === 'hidden'));
  return showRound(
    at,
    html`<p><a href="${c.req.path}?lang=${lang}">${roundTexts(found.state, lang).title.text}</a></p>
<h1>${say('all')}</h1><p class="soft">${say('barHint')}</p>${await withinBytes(pieces, say('more'), MAX_BYTES)}
${next === undefined ? '' : html`<p><a href="${c.req.path}?all=${next}&amp;lang=${lang}">${say('next')}</a></p>`}`,
  );
};

/** After the close: what is shared, what divides, by group where the floors allow, and what became of it. */
export const resultPage = async (at: Hearing): Promise<Response> => {
  const { say, found, lang, c } = at;
  const { title, promise } = roundTexts(found.state, lang);
  const head = html`${words('h1', title, '')}`;
  const reading = roundReading(found.state, lang);
  if (reading === undefined) return showRound(at, html`${head}<p>${say('counting')}</p>`);
  const isShown = reading.all.length > 0;
  const from = Number(c.req.query('all') ?? Number.NaN);
  if (isShown && Number.isSafeInteger(from) && from >= 0) return allPage(at, reading, from);
  const whole = html`<p><a href="${c.req.path}?all=0&amp;lang=${lang}">${say('all')} (${reading.all.length})</a></p>`;
  const pieces = [
    html`<p>${say(isShown ? 'people' : 'tooFew', { people: reading.people })}</p>`,
    ...(isShown ? [html`<p class="soft">${say('barHint')}</p>`] : []),
    ...(isShown ? [...common(at, reading), ...divides(at, reading), whole] : []),
    ...voices(at),
    ...answerAfter(at, reading),
    html`<section class="why"><h2>${say('promiseTitle')}</h2>${words('p', promise)}</section>`,
    ...(isShown ? map(at, reading) : []),
  ];
  return showRound(at, html`${head}${await withinBytes(pieces, say('more'), MAX_BYTES)}`);
};
