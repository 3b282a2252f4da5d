import { type Rule, ruleCard } from '@tablee/domain/engines/decision';
import { titleOf } from '@tablee/domain/kernel';
import { actorSector, actorsAtTable, type Sector } from '@tablee/domain/modules/actor';
import { agreements } from '@tablee/domain/modules/agreement';
import { bodies, body, CONSENSUS, ruleOfBody, rulesInUse } from '@tablee/domain/modules/governance';
import { meetings } from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { addDays } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere, now as instantHere } from '#page/clock.ts';
import { useAct, useView } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import { DeadlineFields, instantOf } from './deadline-fields.tsx';
import { RuleCardView } from './rule-card.tsx';

/** How many days people have unless it is said otherwise. */
const DAYS = 14;
/** The hour at which a last day ends unless it is said otherwise. */
const LAST_HOUR = '18:00';

/** Opens a decision: one question, who decides, until when; the rule that will apply is in view while one writes. */
export function OpenForm(props: {
  /** The agreement that the decision is about, when one came from it. */
  readonly about?: string | undefined;
  /** The question as it was worded where the decision was found to be needed; it can be reworded here. */
  readonly question?: string | undefined;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const today = dayHere();
  const zone = partnershipOf(view, locale)?.zone ?? 'UTC';
  const [question, setQuestion] = useState(props.question ?? '');
  const [background, setBackground] = useState('');
  const [by, setBy] = useState('');
  const [ruleId, setRuleId] = useState('');
  const [voices, setVoices] = useState<readonly string[]>(() =>
    actorsAtTable(view).map((entity) => entity.id),
  );
  const [deadline, setDeadline] = useState({ day: addDays(today, DAYS), time: LAST_HOUR, zone });
  const [meeting, setMeeting] = useState('');
  const [about, setAbout] = useState(props.about ?? '');
  const texts = useFrozenTexts();
  const rules = rulesInUse(view);
  const rule: Rule =
    by === '' ? (rules.find((each) => each.id === ruleId)?.rule ?? CONSENSUS) : ruleOfBody(view, by);
  const submit = async () => {
    const instant = instantOf(deadline);
    if (question.trim() === '') return [{ name: 'question', message: t('decision.question-missing') }];
    if (instant === undefined) return [{ name: 'day', message: t('record.expected.date') }];
    if (instant <= instantHere()) return [{ name: 'day', message: t('decision.deadline-passed') }];
    if (by === '' && voices.length === 0) return [{ name: 'voices', message: t('decision.voices-missing') }];
    const organisations = voices.map((organisation): { organisation: string; sector: Sector } => ({
      organisation,
      sector: actorSector(view, organisation) ?? 'other',
    }));
    const text = texts.find((each) => each.entity === about);
    const id = act.newId();
    await act.command(
      'decision.open',
      { entity: id, circle: 'partners' },
      {
        question: question.trim(),
        deadline: { instant, zone },
        ...(text === undefined ? {} : { text: { entity: text.entity, version: text.version } }),
        ...(background.trim() === '' ? {} : { background: background.trim() }),
        ...(by === '' ? { organisations } : { body: by }),
        ...(by === '' && ruleId !== '' ? { rule: ruleId } : {}),
        ...(meeting === '' ? {} : { meeting }),
      },
    );
    props.onDone(id);
    return undefined;
  };
  return (
    <Form
      label={t('decision.prepare')}
      submit={t('decision.ask')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <TextField
        name="question"
        label={t('decision.question')}
        hint={t('decision.question-hint')}
        value={question}
        onChange={setQuestion}
        maxLength={2_000}
        autoFocus
      />
      <TextField
        label={t('decision.background')}
        hint={t('decision.background-hint')}
        rows={4}
        value={background}
        onChange={setBackground}
        maxLength={20_000}
        optional
        shared
      />
      {texts.length > 0 && (
        <SelectField
          name="about"
          label={t('decision.about-text')}
          hint={t('decision.about-hint')}
          none={t('decision.about-none')}
          options={texts.map((each) => ({ value: each.entity, label: each.label }))}
          value={about}
          onChange={setAbout}
        />
      )}
      <WhoDecides by={by} onBy={setBy} voices={voices} onVoices={setVoices} today={today} />
      {by === '' && rules.length > 0 && (
        <SelectField
          label={t('decision.by-rule')}
          none={CONSENSUS.title?.[locale] ?? ''}
          options={rules.map((each) => ({
            value: each.id,
            label: each.rule.title?.[locale] ?? each.rule.id,
          }))}
          value={ruleId}
          onChange={setRuleId}
        />
      )}
      <RuleCardView card={ruleCard(rule)} kicker={t('decision.rule-will')} />
      <DeadlineFields value={deadline} onChange={setDeadline} />
      <SelectField
        label={t('decision.in-meeting')}
        hint={t('decision.in-meeting-hint')}
        none={t('decision.no-meeting')}
        options={meetings(view, locale)
          .filter((line) => line.state !== 'cancelled')
          .map((line) => ({ value: line.id, label: line.title }))}
        value={meeting}
        onChange={setMeeting}
      />
    </Form>
  );
}

/** The versions that stand still and wait for a decision on exactly their words. */
const useFrozenTexts = (): readonly {
  readonly entity: string;
  readonly version: number;
  readonly label: string;
}[] => {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  return agreements(view).flatMap(({ id, title, current }) =>
    current === undefined || current.adopted !== null
      ? []
      : [
          {
            entity: id,
            version: current.number,
            label: t('decision.about-version', { title: format.text(title ?? ''), version: current.number }),
          },
        ],
  );
};

function WhoDecides(props: {
  readonly by: string;
  readonly onBy: (by: string) => void;
  readonly voices: readonly string[];
  readonly onVoices: (voices: readonly string[]) => void;
  readonly today: string;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const organisations = useOrganisations();
  const seated = bodies(view, props.today);
  return (
    <>
      {seated.length > 0 && (
        <SelectField
          label={t('decision.who-decides')}
          none={t('decision.organisations-named')}
          options={seated.map((each) => ({
            value: each.entity.id,
            label: titleOf(body, each.entity, locale) ?? '',
          }))}
          value={props.by}
          onChange={props.onBy}
        />
      )}
      {props.by === '' && (
        <ChoiceMany
          name="voices"
          label={t('decision.voices')}
          options={organisations.map((each) => ({ value: each.value, label: each.label }))}
          values={props.voices}
          onChange={props.onVoices}
        />
      )}
    </>
  );
}
