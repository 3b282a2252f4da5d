import { addRecord, type RecordEntity } from '@tablee/domain/kernel';
import { type Expectable, expectable, expectGroups } from '@tablee/domain/modules/invitee';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './meetings.module.css';
import { unannounced } from './present-entry.tsx';

/** How many characters a name on the sheet may have. */
const LONGEST_NAME = 300;

/** Who is expected: whole groups in one press, organisations one by one, and a list of names as it was received. */
export function ExpectForm({
  entity,
  isFirst,
}: {
  readonly entity: RecordEntity;
  /** True while nobody stands on the sheet. */
  readonly isFirst: boolean;
}): ReactNode {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  if (open) return <Choose entity={entity} onDone={() => setOpen(false)} />;
  return (
    <ForWriters>
      <ActionButton kind={isFirst ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t(isFirst ? 'meeting.expect' : 'meeting.expect-more')}
      </ActionButton>
    </ForWriters>
  );
}

function Choose({
  entity,
  onDone,
}: {
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const among = expectable(view, entity.id, today());
  const groups = expectGroups(view, among, locale);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ readonly [organisation: string]: string }>({});
  const [typed, setTyped] = useState('');
  const names = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const row = (slots: { readonly [slot: string]: string }) =>
    addRecord(
      act.ticket(),
      'attendance',
      { entity: act.newId(), circle: entity.circle },
      { meeting: entity.id, expected: true, ...slots },
    );
  const toggle = (organisations: readonly string[]): void => {
    const next = new Set(chosen);
    const all = organisations.every((each) => next.has(each));
    for (const each of organisations) {
      if (all) next.delete(each);
      else next.add(each);
    }
    setChosen(next);
  };
  const submit = async () => {
    if (chosen.size === 0 && names.length === 0)
      return [{ name: 'names', message: t('record.expected.something') }];
    const organised = among.filter((each) => chosen.has(each.organisation));
    await act.issueAll([
      ...organised.map(({ organisation, people }) => {
        const person = asked[organisation] ?? people[0]?.person ?? '';
        return row({ organisation, ...(person === '' ? {} : { person }) });
      }),
      ...names.map((line) => {
        const { name, organisation } = unannounced(view, line.slice(0, LONGEST_NAME));
        return row({ personName: name, ...(organisation === undefined ? {} : { organisation }) });
      }),
    ]);
    onDone();
    return undefined;
  };
  return (
    <Form
      label={t('meeting.expect')}
      submit={
        names.length === 0
          ? t('meeting.expect-do', { n: chosen.size })
          : t('meeting.expect-all', { n: chosen.size + names.length })
      }
      onCancel={onDone}
      onSubmit={submit}
    >
      {groups.length > 0 && (
        <fieldset className={css['groups']}>
          <legend>{t('meeting.expect-group')}</legend>
          <div>
            {groups.map((group) => (
              <ActionButton
                key={group.key}
                pressed={group.organisations.every((each) => chosen.has(each))}
                onPress={() => toggle(group.organisations)}
              >
                {format.text(`${group.name} (${group.organisations.length})`)}
              </ActionButton>
            ))}
          </div>
        </fieldset>
      )}
      <ul className={css['points']} aria-label={t('meeting.expect-who')}>
        {among.map((each) => (
          <Organisation
            key={each.organisation}
            expectable={each}
            isChosen={chosen.has(each.organisation)}
            person={asked[each.organisation] ?? each.people[0]?.person ?? ''}
            onChoose={() => toggle([each.organisation])}
            onPerson={(person) => setAsked({ ...asked, [each.organisation]: person })}
          />
        ))}
      </ul>
      <TextField
        name="names"
        label={t('meeting.others-expected')}
        hint={t('meeting.others-expected-hint')}
        value={typed}
        onChange={setTyped}
        rows={3}
        optional
      />
    </Form>
  );
}

function Organisation(props: {
  readonly expectable: Expectable;
  readonly isChosen: boolean;
  readonly person: string;
  readonly onChoose: () => void;
  readonly onPerson: (person: string) => void;
}): ReactNode {
  const { name, people } = props.expectable;
  const cards = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = (person: string): string => cards.find(person)?.name ?? t('record.somebody');
  const partOf = (part: string | undefined): string =>
    part === 'focal' || part === 'leader' || part === 'deputy' ? `, ${t(`meeting.part.${part}`)}` : '';
  return (
    <li>
      <label className={css['point']}>
        <input type="checkbox" checked={props.isChosen} onChange={props.onChoose} />
        <span>{format.text(name)}</span>
      </label>
      {people.length > 0 && (
        <select
          className={css['whom']}
          aria-label={t('meeting.whom-of', { name })}
          value={props.person}
          disabled={!props.isChosen}
          onChange={(event) => props.onPerson(event.target.value)}
        >
          {people.map(({ person, part }) => (
            <option key={person} value={person}>
              {`${nameOf(person)}${partOf(part)}`}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
