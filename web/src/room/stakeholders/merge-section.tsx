import { type RecordEntity, removeRecord, titleOf } from '@tablee/domain/kernel';
import { actor, type Joined, joinedTo, likelyDuplicates, mergePlan } from '@tablee/domain/modules/actor';
import { cellsOf } from '@tablee/domain/modules/register';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { HistoryList } from '#register/history-list.tsx';
import { useRecords } from '#register/register-view.tsx';
import { useCellStyle } from '#sheet/use-registers.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { useMerge } from './use-merge.ts';

/** Who has joined this actor, with their own history, and the way to merge another one into it. */
export function MergeSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { t, locale } = useLocale();
  const { store } = useOpenSpace();
  useView();
  const keeper = useKeeper();
  const [merging, setMerging] = useState(false);
  const joined = joinedTo(store.getPlainView(), entity.id, locale);
  if (merging) return <MergeForm stays={entity} onDone={() => setMerging(false)} />;
  return (
    <>
      {joined.length > 0 && (
        <SentenceList
          form="plain"
          label={t('contact.joined')}
          items={joined.map((each) => ({ key: each.id, text: <JoinedOne joined={each} keeper={keeper} /> }))}
        />
      )}
      {joined.length === 0 && <Note>{t('contact.merge-hint')}</Note>}
      {keeper && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => setMerging(true)}>
            {t('contact.merge')}
          </ActionButton>
        </ActionRow>
      )}
    </>
  );
}

function JoinedOne({ joined, keeper }: { readonly joined: Joined; readonly keeper: boolean }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const { store } = useOpenSpace();
  const [shown, setShown] = useState(false);
  const held = store.getPlainView().get(joined.id);
  const name = titleOf(actor, held, locale) ?? t('record.not-visible');
  return (
    <>
      {format.text(name)}
      <ActionRow>
        <ActionButton kind="quiet" expanded={shown} onPress={() => setShown(!shown)}>
          {t('contact.joined-history')}
        </ActionButton>
        {keeper && (
          <ActionButton
            kind="quiet"
            onPress={() => void act.issue(removeRecord(act.ticket(), joined.merger))}
          >
            {t('exchange.undo-merge')}
          </ActionButton>
        )}
      </ActionRow>
      {shown && <HistoryList entity={joined.id} />}
    </>
  );
}

function MergeForm({
  stays,
  onDone,
}: {
  readonly stays: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const merge = useMerge();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const name = titleOf(actor, stays, locale) ?? '';
  const alike = likelyDuplicates(view, name).filter((entity) => entity.id !== stays.id);
  const others = useRecords(actor, (entity) => entity.id !== stays.id);
  const [other, setOther] = useState(alike[0]?.id ?? '');
  const joins = others.find((entity) => entity.id === other);
  const sorted = [...alike, ...others.filter((entity) => !alike.includes(entity))];
  return (
    <Form
      label={t('contact.merge')}
      submit={t('contact.merge-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (joins === undefined) return [{ name: 'other', message: t('contact.merge-missing') }];
        await merge(stays, joins, [...chosen]);
        onDone();
        return undefined;
      }}
    >
      <SelectField
        name="other"
        label={t('contact.merge-which', { name: format.text(name) })}
        none={t('exchange.choose')}
        value={other}
        onChange={(id) => {
          setOther(id);
          setChosen(new Set());
        }}
        options={sorted.map((entity) => ({
          value: entity.id,
          label: format.text(titleOf(actor, entity, locale) ?? '?'),
        }))}
      />
      {joins !== undefined && <Conflicts stays={stays} joins={joins} chosen={chosen} onChosen={setChosen} />}
      <Note>{t('contact.merge-note')}</Note>
    </Form>
  );
}

/** Each field in which the two differ, with both values: the choice is a person's. */
function Conflicts(props: {
  readonly stays: RecordEntity;
  readonly joins: RecordEntity;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}): ReactNode {
  const { stays, joins, chosen, onChosen } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const style = useCellStyle();
  const { conflicts, taken } = mergePlan(stays, joins);
  const fields: { readonly [field: string]: (typeof actor.fields)[keyof typeof actor.fields] } = actor.fields;
  const words: { readonly [field: string]: string } = actor.labels[locale].fields;
  const say = (field: string, value: (typeof conflicts)[number]['stays']): string => {
    const declared = fields[field];
    return declared === undefined ? '' : format.text(cellsOf(declared, value, style)[0] ?? '');
  };
  const pick = (field: string, value: string): void => {
    const next = new Set(chosen);
    if (value === 'joins') next.add(field);
    else next.delete(field);
    onChosen(next);
  };
  return (
    <>
      {conflicts.map((conflict) => (
        <Choice
          key={conflict.field}
          label={format.text(words[conflict.field] ?? conflict.field)}
          options={[
            { value: 'stays', label: say(conflict.field, conflict.stays) },
            { value: 'joins', label: say(conflict.field, conflict.joins) },
          ]}
          value={chosen.has(conflict.field) ? 'joins' : 'stays'}
          onChange={(value) => pick(conflict.field, value)}
        />
      ))}
      <Note>{t('contact.merge-taken', { n: Object.keys(taken).length, conflicts: conflicts.length })}</Note>
    </>
  );
}
