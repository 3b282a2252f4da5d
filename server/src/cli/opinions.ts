import { readCsv } from '@tablee/domain/engines/csv';
import {
  givenGroups,
  mapOpinions,
  numberStatements,
  type OpinionCell,
  type OpinionReport,
  opinionReportSchema,
  publishOpinions,
  readVotes,
  type VotesFile,
} from '@tablee/domain/engines/opinion';
import type { Command, ExitStatus, Io } from './command.ts';
import {
  describeProblem,
  engineCommand,
  fail,
  layOut,
  type Options,
  percent,
  readFile,
  readWholeNumber,
} from './engine-command.ts';

const SPEC = {
  values: {
    groups: 'COLUMN',
    agree: '1|-1',
    moderated: 'NAMES',
    statements: 'FILE',
    floor: 'N',
    'floor-all': 'N',
    seed: 'N',
  },
  flags: ['json', 'named', 'schema'],
  files: [1, 1],
} as const;

const USAGE =
  'VOTES.csv [--groups COLUMN] [--statements FILE] [--agree -1] [--moderated A,B] [--named] [--floor N] [--floor-all N] [--seed N] [--json | --schema]';

/** `tablee opinions VOTES.csv`: what people agree on and where they part, by sector or by groups found. */
export const command: Command = engineCommand({
  name: 'opinions',
  summary: 'opinion map from votes: consensus across groups, divides, groups (docs/opinion-map.md)',
  options: SPEC,
  usage: USAGE,
  schema: () => opinionReportSchema,
  answer: report,
});

async function report(options: Options, io: Io): Promise<ExitStatus> {
  const stop = (message: string): ExitStatus => fail(io, 'opinions', message);
  const path = options.files[0] ?? '-';
  const [floor, all, seed] = ['floor', 'floor-all', 'seed'].map((name) => readWholeNumber(options, name, 0));
  for (const number of [floor, all, seed]) if (number && !number.ok) return stop(number.message);
  const agree = options.values.get('agree') ?? '1';
  if (agree !== '1' && agree !== '-1') return stop(`--agree: expected 1 or -1, found "${agree}"`);
  const file = await readFile(io, path);
  if (!file.ok) return stop(file.message);
  const groups = options.values.get('groups');
  const votes = readVotes(file.text, {
    agree: agree === '1' ? 1 : -1,
    ...(groups === undefined ? {} : { groups }),
  });
  if (!votes.ok) return stop(describeProblem(path, votes));
  const names = await readNames(options, io, votes);
  if (!names.ok) return stop(names.message);
  const map = mapOpinions(votes.table, {
    moderated: names.moderated,
    ...(seed?.ok && seed.number !== undefined ? { seed: seed.number } : {}),
    ...(options.flags.has('named') ? { smallestGroup: 2 } : {}),
  });
  const grouping = groups === undefined ? map.found : givenGroups(votes.table, votes.groupByPerson);
  const published = publishOpinions(map, grouping, {
    named: options.flags.has('named'),
    floors: {
      ...(floor?.ok && floor.number !== undefined ? { perGroup: floor.number } : {}),
      ...(all?.ok && all.number !== undefined ? { inAll: all.number } : {}),
    },
  });
  if (!published.ok) {
    return stop(
      `${path}: expected at least ${published.floor} people for an anonymous report, found ${published.people} (--named if everybody answered under their name)`,
    );
  }
  for (const wrong of votes.wrongTotals.slice(0, 5)) {
    io.error(
      `tablee opinions: ${path}, line ${wrong.line}, column ${wrong.column}: states ${wrong.stated}, its votes give ${wrong.counted}; the votes count\n`,
    );
  }
  io.write(
    options.flags.has('json')
      ? `${JSON.stringify(published.report, null, 2)}\n`
      : print(published.report, names.texts),
  );
  return 0;
}

interface Names {
  readonly ok: true;
  readonly moderated: ReadonlySet<number>;
  readonly texts: ReadonlyMap<string, string>;
}

/** Statements kept out, from the option and from a file of statements, and the texts of that file. */
async function readNames(
  options: Options,
  io: Io,
  votes: VotesFile,
): Promise<Names | { readonly ok: false; readonly message: string }> {
  const listed = options.values.get('moderated')?.split(',') ?? [];
  const given = numberStatements(votes.table, listed);
  if (!(given instanceof Set)) {
    return { ok: false, message: `--moderated: expected ${given.expected}, found ${given.found}` };
  }
  const path = options.values.get('statements');
  if (path === undefined) return { ok: true, moderated: given, texts: new Map() };
  const file = await readFile(io, path);
  if (!file.ok) return file;
  const csv = readCsv(file.text);
  if (!csv.ok) return { ok: false, message: describeProblem(path, csv) };
  const column = (...names: string[]): number => csv.header.findIndex((name) => names.includes(name));
  const [name, text, moderated] = [
    column('statement', 'comment-id'),
    column('text', 'comment-body'),
    column('moderated'),
  ];
  if (name < 0 || text < 0) {
    return { ok: false, message: `${path}, line 1: expected columns "statement" and "text"` };
  }
  const out = csv.rows.filter((row) => row.cells[moderated] === '-1').map((row) => row.cells[name] ?? '');
  const known = new Map(votes.table.statements.map((statement, s) => [statement, s]));
  const numbers = out.flatMap((statement) => known.get(statement) ?? []);
  return {
    ok: true,
    moderated: new Set([...given, ...numbers]),
    texts: new Map(csv.rows.map((row) => [row.cells[name] ?? '', row.cells[text] ?? ''])),
  };
}

const groupName = (name: string): string => (name === '' ? '(no group)' : name);

type Label = (statement: string) => string;

const labelIn =
  (texts: ReadonlyMap<string, string>): Label =>
  (name) => {
    const text = texts.get(name);
    return text === undefined ? name : `${name} ${text.length > 60 ? `${text.slice(0, 57)}...` : text}`;
  };

function print(report: OpinionReport, texts: ReadonlyMap<string, string>): string {
  const label = labelIn(texts);
  return [
    `${report.people} people, ${report.statements.length} statements, ${report.mode}; groups ${report.groupsFrom}\n`,
    printStatements(report, label),
    printDivides(report, label),
    printMarks(report, label),
  ].join('');
}

function printStatements({ groups, consensus, statements }: OpinionReport, label: Label): string {
  const heads = groups.map((group) => `${groupName(group.name)} (${group.members ?? 'below the floor'})`);
  const scores = new Map(consensus.map((entry) => [entry.statement, entry.score]));
  const rank = new Map(consensus.map((entry, place) => [entry.statement, place]));
  const placeOf = (name: string): number => rank.get(name) ?? Number.MAX_SAFE_INTEGER;
  const rows = statements
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
    .map((statement) => [
      scores.get(statement.name)?.toFixed(3) ?? '',
      printCell(statement.total),
      ...statement.cells.map(printCell),
      `${label(statement.name)}${statement.moderated ? ' (moderated)' : ''}`,
    ]);
  const title = 'agree/disagree/pass of each group; highest group-aware consensus first\n';
  return title + layOut(['consensus', 'all', ...heads, 'statement'], rows);
}

function printDivides({ divides }: OpinionReport, label: Label): string {
  if (divides.length === 0) return '';
  const rows = divides.map((divide) => [
    percent(divide.gap),
    groupName(divide.most),
    groupName(divide.least),
    label(divide.statement),
  ]);
  return `\nwidest divides\n${layOut(['gap', 'agrees most', 'agrees least', 'statement'], rows)}`;
}

function printMarks({ groups }: OpinionReport, label: Label): string {
  const rows = groups.flatMap((group) =>
    group.marks.map((mark) => [
      groupName(group.name),
      mark.side,
      percent(mark.share),
      `${mark.ratio.toFixed(1)} ×`,
      label(mark.statement),
    ]),
  );
  if (rows.length === 0) return '';
  const head = ['group', 'side', 'share', 'of others', 'statement'];
  return `\nwhat marks each group\n${layOut(head, rows)}`;
}

function printCell(cell: OpinionCell): string {
  if (cell.state === 'hidden') return 'hidden';
  if (cell.state === 'nearlyAll') return `nearly all ${cell.stance} (${cell.seen})`;
  return `${cell.agree}/${cell.disagree}/${cell.pass}`;
}
