import type { NumberTest, Test } from '@tablee/domain/engines/decision';
import { type Decision, type Explained, explain, type TestLine } from '@tablee/domain/modules/decision';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { useView } from '#sync/use-space.ts';
import { Icon } from '#ui/icon.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import css from './decisions.module.css';
import { ShareBar } from './share-bar.tsx';

/** A result that explains itself: verdict, why, every test with its exact numbers, and how close it was. */
export function Result({ held }: { readonly held: Running<Decision> }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const found = explain(view, held.state, instantHere());
  if (found === undefined) return <p>{t('decision.unreadable')}</p>;
  const lines = linesOf(found);
  const why = lines.findLast(({ line }) => !line.met) ?? lines.at(-1);
  return (
    <>
      <p className={css['verdict']}>
        <strong>{t(`decision.outcome.${found.verdict.outcome}`)}.</strong>{' '}
        {why && format.text(why.line.sentence[locale])}
      </p>
      {found.margin !== undefined && (
        <p className={css['margin']}>{format.text(found.margin.sentence[locale])}</p>
      )}
      <Section
        title={t('decision.tests', { n: lines.length })}
        id="tests"
        aside={format.text(found.verdict.rule.title[locale])}
      >
        <SentenceList
          labelledBy="tests"
          items={lines.map(({ key, line, test, step }) => ({
            key,
            sign: <Icon name={line.met ? 'received' : 'close'} size={18} />,
            text: format.text(line.sentence[locale]),
            ...(step === undefined ? {} : { note: t(`decision.step.${step}`) }),
            ...(test === undefined ? {} : { state: <ShareBar test={test} /> }),
            when: t(line.met ? 'decision.met' : 'decision.not-met'),
          }))}
        />
      </Section>
      <Notices found={found} />
    </>
  );
}

interface Shown {
  readonly key: string;
  readonly line: TestLine;
  /** The step of the rule, where there are several. */
  readonly step: 'consensus' | 'vote' | 'silence' | undefined;
  /** The numbers behind the sentence, where it is a single comparison. */
  readonly test: NumberTest | undefined;
}

const flat = (test: Test): readonly Test[] =>
  'tests' in test ? [test, ...test.tests.flatMap(flat)] : [test];

/** Sentences with their numbers: both come from the same tree, walked in the same order. */
const linesOf = (found: Explained): readonly Shown[] => {
  const { verdict } = found;
  const several = found.steps.length > 1;
  const pairs = [
    { lines: found.preconditions, tests: verdict.preconditions, step: undefined },
    ...found.steps.map((step, index) => ({
      lines: step.tests,
      tests: verdict.steps[index]?.tests ?? [],
      step: several ? step.kind : undefined,
    })),
  ];
  return pairs.flatMap(({ lines, tests, step }, place) => {
    const flattened = tests.flatMap(flat);
    return lines.map((line, index): Shown => {
      const test = flattened[index];
      return {
        key: `${place}-${index}`,
        step,
        line,
        test: test === undefined || 'tests' in test ? undefined : test,
      };
    });
  });
};

function Notices({ found }: { readonly found: Explained }): ReactNode {
  const { locale } = useLocale();
  const format = useFormat();
  const said = [...found.notices, ...found.refused.map((one) => one.sentence)];
  if (said.length === 0) return null;
  return (
    <ul className={css['notices']}>
      {said.map((notice) => (
        <li key={notice.fr} className="note">
          {format.text(notice[locale])}
        </li>
      ))}
    </ul>
  );
}
