import {
  caseSchema,
  type DecisionCase,
  dryRun,
  type Margin,
  MEASURE_TEXT,
  margin,
  type RuleCard,
  readCase,
  ruleCard,
  ruleInForce,
  STANCE_TEXT,
  STANDING_TEXT,
  type Supposition,
  type Test,
  type Verdict,
} from '@tablee/domain/engines/decision';
import { typography } from '@tablee/domain/text';
import type { Command, ExitStatus, Io } from './command.ts';
import { engineCommand, fail, layOut, type Options, readFile } from './engine-command.ts';
import { describeProblems, readJson } from './json-input.ts';

const SPEC = {
  values: { lang: 'fr|en', 'what-if': 'SUPPOSITIONS' },
  flags: ['json', 'margin', 'schema'],
  files: [1, 1],
} as const;

const USAGE =
  'CASE.json [--lang fr|en] [--margin] [--what-if MEMBER=STANCE,GROUP:FROM>TO:COUNT] [--json | --schema]';

type Language = 'fr' | 'en';

/** `tablee decide CASE.json`: the verdict of a decision under its rule, test by test. */
export const command: Command = engineCommand({
  name: 'decide',
  summary:
    'verdict of a decision under its rule, test by test, with margin and what-if (docs/decision-engine.md)',
  options: SPEC,
  usage: USAGE,
  schema: () => caseSchema,
  answer: answer,
});

interface Answer {
  readonly verdict: Verdict;
  readonly card: RuleCard;
  readonly margin?: Margin;
  readonly whatIf?: Verdict;
}

async function answer(options: Options, io: Io): Promise<ExitStatus> {
  const stop = (message: string): ExitStatus => fail(io, 'decide', message);
  const path = options.files[0] ?? '-';
  const language = options.values.get('lang') ?? 'en';
  if (language !== 'fr' && language !== 'en') return stop(`--lang: expected fr or en, found "${language}"`);
  const suppositions = readSuppositions(options.values.get('what-if'));
  if (!suppositions.ok) return stop(suppositions.message);
  const file = await readFile(io, path);
  if (!file.ok) return stop(file.message);
  const json = readJson(path, file.text);
  if (!json.ok) return stop(json.message);
  const read = readCase(json.value);
  if (!read.ok) return stop(describeProblems(path, read.problems));
  const found = answerOf(read.value, suppositions.list, options.flags.has('margin'));
  if (!found.ok) return stop(describeProblems(path, found.problems));
  const { answer: answered } = found;
  io.write(
    options.flags.has('json')
      ? `${JSON.stringify(answered, null, 2)}\n`
      : print(answered, read.value, language),
  );
  return 0;
}

type Answered =
  | { readonly ok: true; readonly answer: Answer }
  | Extract<ReturnType<typeof dryRun>, { readonly ok: false }>;

function answerOf(input: DecisionCase, suppositions: readonly Supposition[], withMargin: boolean): Answered {
  const dry = dryRun(input, suppositions);
  if (!dry.ok) return dry;
  const inForce = ruleInForce(input.rules, input.on);
  if (!inForce.ok) return { ok: false, code: 'InvalidCase', problems: [inForce.problem] };
  const turned = withMargin ? margin(input) : null;
  if (turned && !turned.ok) return turned;
  const answered = {
    verdict: dry.now,
    card: ruleCard(inForce.rule, input.roll.groups),
    ...(turned && { margin: turned.margin }),
    ...(suppositions.length > 0 && { whatIf: dry.then }),
  };
  return { ok: true, answer: answered };
}

const STANCES = ['agree', 'reservations', 'standAside', 'block', 'yes', 'no', 'abstain'] as const;
const VOTES = ['yes', 'no', 'abstain'] as const;

function readSuppositions(
  text: string | undefined,
):
  | { readonly ok: true; readonly list: readonly Supposition[] }
  | { readonly ok: false; readonly message: string } {
  const list: Supposition[] = [];
  for (const part of text === undefined ? [] : text.split(',')) {
    const [, member = '', name] = /^([^=]+)=(\w+)$/u.exec(part.trim()) ?? [];
    const stance = STANCES.find((one) => one === name);
    const [, group = '', left, right, count] = /^(.+):(\w+)>(\w+):(\d+)$/u.exec(part.trim()) ?? [];
    const from = VOTES.find((one) => one === left);
    const to = VOTES.find((one) => one === right);
    if (stance) list.push({ member, stance });
    else if (from && to) list.push({ group, from, to, count: Number(count) });
    else
      return {
        ok: false,
        message: `--what-if: expected MEMBER=STANCE or GROUP:FROM>TO:COUNT, found "${part}"`,
      };
  }
  return { ok: true, list };
}

const LABEL = {
  fr: {
    rule: 'Règle',
    tests: 'Examen',
    counts: ['collège', 'compté en', 'pour', 'contre', 'abstention', 'présents', 'sièges'],
    whole: 'ensemble',
    refused: 'Ne compte pas',
    unconfirmed: 'Pas encore confirmé',
    reasons: 'Motifs',
    notices: 'À savoir',
    margin: 'Marge',
    whatIf: 'Et si',
    verdict: 'Résultat',
  },
  en: {
    rule: 'Rule',
    tests: 'Tests',
    counts: ['group', 'counted in', 'yes', 'no', 'abstain', 'present', 'seats'],
    whole: 'whole',
    refused: 'Does not count',
    unconfirmed: 'Not confirmed yet',
    reasons: 'Reasons',
    notices: 'To know',
    margin: 'Margin',
    whatIf: 'What if',
    verdict: 'Verdict',
  },
} as const;

function testLines(test: Test, language: Language, depth: number): string[] {
  const mark = test.met ? '+' : '-';
  const line = `${'  '.repeat(depth)}${mark} ${test.sentence[language]}`;
  return 'tests' in test
    ? [line, ...test.tests.flatMap((inner) => testLines(inner, language, depth + 1))]
    : [line];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function countTable(verdict: Verdict, input: DecisionCase, language: Language): string {
  const title = (id: string): string =>
    input.roll.groups.find((group) => group.id === id)?.title[language] ?? id;
  const rows = verdict.counts.map((line) => [
    line.group === null ? LABEL[language].whole : title(line.group),
    MEASURE_TEXT[line.measure][language],
    line.yes,
    line.no,
    line.abstain,
    line.present,
    line.seats,
  ]);
  return rows.length === 0 ? '' : `${layOut(LABEL[language].counts, rows)}\n`;
}

function marginLines(found: Margin | undefined, language: Language): string[] {
  return found ? [found.sentence[language], ...found.groups.map((group) => group.sentence[language])] : [];
}

function print(answered: Answer, input: DecisionCase, language: Language): string {
  const { verdict, card, whatIf } = answered;
  const label = LABEL[language];
  const nameOf = (id: string): string => input.roll.members.find((member) => member.id === id)?.name ?? id;
  const tests = [...verdict.preconditions, ...verdict.steps.flatMap((step) => step.tests)];
  const text = [
    input.question === undefined ? '' : `${input.question}\n\n`,
    section(
      `${label.rule}: ${card.title[language]}`,
      card.lines.map((line) => line[language]),
    ),
    section(
      label.tests,
      tests.flatMap((test) => testLines(test, language, 0)),
    ),
    countTable(verdict, input, language),
    section(
      label.refused,
      verdict.refused.map((entry) => entry.sentence[language]),
    ),
    section(
      label.unconfirmed,
      verdict.unconfirmed.map(
        (entry) =>
          `${nameOf(entry.member)}: ${STANCE_TEXT[entry.stance][language]} (${STANDING_TEXT[entry.standing][language]})`,
      ),
    ),
    section(
      label.reasons,
      verdict.reasons.map(
        (entry) => `${nameOf(entry.member)} (${STANCE_TEXT[entry.stance][language]}): ${entry.reason}`,
      ),
    ),
    section(
      label.notices,
      verdict.notices.map((notice) => notice[language]),
    ),
    section(label.margin, marginLines(answered.margin, language)),
    section(label.whatIf, whatIf ? [whatIf.sentence[language]] : []),
    `${label.verdict}: ${verdict.sentence[language]}\n`,
  ].join('');
  return typography(text, language);
}
