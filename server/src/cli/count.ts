import {
  type BallotFile,
  type CountResult,
  countElection,
  type Election,
  electionSchema,
  FAULT_TEXT,
  type Method,
  methodSchema,
  readBallotTable,
  readBlt,
  readElection,
  type TieBreak,
} from '@tablee/domain/engines/decision';
import { typography } from '@tablee/domain/text';
import type { Command, ExitStatus, Io } from './command.ts';
import {
  describeProblem,
  engineCommand,
  fail,
  layOut,
  type Options,
  readFile,
  readWholeNumber,
} from './engine-command.ts';
import { describeProblems, readJson } from './json-input.ts';

const SPEC = {
  values: {
    method: 'METHOD',
    seats: 'N',
    groups: 'GROUP=N,...',
    'equal-ranks': 'split|stop',
    'tie-order': 'NUMBERS',
    seed: 'N',
    dots: 'N',
    'max-mark': 'N',
    lang: 'fr|en',
  },
  flags: ['json', 'schema'],
  files: [1, 1],
} as const;

const USAGE =
  'BALLOTS.blt|BALLOTS.csv|ELECTION.json [--method stv|irv|plurality|approval|points|score|dots] [--seats N] [--groups GROUP=N,...] [--equal-ranks split|stop] [--tie-order NUMBERS] [--seed N] [--dots N] [--max-mark N] [--lang fr|en] [--json | --schema]';

type Language = 'fr' | 'en';
type Stopped = { readonly ok: false; readonly message: string };

/** `tablee count BALLOTS.blt`: an election, stage by stage. */
export const command: Command = engineCommand({
  name: 'count',
  summary: 'election from a BLT, CSV or JSON file, stage by stage (docs/decision-engine.md)',
  options: SPEC,
  usage: USAGE,
  schema: () => electionSchema,
  answer: answer,
});

async function answer(options: Options, io: Io): Promise<ExitStatus> {
  const stop = (message: string): ExitStatus => fail(io, 'count', message);
  const path = options.files[0] ?? '-';
  const language = options.values.get('lang') ?? 'en';
  if (language !== 'fr' && language !== 'en') return stop(`--lang: expected fr or en, found "${language}"`);
  const settings = readSettings(options);
  if (!settings.ok) return stop(settings.message);
  const file = await readFile(io, path);
  if (!file.ok) return stop(file.message);
  const read = readFormat(path, file.text, settings);
  if (!read.ok) return stop(read.message);
  const counted = countElection(read.election);
  if (!counted.ok) return stop(describeProblems(path, counted.problems));
  const text = options.flags.has('json')
    ? `${JSON.stringify(counted.results, null, 2)}\n`
    : typography(
        counted.results.map((result) => print(result, read.election, language)).join('\n'),
        language,
      );
  io.write(text);
  return 0;
}

interface Settings {
  readonly ok: true;
  readonly method: Method | undefined;
  readonly seats: number | undefined;
  readonly groups: Election['groups'];
  /** What the options add to any election. */
  readonly extra: Partial<Election>;
}

function readGroups(
  text: string | undefined,
): { readonly ok: true; readonly groups: Election['groups'] } | Stopped {
  if (text === undefined) return { ok: true, groups: undefined };
  const groups: { id: string; seats: number }[] = [];
  for (const part of text.split(',')) {
    const [, id, seats] = /^([^=]+)=([1-9]\d{0,5})$/u.exec(part.trim()) ?? [];
    if (id === undefined) return { ok: false, message: `--groups: expected GROUP=SEATS, found "${part}"` };
    groups.push({ id, seats: Number(seats) });
  }
  return { ok: true, groups };
}

function tieBreaks(options: Options, seed: number | undefined): Partial<Election> {
  const tieOrder = options.values.get('tie-order')?.split(',');
  const ways: TieBreak[] = [
    ...(tieOrder ? ['order' as const] : []),
    ...(seed === undefined ? [] : ['lot' as const]),
  ];
  return {
    ...(ways.length > 0 && { tieBreaks: ways }),
    ...(tieOrder && { tieOrder }),
    ...(seed !== undefined && { seed }),
  };
}

function readSettings(options: Options): Settings | Stopped {
  const name = options.values.get('method');
  const method = methodSchema.safeParse(name);
  if (name !== undefined && !method.success)
    return {
      ok: false,
      message: `--method: expected stv, irv, plurality, approval, points, score or dots, found "${name}"`,
    };
  const equal = options.values.get('equal-ranks');
  if (equal !== undefined && equal !== 'split' && equal !== 'stop')
    return { ok: false, message: `--equal-ranks: expected split or stop, found "${equal}"` };
  const numbers = new Map<string, number | undefined>();
  for (const [option, least] of [
    ['seats', 1],
    ['seed', 0],
    ['dots', 1],
    ['max-mark', 1],
  ] as const) {
    const number = readWholeNumber(options, option, least);
    if (!number.ok) return number;
    numbers.set(option, number.number);
  }
  const groups = readGroups(options.values.get('groups'));
  if (!groups.ok) return groups;
  const dots = numbers.get('dots');
  const maxMark = numbers.get('max-mark');
  return {
    ok: true,
    method: method.success ? method.data : undefined,
    seats: numbers.get('seats'),
    groups: groups.groups,
    extra: {
      ...(equal !== undefined && { equalRanks: equal }),
      ...tieBreaks(options, numbers.get('seed')),
      ...(dots !== undefined && { dots }),
      ...(maxMark !== undefined && { maxMark }),
    },
  };
}

type FormatRead = { readonly ok: true; readonly election: Election } | Stopped;

/** JSON begins with a brace; a table is named .csv, .tsv or .txt; everything else is BLT. */
function readFormat(path: string, text: string, settings: Settings): FormatRead {
  if (text.trimStart().startsWith('{')) return readWhole(path, text, settings);
  const isTable = /\.(csv|tsv|txt)$/iu.test(path) || (path === '-' && !/^\s*(#|\d+\s+\d+\s)/u.test(text));
  const grouped = settings.groups !== undefined;
  if (isTable && settings.seats === undefined && !grouped)
    return { ok: false, message: `${path}: expected --seats N, because a table of ballots does not say it` };
  const read = isTable
    ? readBallotTable(text, settings.method ?? 'stv', settings.seats ?? 1, grouped)
    : readBlt(text);
  if (!read.ok) return { ok: false, message: describeProblem(path, read) };
  return { ok: true, election: electionFrom(read.file, settings) };
}

function readWhole(path: string, text: string, settings: Settings): FormatRead {
  const json = readJson(path, text);
  if (!json.ok) return json;
  const read = readElection(json.value);
  if (!read.ok) return { ok: false, message: describeProblems(path, read.problems) };
  const { method, seats, extra } = settings;
  return {
    ok: true,
    election: { ...read.value, ...(method && { method }), ...(seats !== undefined && { seats }), ...extra },
  };
}

function electionFrom(file: BallotFile, settings: Settings): Election {
  return {
    format: 'tablee-election/1',
    method: settings.method ?? 'stv',
    ...file,
    ...(settings.seats !== undefined && { seats: settings.seats }),
    ...(settings.groups && { groups: settings.groups }),
    ...settings.extra,
  };
}

const LABEL = {
  fr: {
    colon: ' : ',
    stage: 'étape',
    nonTransferable: 'non transférables',
    lost: 'arrondis',
    seats: 'Sièges',
    valid: 'bulletins valables',
    invalid: 'Bulletins sans effet',
    ballot: 'bulletin',
    quota: 'quota',
    elected: 'élection',
    excluded: 'élimination',
    result: 'Résultat',
  },
  en: {
    colon: ': ',
    stage: 'stage',
    nonTransferable: 'non-transferable',
    lost: 'rounding',
    seats: 'Seats',
    valid: 'valid ballots',
    invalid: 'Ballots that count for nobody',
    ballot: 'ballot',
    quota: 'quota',
    elected: 'elected',
    excluded: 'excluded',
    result: 'Result',
  },
} as const;

/** One row per candidate and one column per stage, as returning officers publish it. */
function stageTable(result: CountResult, election: Election, language: Language): string {
  const label = LABEL[language];
  const ids = Object.keys(result.stages[0]?.votes ?? {});
  const name = (id: string): string =>
    election.candidates.find((candidate) => candidate.id === id)?.name ?? id;
  const fate = (id: string): string => {
    if (result.elected.includes(id)) return label.elected;
    return result.stages.some((stage) => stage.excluded.includes(id)) ? label.excluded : '';
  };
  const header = ['', ...result.stages.map((stage) => `${label.stage} ${stage.number}`), ''];
  const rows = ids.map((id) => [name(id), ...result.stages.map((stage) => stage.votes[id] ?? ''), fate(id)]);
  const byTransfer = result.method === 'stv' || result.method === 'irv';
  const ends = byTransfer
    ? [
        [label.nonTransferable, ...result.stages.map((stage) => stage.nonTransferable), ''],
        [label.lost, ...result.stages.map((stage) => stage.lost), ''],
      ]
    : [];
  return layOut(header, [...rows, ...ends]);
}

function print(result: CountResult, election: Election, language: Language): string {
  const label = LABEL[language];
  const heading = [election.title, result.group].filter((part) => part !== undefined).join(', ');
  const quota = result.quota === undefined ? '' : `, ${label.quota} ${result.quota}`;
  const invalid = result.invalid.map(
    (entry) =>
      `  ${label.ballot} ${entry.ballot}${entry.weight > 1 ? ` × ${entry.weight}` : ''}${label.colon}${FAULT_TEXT[entry.code][language]}\n`,
  );
  return [
    heading === '' ? '' : `${heading}\n`,
    `${result.method}. ${label.seats}: ${result.seats}, ${label.valid}: ${result.valid}${quota}\n\n`,
    stageTable(result, election, language),
    '\n',
    ...result.stages.map(
      (stage) => `${label.stage} ${stage.number}${label.colon}${stage.action[language]}\n`,
    ),
    ...(invalid.length > 0 ? [`\n${label.invalid}\n`, ...invalid] : []),
    ...(result.notices.length > 0 ? ['\n', ...result.notices.map((notice) => `${notice[language]}\n`)] : []),
    `\n${label.result}: ${result.sentence[language]}\n`,
  ].join('');
}
