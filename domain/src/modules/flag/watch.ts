import {
  type JsonObject,
  type Language,
  type Quantity,
  type RecordEntity,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { activity } from '../activity/index.ts';
import { actorName } from '../actor/index.ts';
import { overdue } from '../commitment/index.ts';
import {
  type ApprovedFigure,
  FIGURE_GRACE_DAYS,
  figureGrid,
  latestApproved,
  seriesOf,
} from '../figure/index.ts';
import { body, seat, vacancies } from '../governance/index.ts';
import {
  addDays,
  addMonths,
  boundsOf,
  daysBetween,
  fromDecimal,
  lastDay,
  order,
  recordIn,
  recordsIn,
} from '../reading/index.ts';
import { budgetLine, contributionLines } from '../resource/index.ts';
import { assumption, checkPath, indicator, upwards } from '../result/index.ts';
import type { Sentence } from '../sentence/index.ts';
import type { FlagKind } from './state.ts';
import * as wording from './wording.ts';

/** Months after which an assumption without a rhythm is looked at again. */
export const DEFAULT_RECHECK_MONTHS = 12;
/** Months after the end of an activity from which its result should move. */
export const EFFECT_MONTHS = 6;
/** Days before the end of funding from which it is said. */
export const FUNDING_NOTICE_DAYS = 90;

/** What is seen, before anybody is told. */
export interface Sighting {
  readonly kind: FlagKind;
  readonly about: string;
  /** The day from which it holds; absent where nothing recorded tells it. */
  readonly since: string | undefined;
  /** The organisation that it is about; it hears first and alone. */
  readonly partner: string | undefined;
  readonly evidence: JsonObject;
  readonly sentence: Sentence;
}

/** Where to look from. */
export interface Watch {
  readonly view: View;
  readonly today: string;
  readonly lang: Language;
}

const words = (entity: RecordEntity | undefined, field: string, lang: Language): string =>
  textIn(entity, field, lang)?.text ?? '';

const evidenceOf = (quantity: Quantity): JsonObject => ({ value: quantity.value, unit: quantity.unit });

const indicators = ({ view, lang }: Watch): readonly Sighting[] =>
  recordsIn(view, 'indicator').flatMap((entity): Sighting[] => {
    const latest = latestApproved(view, entity.id);
    const check = latest && checkPath(view, entity, latest.value, latest.day);
    if (check === undefined || !check.off || latest === undefined) return [];
    const name = words(entity, 'name', lang);
    const [actual, expected] = [wording.said(check.actual, lang), wording.said(check.expected.value, lang)];
    return [
      {
        kind: 'indicator-off-path',
        about: entity.id,
        since: latest.day,
        partner: undefined,
        evidence: {
          figure: latest.figure,
          day: latest.day,
          actual: evidenceOf(check.actual),
          expected: { ...evidenceOf(check.expected.value), exact: check.expected.exact },
          gap: evidenceOf(check.gap),
          direction: check.direction,
        },
        sentence: wording.offPath({ name, actual, expected, on: latest.day }, lang),
      },
    ];
  });

const assumptions = ({ view, today, lang }: Watch): readonly Sighting[] =>
  recordsIn(view, 'assumption').flatMap((entity): Sighting[] => {
    const statement = words(entity, 'statement', lang);
    const checked = valueOf(assumption, entity, 'checked');
    const partner = valueOf(assumption, entity, 'owner');
    const about = entity.id;
    const result = valueOf(assumption, entity, 'result') ?? null;
    if (valueOf(assumption, entity, 'holds') === 'no') {
      const since = checked === undefined ? today : lastDay(checked);
      const sentence = wording.assumptionBroken({ statement }, lang);
      return [
        {
          kind: 'assumption-broken',
          about,
          since,
          partner: undefined,
          evidence: { checked: checked ?? null, result },
          sentence,
        },
      ];
    }
    if (checked === undefined) return [];
    const months = valueOf(assumption, entity, 'recheck') ?? DEFAULT_RECHECK_MONTHS;
    const due = addMonths(lastDay(checked), months);
    if (due >= today) return [];
    const sentence = wording.assumptionOverdue({ statement, since: due }, lang);
    return [
      {
        kind: 'assumption-overdue',
        about,
        since: due,
        partner,
        evidence: { checked, months, due, result },
        sentence,
      },
    ];
  });

/** The approved value that stood when the work ended: the last one before, else the baseline. */
const valueBefore = (
  entity: RecordEntity,
  series: readonly ApprovedFigure[],
  end: string,
): Quantity | undefined =>
  series.filter((one) => one.day <= end).at(-1)?.value ?? valueOf(indicator, entity, 'baseline');

const isBetter = (entity: RecordEntity, before: Quantity, after: Quantity): boolean => {
  const way = order(fromDecimal(after.value), fromDecimal(before.value));
  return valueOf(indicator, entity, 'direction') === 'down' ? way < 0 : way > 0;
};

interface Done {
  readonly entity: RecordEntity;
  readonly end: string;
  readonly reaches: readonly string[];
}

const doneActivities = ({ view, today }: Watch): readonly Done[] =>
  recordsIn(view, 'activity').flatMap((entity): Done[] => {
    const [end, result] = [valueOf(activity, entity, 'end'), valueOf(activity, entity, 'result')];
    if (valueOf(activity, entity, 'progress') !== 'done' || end === undefined || result === undefined)
      return [];
    if (addMonths(lastDay(end), EFFECT_MONTHS) > today) return [];
    return [{ entity, end: lastDay(end), reaches: [result, ...upwards(view, result)] }];
  });

const effects = (watch: Watch): readonly Sighting[] => {
  const { view, today, lang } = watch;
  const done = doneActivities(watch);
  return recordsIn(view, 'indicator').flatMap((entity): Sighting[] => {
    const result = valueOf(indicator, entity, 'result');
    const behind = done.filter((one) => result !== undefined && one.reaches.includes(result));
    const end = behind
      .map((one) => one.end)
      .sort()
      .at(-1);
    if (end === undefined) return [];
    const series = seriesOf(view, entity.id);
    const before = valueBefore(entity, series, end);
    const latest = series.at(-1);
    if (before === undefined || latest === undefined || latest.day < addMonths(end, EFFECT_MONTHS)) return [];
    if (before.unit !== latest.value.unit || isBetter(entity, before, latest.value)) return [];
    const months = Math.floor(daysBetween(end, today) / 30);
    const activities = behind.map((one) => words(one.entity, 'title', lang));
    const said = { before: wording.said(before, lang), after: wording.said(latest.value, lang) };
    return [
      {
        kind: 'activity-without-effect',
        about: entity.id,
        since: latest.day,
        partner: undefined,
        evidence: {
          activities: behind.map((one) => one.entity.id),
          ended: end,
          before: evidenceOf(before),
          after: evidenceOf(latest.value),
          figure: latest.figure,
        },
        sentence: wording.withoutEffect(
          { activities, months, name: words(entity, 'name', lang), ...said },
          lang,
        ),
      },
    ];
  });
};

const seats = ({ view, today, lang }: Watch): readonly Sighting[] =>
  vacancies(view, today).map((line): Sighting => {
    const why = line.vacancy ?? 'noOrganisation';
    const named = valueOf(body, recordIn(view, 'body', line.body), 'name') ?? '';
    const organisation = actorName(view, line.organisation) ?? '';
    return {
      kind: 'seat-vacant',
      about: line.entity.id,
      since: why === 'ended' ? line.until : valueOf(seat, line.entity, 'from'),
      partner: line.organisation,
      evidence: {
        body: line.body ?? null,
        why,
        until: line.until ?? null,
        deputy: line.deputy !== undefined,
      },
      sentence: wording.seatVacant({ body: named, organisation, why }, lang),
    };
  });

const commitments = ({ view, today, lang }: Watch): readonly Sighting[] =>
  overdue(view, today, lang).flatMap((owed): Sighting[] => {
    if (owed.due === undefined) return [];
    const due = lastDay(owed.due);
    return [
      {
        kind: 'commitment-overdue',
        about: owed.id,
        since: due,
        partner: owed.owner,
        evidence: { due, daysLate: owed.daysLate ?? 0, to: owed.to ?? null },
        sentence: wording.commitmentOverdue({ what: owed.what, due }, lang),
      },
    ];
  });

const contributions = ({ view, today, lang }: Watch): readonly Sighting[] =>
  contributionLines(view, today).flatMap((line): Sighting[] => {
    if (!line.late || line.due === undefined) return [];
    const what = words(line.entity, 'description', lang);
    return [
      {
        kind: 'contribution-late',
        about: line.entity.id,
        since: line.due,
        partner: line.organisation,
        evidence: { due: line.due, kind: line.kind, activity: null },
        sentence: wording.contributionLate({ what, due: line.due }, lang),
      },
    ];
  });

const figures = ({ view, today, lang }: Watch): readonly Sighting[] =>
  figureGrid(view, { today }).flatMap((line): Sighting[] => {
    const periods = line.cells.filter((cell) => cell.state === 'missing').map((cell) => cell.period);
    const first = periods[0];
    if (first === undefined) return [];
    return [
      {
        kind: 'figure-missing',
        about: line.indicator.id,
        since: addDays(boundsOf(first).last, FIGURE_GRACE_DAYS),
        partner: line.organisation,
        evidence: { periods },
        sentence: wording.figureMissing({ name: words(line.indicator, 'name', lang), periods }, lang),
      },
    ];
  });

const funding = ({ view, today, lang }: Watch): readonly Sighting[] =>
  recordsIn(view, 'budgetLine').flatMap((entity): Sighting[] => {
    const until = valueOf(budgetLine, entity, 'until');
    if (until === undefined || valueOf(budgetLine, entity, 'funder') === undefined) return [];
    const end = lastDay(until);
    if (end < today || end > addDays(today, FUNDING_NOTICE_DAYS)) return [];
    const title = valueOf(budgetLine, entity, 'title') ?? '';
    return [
      {
        kind: 'funding-ending',
        about: entity.id,
        since: today,
        partner: undefined,
        evidence: { until: end, daysLeft: daysBetween(today, end) },
        sentence: wording.fundingEnding({ title, until: end }, lang),
      },
    ];
  });

/** Everything that is seen on a day, whoever may hear of it. */
export const sightings = (watch: Watch): readonly Sighting[] => [
  ...indicators(watch),
  ...effects(watch),
  ...assumptions(watch),
  ...seats(watch),
  ...figures(watch),
  ...contributions(watch),
  ...commitments(watch),
  ...funding(watch),
];
