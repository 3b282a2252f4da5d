import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { HALF_PAGE } from '@tablee/domain/modules/commitment';
import type { FoundSheet, SheetNotFound, SheetQuestion } from '@tablee/domain/modules/paper';
import { standingWords } from '@tablee/domain/modules/request';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { usePeople, useView } from '../sync/use-space.ts';

/** Says why a code leads to no sheet, and where it may be wrong. */
export const useCodeProblem = (): ((problem: SheetNotFound) => string) => {
  const { t } = useLocale();
  return (problem) => {
    switch (problem.code) {
      case 'CodeShort':
        return t('paper.code-short', { n: problem.missing });
      case 'CodeLong':
        return t('paper.code-long', { n: problem.over });
      case 'SignUnknown':
        return t('paper.sign-unknown', { n: problem.position, sign: problem.sign });
      case 'NotOurs':
        return t('paper.not-ours');
      case 'NotPrinted':
        return t('paper.not-printed', { last: problem.last });
      case 'CodeWrong': {
        const [only, ...more] = problem.misread;
        if (only === undefined) return t('paper.code-wrong');
        return more.length === 0
          ? t('paper.code-misread', { n: only.position, meant: only.meant })
          : t('paper.code-several', { codes: problem.misread.map(({ meant }) => meant).join(', ') });
      }
    }
  };
};

/** For whom a sheet is: the person, the organisation, or nobody in particular. */
export const useSheetOwner = (): ((found: FoundSheet) => string) => {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  return ({ sheet, entered }) => {
    const name =
      (sheet.person === null ? undefined : people.find(sheet.person)?.name) ??
      textOf(entered?.name ?? undefined);
    const organisation = actorName(view, sheet.organisation ?? entered?.organisation ?? undefined);
    return [name, organisation].filter((part) => part !== undefined).join(', ') || t('paper.nobody');
  };
};

/** What was typed in from a sheet before, one line per answer. */
export const useEnteredLines = (): ((
  found: FoundSheet,
  questions: readonly SheetQuestion[],
) => readonly string[]) => {
  const format = useFormat();
  const { locale } = useLocale();
  return ({ entered }, questions) =>
    (entered?.answers ?? []).map((answer) => {
      const fields = questions[answer.ask]?.fields ?? [];
      const choice = fields
        .find((field) => field.part === 'choice')
        ?.options.find((option) => option.value === answer.choice)?.label;
      const firmness = entered?.firmness?.[String(answer.ask)];
      const standing =
        answer.standing &&
        standingWords({ standing: answer.standing, ...(firmness === undefined ? {} : { firmness }) }, locale);
      const words = textOf(entered?.words[String(answer.ask)]);
      const value = answer.value === undefined ? undefined : `${answer.value} ${answer.unit ?? ''}`.trim();
      const day = answer.day === undefined ? undefined : format.date(answer.day);
      const dates = (answer.dates ?? []).flatMap(({ option, answer: given }) => {
        const field = fields.find((each) => each.date === option);
        const word = field?.options.find((each) => each.value === given)?.label;
        return field === undefined || word === undefined ? [] : [`${field.label} : ${word}`];
      });
      const page = HALF_PAGE.map((part) => textOf(entered?.words[`${answer.ask}.${part}`]));
      const said = [choice, standing, value, day, ...dates, words, ...page];
      return format.text(said.filter((part) => part !== undefined).join(' · '));
    });
};
