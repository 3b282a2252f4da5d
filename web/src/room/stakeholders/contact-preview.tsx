import type { ContactGroup } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useReaders } from '#register/use-circles.ts';
import { Fault } from '#sync/api.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ContactColumnChoices } from './contact-columns.tsx';
import type { ContactSheet } from './contact-sheet.ts';
import { ContactTable } from './contact-table.tsx';
import { useContactImport } from './use-contact-import.ts';
import { type ContactChoices, useContacts } from './use-contacts.ts';

interface Choices extends ContactChoices {
  readonly takePeople: boolean;
}

const START: Choices = { byLine: new Map(), takeGuesses: true, takePeople: true };

/** Each row with what it will become, the duplicates with a choice, then one act for all. */
export function ContactPreview(props: {
  readonly sheet: ContactSheet;
  readonly onSheet: (sheet: ContactSheet) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { sheet } = props;
  const { t } = useLocale();
  const readers = useReaders('partners');
  const { bring, progress } = useContactImport();
  const [choices, setChoices] = useState(START);
  const [purpose, setPurpose] = useState(() => t('contact.purpose-default'));
  const { contacts, matches, groups, done } = useContacts(sheet, choices, progress !== undefined);
  const people = groups.reduce((sum, group) => sum + group.people.length, 0);
  const rows = contacts.filter((contact) => choices.byLine.get(contact.line) !== 'skip').length;
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (!done) return [{ name: 'rows', message: t('exchange.still-reading') }];
    if (rows === 0) return [{ name: 'rows', message: t('contact.none') }];
    const withPeople = choices.takePeople && people > 0;
    if (withPeople && purpose.trim() === '')
      return [{ name: 'purpose', message: t('contact.purpose-missing') }];
    try {
      await bring(groups, { purpose: withPeople ? purpose.trim() : undefined, rows });
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      return [{ name: 'people', message: t('contact.vault-away') }];
    }
    props.onDone();
    return undefined;
  };
  if (progress !== undefined)
    return (
      <ProgressLine
        label={t('exchange.bringing')}
        done={progress.done}
        total={progress.all}
        text={t('exchange.progress', { done: progress.done, all: progress.all })}
      />
    );
  return (
    <Stack>
      {done ? (
        <Counts groups={groups} />
      ) : (
        <Note>{t('exchange.reading', { n: contacts.length, all: sheet.rows.length })}</Note>
      )}
      <ContactColumnChoices sheet={sheet} onSheet={props.onSheet} />
      <ContactTable
        contacts={contacts}
        matches={matches}
        groups={groups}
        choices={choices.byLine}
        onChoice={(line, choice) =>
          setChoices({ ...choices, byLine: new Map(choices.byLine).set(line, choice) })
        }
      />
      <Form
        label={t('contact.title')}
        submit={t('contact.bring', { n: rows })}
        onSubmit={submit}
        more={
          <ActionButton kind="quiet" onPress={props.onBack}>
            {t('exchange.again')}
          </ActionButton>
        }
      >
        {people > 0 && <PeopleChoice choices={choices} onChoices={setChoices} people={people} />}
        {people > 0 && choices.takePeople && (
          <TextField
            name="purpose"
            label={t('contact.purpose')}
            hint={t('contact.purpose-hint')}
            value={purpose}
            onChange={setPurpose}
            maxLength={300}
          />
        )}
        {(contacts.some((contact) => contact.sectorGuessed) || !choices.takeGuesses) && (
          <ChoiceMany
            name="guesses"
            label={t('contact.guesses')}
            labelHidden
            options={[{ value: 'guesses', label: t('contact.guesses') }]}
            values={choices.takeGuesses ? ['guesses'] : []}
            onChange={(values) => setChoices({ ...choices, takeGuesses: values.length > 0 })}
          />
        )}
        <Note>{t('contact.readers', { who: readers.summary })}</Note>
      </Form>
    </Stack>
  );
}

function PeopleChoice(props: {
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly people: number;
}): ReactNode {
  const { choices } = props;
  const { t } = useLocale();
  return (
    <ChoiceMany
      name="people"
      label={t('contact.people', { n: props.people })}
      labelHidden
      options={[
        { value: 'people', label: t('contact.people', { n: props.people }), hint: t('contact.people-hint') },
      ]}
      values={choices.takePeople ? ['people'] : []}
      onChange={(values) => props.onChoices({ ...choices, takePeople: values.length > 0 })}
    />
  );
}

/** « 18 organisations nouvelles, 2 déjà là, 20 personnes. » */
function Counts(props: { readonly groups: readonly ContactGroup[] }): ReactNode {
  const { t } = useLocale();
  const fresh = props.groups.filter(
    (group) => group.existing === undefined && Object.keys(group.slots).length > 0,
  ).length;
  const known = props.groups.filter((group) => group.existing !== undefined).length;
  const people = props.groups.reduce((sum, group) => sum + group.people.length, 0);
  return <p role="status">{t('contact.counted', { fresh, known, people })}</p>;
}
