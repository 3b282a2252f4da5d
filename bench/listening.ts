import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@tablee/domain/engines/csv';
import {
  givenGroups,
  mapOpinions,
  type OpinionReport,
  opinionReportSchema,
  publishOpinions,
  readVotes,
  type VoteTable,
} from '@tablee/domain/engines/opinion';
import { isObject } from '@tablee/domain/kernel';
import type { BenchLine } from './engine.ts';
import { atMost, noted, quantile } from './line.ts';
import { Phone, proxyTo } from './listening-client.ts';
import { startAlone } from './process.ts';

/** A round to be replayed: who said what on which statement. */
export interface Recorded {
  readonly table: VoteTable;
  /** The sector of people who have one. */
  readonly sectorOf: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}

/** How a replay went. */
export interface Replayed {
  readonly people: number;
  readonly answers: number;
  readonly requests: number;
  readonly seconds: number;
  /** From sending an answer to the page that follows it, in milliseconds. */
  readonly waits: readonly number[];
  /** From the close to the published page, in milliseconds, and the longest wait of others meanwhile. */
  readonly published: number;
  readonly others: number;
  /** Requests that were held back by a rate or failed. */
  readonly refused: number;
  /** The largest page, in bytes, with the style sheets. */
  readonly page: number;
  /** Resident memory of the server in MB: before, and at most. */
  readonly before: number;
  readonly most: number;
  /** What was published. */
  readonly report: OpinionReport;
}

const SECTORS: { readonly [group: string]: string } = {
  '0': 'civilSociety',
  '1': 'private',
  '2': 'state',
  '3': 'science',
};
const STANCE: { readonly [stance: number]: string } = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };
/** Connections of the proxy to the server, and people who answer at the same time. */
const AT_ONCE = 32;
const PAUSE = 100;

/** Reads a folder with `participants-votes.csv` and `comments.csv`, as Polis exports them. */
export const readRecorded = (folder: string): Recorded => {
  const votes = readVotes(readFileSync(join(folder, 'participants-votes.csv'), 'utf8'), {
    groups: 'group-id',
  });
  if (!votes.ok) throw new Error(`the votes cannot be read: ${JSON.stringify(votes)}`);
  const comments = readCsv(readFileSync(join(folder, 'comments.csv'), 'utf8'));
  if (!comments.ok) throw new Error('the statements cannot be read');
  const [id, body] = [comments.header.indexOf('comment-id'), comments.header.indexOf('comment-body')];
  const texts = new Map(
    comments.rows.map(({ cells }) => [cells[id] ?? '', [...(cells[body] ?? '')].slice(0, 280).join('')]),
  );
  const groups = [...votes.groupByPerson].flatMap(([person, group]) => {
    const sector = SECTORS[group];
    return sector === undefined ? [] : [[person, sector] as const];
  });
  return { table: votes.table, sectorOf: new Map(groups), texts };
};

/** What the engine says of the recorded votes, computed without any server. */
export const knownAnswer = ({ table, sectorOf }: Recorded): OpinionReport => {
  const published = publishOpinions(mapOpinions(table), givenGroups(table, sectorOf));
  if (!published.ok) throw new Error('too few people were recorded');
  return published.report;
};

const NEAR = 1e-9;

/** Where two reports of the same votes differ, in words; empty when they say the same. Groups may stand in any order. */
export const differences = (a: OpinionReport, b: OpinionReport): readonly string[] => {
  const order = a.groups.map(({ name }) => b.groups.findIndex((group) => group.name === name));
  const found: string[] = [];
  if (a.people !== b.people) found.push(`people: ${a.people}, ${b.people}`);
  const lines = new Map(b.statements.map((line) => [line.name, line]));
  for (const { name, total, cells } of a.statements) {
    const line = lines.get(name);
    const own = order.map((place) => line?.cells[place]);
    if (JSON.stringify([total, cells]) !== JSON.stringify([line?.total, own]))
      found.push(`counts of ${name}`);
  }
  const scores = new Map(b.consensus.map(({ statement, score }) => [statement, score]));
  for (const { statement, score } of a.consensus)
    if (Math.abs((scores.get(statement) ?? 2) - score) > NEAR) found.push(`consensus on ${statement}`);
  const top = (report: OpinionReport): string =>
    report.consensus
      .slice(0, 10)
      .map(({ score }) => score.toFixed(9))
      .join(' ');
  if (top(a) !== top(b)) found.push('the order of what is shared');
  const divides = (report: OpinionReport): string =>
    report.divides.map(({ statement, most, least }) => `${statement} ${most} ${least}`).join(', ');
  if (divides(a) !== divides(b)) found.push(`divides: ${divides(a)}; ${divides(b)}`);
  return found;
};

const idOf = (place: number): string => `statement-${place}`;
const SPACE = 'replayreplayreplayre';
const ROUND = 'roundroundroundround';
const AT = `/api/spaces/${SPACE}`;

interface Keeper {
  readonly phone: Phone;
  act(verb: string, payload: object): Promise<void>;
}

/** The secretariat: an account, a partnership, a round that is open, and its link. */
const prepare = async (
  phone: Phone,
  setUpLink: string,
  { table, texts, sectorOf }: Recorded,
): Promise<Keeper & { readonly door: string }> => {
  await phone.open(new URL(setUpLink).pathname);
  await phone.send(new URL(setUpLink).pathname, {
    name: 'Bench',
    email: 'bench@example.org',
    password: 'four words without any link',
    language: 'fr',
  });
  await phone.json('POST', '/api/spaces', {
    space: SPACE,
    title: 'Replay',
    problem: 'Replay',
    language: 'fr',
    languages: ['fr'],
    zone: 'Asia/Taipei',
  });
  let count = 0;
  const act = async (verb: string, payload: object): Promise<void> => {
    count += 1;
    const id = `command${'abcdefghijklmnop'[count]}`.padEnd(20, 'a');
    const ticket = { id, space: SPACE, saidAt: new Date().toISOString(), base: {} };
    const command = { ...ticket, type: `round.${verb}`, entity: ROUND, circle: 'partners', payload };
    const heard = await phone.json('POST', `${AT}/commands`, { commands: [command] });
    if (!heard.text.includes('"accepted"')) throw new Error(heard.text);
  };
  const seeds = table.statements.map((name, place) => ({
    id: idOf(place),
    texts: { fr: texts.get(name) || `Statement ${name}` },
  }));
  const end = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await act('plan', {
    texts: { fr: { title: 'Replay', intro: 'Replay', promise: 'Replay' } },
    expected: table.people.length,
    naming: ['anonymous'],
    sectors: [...new Set(sectorOf.values())],
    closes: { instant: end, zone: 'Asia/Taipei' },
    answerBy: end.slice(0, 10),
    statements: seeds.slice(0, 100),
  });
  for (let from = 100; from < seeds.length; from += 100)
    await act('seed', { statements: seeds.slice(from, from + 100) });
  await act('open', {});
  const made = await phone.json('POST', `${AT}/rounds/${ROUND}/doors`, { kind: 'public' });
  return { phone, act, door: /\/l\/[\w-]+/.exec(made.text)?.[0] ?? '' };
};

interface Tally {
  requests: number;
  answers: number;
  refused: number;
  page: number;
  readonly waits: number[];
}

/** Whose turn it is, and where it is noted. */
interface Asked {
  readonly person: number;
  readonly tally: Tally;
}

/** One person: opens the link, begins, and answers one statement after the other. */
const answerAll = async (phone: Phone, door: string, recorded: Recorded, asked: Asked): Promise<void> => {
  const { table, sectorOf } = recorded;
  const { person, tally } = asked;
  const seen = (heard: { readonly status: number; readonly text: string }): void => {
    if (heard.status !== 200) tally.refused += 1;
    tally.page = Math.max(tally.page, Buffer.byteLength(heard.text));
  };
  seen(await phone.open(door));
  const sector = sectorOf.get(table.people[person] ?? '') ?? '';
  seen(await phone.send(door, { do: 'start', naming: 'anonymous', sector }));
  tally.requests += 3;
  for (let at = table.personStart[person] ?? 0; at < (table.personStart[person + 1] ?? 0); at += 1) {
    const s = idOf(table.statement[at] ?? 0);
    const stance = STANCE[table.stance[at] ?? 0] ?? 'pass';
    const start = performance.now();
    seen(await phone.send(door, { do: 'answer', s, stance }));
    tally.waits.push(performance.now() - start);
    tally.requests += 2;
    tally.answers += 1;
  }
};

const ipOf = (person: number): string => `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;

const publishedIn = async (phone: Phone): Promise<OpinionReport | undefined> => {
  const body: unknown = JSON.parse((await phone.json('GET', `${AT}/snapshot`)).text);
  const snapshot = isObject(body) ? body['snapshot'] : undefined;
  const entities: unknown = isObject(snapshot) ? snapshot['entities'] : undefined;
  const round: unknown = Array.isArray(entities)
    ? entities.find((entity) => isObject(entity) && entity['id'] === ROUND)
    : undefined;
  const state: unknown = isObject(round) ? round['state'] : undefined;
  const result: unknown = isObject(state) ? state['result'] : undefined;
  const report = opinionReportSchema.safeParse(isObject(result) ? result['report'] : undefined);
  return report.success ? report.data : undefined;
};

/** Closes the round and waits for its counts, while others ask for pages. */
const publish = async (
  keeper: Keeper,
  other: Phone,
): Promise<{ report: OpinionReport; published: number; others: number }> => {
  const start = performance.now();
  await keeper.act('close', {});
  let others = 0;
  for (let tries = 0; tries < 600; tries += 1) {
    const asked = performance.now();
    await other.open('/healthz');
    others = Math.max(others, performance.now() - asked);
    const report = await publishedIn(keeper.phone);
    if (report !== undefined) return { report, published: performance.now() - start, others };
    await new Promise((go) => setTimeout(go, PAUSE / 4));
  }
  throw new Error('the round was not published');
};

/** The report with the recorded names of its statements. */
const renamed = (report: OpinionReport, { table }: Recorded): OpinionReport => {
  const names = new Map(table.statements.map((name, place) => [idOf(place), name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    ...report,
    statements: report.statements.map((line) => ({ ...line, name: nameOf(line.name) })),
    consensus: report.consensus.map((line) => ({ ...line, statement: nameOf(line.statement) })),
    divides: report.divides.map((line) => ({ ...line, statement: nameOf(line.statement) })),
  };
};

/**
 * Replays a recorded round against a real server in a process of its own, over loopback and behind a proxy that it
 * trusts: each person with an address of their own, rates on, every page read.
 */
export const replay = async (recorded: Recorded): Promise<Replayed> => {
  const server = await startAlone({ TRUST_PROXY: '127.0.0.1' });
  try {
    const proxy = proxyTo(server.address, AT_ONCE);
    const keeper = await prepare(new Phone(proxy, '192.0.2.1'), server.setUpLink, recorded);
    const css = (await keeper.phone.open('/door.css')).text + (await keeper.phone.open('/listen.css')).text;
    const before = server.memory();
    let most = before;
    const look = setInterval(() => {
      most = Math.max(most, server.memory());
    }, PAUSE);
    const tally: Tally = { requests: 0, answers: 0, refused: 0, page: 0, waits: [] };
    const start = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      for (let person = next++; person < recorded.table.people.length; person = next++)
        await answerAll(new Phone(proxy, ipOf(person)), keeper.door, recorded, { person, tally });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const seconds = (performance.now() - start) / 1_000;
    const result = await publish(keeper, new Phone(proxy, '192.0.2.2'));
    clearInterval(look);
    proxy.agent.destroy();
    const page = tally.page + Buffer.byteLength(css);
    const report = renamed(result.report, recorded);
    return { ...tally, ...result, page, report, people: recorded.table.people.length, seconds, before, most };
  } finally {
    await server.stop();
  }
};

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/**
 * The lines of a replay: what it took, and whether the counts are those of the recorded votes. `folder` holds a round
 * as Polis exports it.
 */
export const benchListening = async (folder: string): Promise<readonly BenchLine[]> => {
  const recorded = readRecorded(folder);
  const went = await replay(recorded);
  const wrong = differences(knownAnswer(recorded), went.report);
  return [
    noted(
      'people, answers and requests, each person at an address of their own, rates on',
      `${went.people}, ${went.answers}, ${went.requests} in ${went.seconds.toFixed(0)} s (${(went.requests / went.seconds).toFixed(0)} a second)`,
    ),
    atMost('requests held back or failed', went.refused, 0),
    noted(
      `an answer, from pressing to the next statement, ${AT_ONCE} at once: median, p95, p99`,
      [0.5, 0.95, 0.99].map((at) => ms(quantile(went.waits, at))).join(', '),
    ),
    atMost('the largest page with its style sheets', went.page / 1_000, 30, ' kB'),
    noted(
      'memory before, and at most while people answered',
      `${went.before.toFixed(0)} MB, ${went.most.toFixed(0)} MB`,
    ),
    noted(
      'from the close to the published counts; the longest wait of others meanwhile',
      `${ms(went.published)}; ${ms(went.others)}`,
    ),
    atMost('differences from what the engine says of the recorded votes', wrong.length, 0),
  ];
};

if (process.argv[1] === import.meta.filename) {
  const [, , folder = process.env['OPINIONS']] = process.argv;
  if (folder === undefined) throw new Error('name the folder of a recorded round');
  for (const { name, value } of await benchListening(folder)) process.stdout.write(`${name}: ${value}\n`);
}
