import { type Rule, ruleCard } from '@tablee/domain/engines/decision';
import { changeRecord, isJsonObject } from '@tablee/domain/kernel';
import { type BodyLine, RULE_PRESETS, rule, rulesInUse } from '@tablee/domain/modules/governance';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import css from './rule-card.module.css';

const linesOf = (given: Rule, locale: 'fr' | 'en'): readonly string[] =>
  ruleCard(given).lines.map((line) => line[locale]);

/** By which rule a body decides, in words; those who keep the thread may adopt another one. */
export function RuleCard({ line }: { readonly line: BodyLine }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const keeper = useKeeper();
  const [open, setOpen] = useState(false);
  if (open) return <ChooseRule line={line} onDone={() => setOpen(false)} />;
  return (
    <section className={css['card']}>
      <h3>{t('governance.rule', { title: format.text(line.rule.title[locale]) })}</h3>
      <ul>
        {linesOf(line.rule, locale).map((words) => (
          <li key={words}>{format.text(words)}</li>
        ))}
      </ul>
      {keeper && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => setOpen(true)}>
            {t('governance.other-rule')}
          </ActionButton>
        </ActionRow>
      )}
    </section>
  );
}

function ChooseRule({ line, onDone }: { readonly line: BodyLine; readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const inUse = rulesInUse(useView());
  const [chosen, setChosen] = useState(line.rule.id);
  const submit = async () => {
    const preset = RULE_PRESETS.find((each) => each.id === chosen);
    if (preset === undefined || chosen === line.rule.id) {
      onDone();
      return undefined;
    }
    const held = inUse.find((each) => each.rule.id === chosen);
    const id = held?.id ?? act.newId();
    // Through JSON, because a rule travels as plain data that the engine reads again.
    const data: unknown = JSON.parse(JSON.stringify(preset));
    if (held === undefined && isJsonObject(data))
      await act.command('rule.adopt', { entity: id, circle: rule.circle }, { data });
    await act.issue(changeRecord(act.ticket(), line.entity, { rule: id }));
    onDone();
    return undefined;
  };
  return (
    <Form
      label={t('governance.other-rule')}
      submit={t('governance.adopt-rule')}
      onSubmit={submit}
      onCancel={onDone}
    >
      <Choice
        name="rule"
        label={t('governance.which-rule')}
        options={RULE_PRESETS.map((each) => ({
          value: each.id,
          label: format.text(each.title[locale]),
          hint: format.text(linesOf(each, locale).join(' ')),
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </Form>
  );
}
