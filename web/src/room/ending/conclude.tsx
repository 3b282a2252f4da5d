import { phases } from '@tablee/domain/framework';
import { textOf } from '@tablee/domain/kernel';
import { compass } from '@tablee/domain/modules/compass';
import { journeyId } from '@tablee/domain/modules/partnership';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { DecidedField } from '#page/decided-field.tsx';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type PartProps, useMaySettle, useSettle } from './part.tsx';

interface Conclusion {
  readonly outcome: 'ended' | 'continued';
  readonly decision: string;
  readonly words: string;
  readonly phase: '1' | '2' | '3' | '4';
}

/** The conclusion: ended by an adopted decision, or going on in a new cycle. */
export function Conclude({ held }: PartProps): ReactNode {
  const { t, locale } = useLocale();
  const may = useMaySettle(held);
  const { concluded, thanks } = held.state;
  const words = textOf(concluded?.words ?? undefined);
  return (
    <Section title={t('ending.part-conclude')} id="conclude">
      {concluded?.outcome === 'ended' && (
        <p>{t('ending.ended-thanks', { n: thanks?.organisations.length ?? 0 })}</p>
      )}
      {words !== undefined && <Prose text={words} lang={locale} shared />}
      {may && <ConcludeForm held={held} />}
    </Section>
  );
}

/** Says the conclusion in the ending, then moves the journey: two commands, the second resting on the first. */
const useConclude = ({ held }: PartProps): ((said: Conclusion) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const settle = useSettle(held);
  return async ({ outcome, decision, words, phase }) => {
    const by = decision === '' ? {} : { decision };
    const { cycle } = compass(view, locale);
    await settle('conclude', { outcome, words, ...by });
    const payload =
      outcome === 'ended' ? { words, cycle, ...by } : { phase: Number(phase), reason: words, cycle, ...by };
    const type = outcome === 'ended' ? 'journey.end' : 'journey.goOn';
    await act.command(type, { entity: journeyId(store.space), circle: 'partners' }, payload);
  };
};

function ConcludeForm(props: PartProps): ReactNode {
  const { t, locale } = useLocale();
  const conclude = useConclude(props);
  const [said, setSaid] = useState<Conclusion>({ outcome: 'continued', decision: '', words: '', phase: '2' });
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const words = said.words.trim();
    const faults = [
      ...(said.outcome === 'ended' && said.decision === ''
        ? [{ name: 'decision', message: t('ending.decision-missing') }]
        : []),
      ...(words === '' ? [{ name: 'words', message: t('ending.words-missing') }] : []),
    ];
    if (faults.length > 0) return faults;
    await conclude({ ...said, words });
    return undefined;
  };
  return (
    <Form
      label={t('ending.part-conclude')}
      submit={t(said.outcome === 'ended' ? 'ending.conclude-end' : 'ending.conclude-on')}
      onSubmit={submit}
    >
      <Choice
        name="outcome"
        label={t('ending.how')}
        options={(['continued', 'ended'] as const).map((value) => ({
          value,
          label: t(`ending.how-${value}`),
          hint: t(`ending.how-${value}-hint`),
        }))}
        value={said.outcome}
        onChange={(outcome) => setSaid({ ...said, outcome })}
      />
      <DecidedField
        label={t('ending.decision')}
        none={t('ending.decision-none')}
        prepare={t('ending.decision-prepare')}
        question={
          said.outcome === 'ended'
            ? t('ending.question-ended')
            : t('ending.question-continued', { phase: said.phase })
        }
        optional={said.outcome === 'continued'}
        value={said.decision}
        onChange={(decision) => setSaid({ ...said, decision })}
      />
      {said.outcome === 'continued' && (
        <Choice
          name="phase"
          label={t('ending.to-phase')}
          options={phases(locale).map((phase) => ({
            value: phaseName(phase.id),
            label: `${phase.id} ${phase.name}`,
          }))}
          value={said.phase}
          onChange={(phase) => setSaid({ ...said, phase })}
        />
      )}
      <TextField
        name="words"
        label={t('ending.words')}
        hint={t('ending.words-hint')}
        rows={3}
        value={said.words}
        onChange={(words) => setSaid({ ...said, words })}
        shared
      />
    </Form>
  );
}

const phaseName = (id: number): Conclusion['phase'] =>
  id === 1 ? '1' : id === 2 ? '2' : id === 3 ? '3' : '4';
