import { DEFAULT_FLOORS } from '@tablee/domain/engines/disclosure';
import { PARTNERS } from '@tablee/domain/kernel';
import type { Round } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { useLanguages } from '#register/use-languages.ts';
import { useAct } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { blankDraft, draftOf, type PlanDraft, planFaults, planPayload } from './plan-draft.ts';
import { LanguagePart, LanguagesField } from './plan-language.tsx';
import { ModeratorsPart, NamingPart } from './plan-naming.tsx';

const SECTORS = ['state', 'private', 'civilSociety', 'science', 'other'] as const;

/** Prepares a round, or changes one that is not open yet: what is promised before comes first. */
export function PlanForm(props: {
  readonly held?: Running<Round>;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { held } = props;
  const act = useAct();
  const { t, locale } = useLocale();
  const spoken = useLanguages();
  const [draft, setDraft] = useState<PlanDraft>(() =>
    held === undefined ? blankDraft(spoken, locale) : draftOf(held.state),
  );
  const change = (more: Partial<PlanDraft>): void => setDraft((before) => ({ ...before, ...more }));
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults = planFaults(draft, now());
    if (faults.length > 0)
      return faults.map(({ name, code }) => ({ name, message: t(`listening.fault-${code}`) }));
    const at = held ?? { id: act.newId(), circle: PARTNERS };
    const name = held === undefined ? 'round.plan' : 'round.change';
    const { statements, ...settings } = planPayload(draft, () => act.newId());
    const payload = held === undefined && statements !== undefined ? { ...settings, statements } : settings;
    await act.command(name, { entity: at.id, circle: at.circle }, payload);
    props.onDone(at.id);
    return undefined;
  };
  return (
    <Form
      label={t('listening.plan')}
      submit={t(held === undefined ? 'listening.plan-do' : 'listening.change-do')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <LanguagesField draft={draft} onChange={change} />
      {draft.languages.map((lang, place) => (
        <LanguagePart
          key={lang}
          draft={draft}
          lang={lang}
          isFirst={place === 0}
          withSeeds={held === undefined}
          onChange={change}
        />
      ))}
      <ChoiceMany
        name="sectors"
        label={t('listening.sectors')}
        hint={t('listening.sectors-hint')}
        options={SECTORS.map((sector) => ({ value: sector, label: t(`ui.sector.${sector}`) }))}
        values={draft.sectors}
        onChange={(sectors) => change({ sectors })}
      />
      <TextField
        name="expected"
        label={t('listening.expected')}
        hint={t('listening.expected-hint', { floor: DEFAULT_FLOORS.inAll })}
        inputMode="numeric"
        size={8}
        value={draft.expected}
        onChange={(text) => {
          const expected = text.replace(/\D/g, '').slice(0, 6);
          const isEnough = Number(expected) >= DEFAULT_FLOORS.inAll;
          const naming = isEnough ? draft.naming : draft.naming.filter((way) => way !== 'anonymous');
          change({ expected, naming: naming.length === 0 ? ['named'] : naming });
        }}
      />
      <NamingPart draft={draft} floor={DEFAULT_FLOORS.inAll} onChange={change} />
      <DateField
        name="closes"
        label={t('listening.closes')}
        precisions={['day']}
        value={draft.closes}
        onChange={(closes) => change({ closes })}
      />
      <DateField
        name="answerBy"
        label={t('listening.answer-by')}
        hint={t('listening.answer-by-hint')}
        precisions={['day']}
        value={draft.answerBy}
        onChange={(answerBy) => change({ answerBy })}
      />
      <ModeratorsPart draft={draft} onChange={change} />
      <p className="note">{t('listening.plan-readers')}</p>
    </Form>
  );
}
