import {
  type AnswersFile,
  assessRound,
  byWidth,
  type HealthCell,
  type HealthReport,
  healthReportSchema,
  nameScale,
  readAnswers,
  readInvited,
  readRatings,
  readScale,
  readTrust,
  type Scale,
  type TrustReport,
  trustReportSchema,
} from '@tablee/domain/engines/health';
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
    scale: 'LEAST-MOST',
    round: 'NAME',
    invited: 'FILE',
    secretariat: 'GROUP',
    floor: 'N',
    'floor-all': 'N',
    seed: 'N',
  },
  flags: ['json', 'named', 'schema', 'trust'],
  files: [1, 1],
} as const;

const USAGE =
  'ANSWERS.csv [--trust] [--scale 1-5] [--round NAME] [--invited FILE] [--secretariat GROUP] [--named] [--floor N] [--floor-all N] [--seed N] [--json | --schema]';

/** `tablee health ANSWERS.csv`: a self-assessment by group, or with `--trust` ratings between organisations. */
export const command: Command = engineCommand({
  name: 'health',
  summary:
    'self-assessment by group: medians, spread, agreement, change, gaps; --trust for ratings (docs/health.md)',
  options: SPEC,
  usage: USAGE,
  schema: ({ flags }) => (flags.has('trust') ? trustReportSchema : healthReportSchema),
  answer: report,
});

async function report(options: Options, io: Io): Promise<ExitStatus> {
  const settings = readSettings(options);
  if ('message' in settings) return fail(io, 'health', settings.message);
  const path = options.files[0] ?? '-';
  const file = await readFile(io, path);
  if (!file.ok) return fail(io, 'health', file.message);
  return options.flags.has('trust')
    ? reportTrust(file.text, { ...settings, path, options, io })
    : await reportHealth(file.text, { ...settings, path, options, io });
}

interface Settings {
  readonly scale: Scale;
  readonly shared: {
    readonly named: boolean;
    readonly floors: { readonly perGroup?: number; readonly inAll?: number };
    readonly seed?: number;
  };
}

interface Run extends Settings {
  readonly path: string;
  readonly options: Options;
  readonly io: Io;
}

function readSettings(options: Options): Settings | { readonly message: string } {
  const numbers = new Map<string, number>();
  for (const name of ['floor', 'floor-all', 'seed']) {
    const read = readWholeNumber(options, name, 0);
    if (!read.ok) return read;
    if (read.number !== undefined) numbers.set(name, read.number);
  }
  const text = options.values.get('scale') ?? '1-5';
  const scale = readScale(text);
  if (scale === undefined) {
    return { message: `--scale: expected a scale of at least three levels, such as 1-5, found "${text}"` };
  }
  const [perGroup, inAll, seed] = ['floor', 'floor-all', 'seed'].map((name) => numbers.get(name));
  return {
    scale,
    shared: {
      named: options.flags.has('named'),
      floors: { ...(perGroup === undefined ? {} : { perGroup }), ...(inAll === undefined ? {} : { inAll }) },
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

function tooFew(
  path: string,
  refusal: { readonly people: number; readonly floor: number },
  who: string,
): string {
  return `${path}: expected at least ${refusal.floor} ${who} for an anonymous report, found ${refusal.people} (--named if everybody answered under their name)`;
}

/** The round asked for (the last one if none is), and the one before it. */
function pickRound<Round>(
  rounds: ReadonlyMap<string, Round>,
  wished: string | undefined,
): { readonly round: Round; readonly before: Round | undefined } | undefined {
  const names = [...rounds.keys()];
  const place = wished === undefined ? names.length - 1 : names.indexOf(wished);
  const round = rounds.get(names[place] ?? '');
  return round === undefined ? undefined : { round, before: rounds.get(names[place - 1] ?? '\0') };
}

function noRound({ path, options }: Run, names: readonly string[]): string {
  const wished = options.values.get('round');
  if (wished === undefined) return `${path}: expected at least one row, found only a header`;
  return `--round: expected one of ${names.map((name) => `"${name}"`).join(', ')}, found "${wished}"`;
}

async function reportHealth(text: string, run: Run): Promise<ExitStatus> {
  const { path, options, io } = run;
  const file: AnswersFile | { ok: false; message: string } = describe(readAnswers(text, run.scale), path);
  if (!file.ok) return fail(io, 'health', file.message);
  const invited = await invitedFrom(run);
  if (!invited.ok) return fail(io, 'health', invited.message);
  const rounds = new Map(file.rounds.map((round) => [round.name, round]));
  const picked = pickRound(rounds, options.values.get('round'));
  if (picked === undefined) return fail(io, 'health', noRound(run, [...rounds.keys()]));
  const secretariat = options.values.get('secretariat');
  if (secretariat !== undefined && !picked.round.groups.includes(secretariat)) {
    const found = picked.round.groups.map((group) => `"${group}"`).join(', ');
    return fail(io, 'health', `--secretariat: expected one of the groups ${found}, found "${secretariat}"`);
  }
  const assessed = assessRound(picked.round, {
    ...run.shared,
    ...(picked.before ? { before: picked.before } : {}),
    ...(invited.invited ? { invited: invited.invited } : {}),
    ...(secretariat === undefined ? {} : { secretariat }),
  });
  if (!assessed.ok) return fail(io, 'health', tooFew(path, assessed, 'people'));
  io.write(
    options.flags.has('json')
      ? `${JSON.stringify(assessed.report, null, 2)}\n`
      : printHealth(assessed.report),
  );
  return 0;
}

function describe<File extends { ok: true }>(
  read: File | Parameters<typeof describeProblem>[1],
  path: string,
): File | { ok: false; message: string } {
  return read.ok ? read : { ok: false, message: describeProblem(path, read) };
}

async function invitedFrom({
  options,
  io,
}: Run): Promise<
  | { readonly ok: true; readonly invited: ReadonlyMap<string, number> | undefined }
  | { readonly ok: false; readonly message: string }
> {
  const path = options.values.get('invited');
  if (path === undefined) return { ok: true, invited: undefined };
  const file = await readFile(io, path);
  return file.ok ? describe(readInvited(file.text), path) : file;
}

function reportTrust(text: string, run: Run): ExitStatus {
  const { path, options, io } = run;
  const file = describe(readRatings(text, run.scale), path);
  if (!file.ok) return fail(io, 'health', file.message);
  const picked = pickRound(file.rounds, options.values.get('round'));
  if (picked === undefined) return fail(io, 'health', noRound(run, [...file.rounds.keys()]));
  const read = readTrust(picked.round, {
    ...run.shared,
    scale: run.scale,
    ...(picked.before ? { before: picked.before } : {}),
  });
  if (!read.ok) return fail(io, 'health', tooFew(path, read, 'organisations that rate'));
  io.write(options.flags.has('json') ? `${JSON.stringify(read.report, null, 2)}\n` : printTrust(read.report));
  return 0;
}

function printHealth(report: HealthReport): string {
  const heads = report.groups.map(({ name, answered, invited }) => {
    const rate = answered !== undefined && invited ? ` of ${invited}, ${percent(answered / invited)}` : '';
    return `${name} (${answered ?? 'below the floor'}${rate})`;
  });
  const rows = report.questions.map((question) => [
    question.overall ? `${question.overall.median}` : '',
    question.overall ? question.overall.spread.toString() : '',
    question.overall ? question.overall.agreement.toFixed(2) : '',
    ...question.cells.map(printCell),
    question.change ? printChange(question.change) : question.unchangedBecause ? 'another scale' : '',
    nameScale(question.scale),
    question.name,
  ]);
  const gaps = report.questions
    .flatMap(({ name, widest }) => (widest ? [{ name, widest }] : []))
    .sort((a, b) => byWidth(a.widest, b.widest))
    .slice(0, 2);
  const office = report.questions.flatMap(({ name, secretariat }) =>
    secretariat ? [{ name, secretariat }] : [],
  );
  const invited = report.invited === undefined ? '' : ` of ${report.invited} invited`;
  return [
    `${report.round === '' ? '' : `round ${report.round}: `}${report.answered} people${invited}, ${report.mode}\n`,
    'median (agreement, answers) of each group; "all" weighs each group shown the same\n',
    layOut(['all', 'spread', 'agreement', ...heads, 'change', 'scale', 'question'], rows),
    gaps.length > 0 ? '\nwidest gaps\n' : '',
    gaps.length > 0
      ? layOut(
          ['medians', 'higher', 'lower', 'question'],
          gaps.map(({ name, widest }) => [`${widest.medians}`, widest.high, widest.low, name]),
        )
      : '',
    office.length > 0 ? '\npartners and secretariat\n' : '',
    office.length > 0
      ? layOut(
          ['medians', 'higher', 'lower', 'question'],
          office.map(({ name, secretariat: gap }) => [`${gap.medians}`, gap.high, gap.low, name]),
        )
      : '',
  ].join('');
}

function printCell(cell: HealthCell): string {
  if (cell.state === 'hidden') return 'hidden';
  if (cell.state === 'nearlyAll') return `nearly all ${cell.level} (${cell.answers})`;
  return `${cell.median} (${cell.agreement.toFixed(2)}, ${cell.answers})`;
}

function printChange(change: { readonly mean: number; readonly low: number; readonly high: number }): string {
  const signed = (number: number): string => `${number < 0 ? '' : '+'}${number.toFixed(1)}`;
  return `${signed(change.mean)} (${signed(change.low)} to ${signed(change.high)})`;
}

function printTrust(report: TrustReport): string {
  const rows = report.shown.map((entry) => [
    `${entry.median}`,
    entry.agreement === undefined ? 'nearly all' : entry.agreement.toFixed(2),
    `${entry.ratings}`,
    entry.place,
    entry.change ? printChange(entry.change) : '',
    entry.name,
  ]);
  const mutual = report.reciprocity;
  const pairs =
    mutual === undefined
      ? ''
      : mutual.state === 'exact'
        ? `\n${mutual.alike} of ${mutual.pairs} pairs see each other alike\n`
        : `\nnearly all of ${mutual.pairs} pairs see each other ${mutual.alike ? 'alike' : 'differently'}\n`;
  return [
    `${report.raters} of ${report.organisations} organisations rated others, ${report.ratings} ratings on ${nameScale(report.scale)}, ${report.mode}\n`,
    layOut(['median', 'agreement', 'ratings', 'place', 'change', 'organisation'], rows),
    report.littleKnown.length > 0 ? `\nlittle known: ${report.littleKnown.join(', ')}\n` : '',
    pairs,
  ].join('');
}
