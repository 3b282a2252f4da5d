import { type ReactNode, useId, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import css from './choice.module.css';
import fieldCss from './field.module.css';
import { type FieldFrameProps, FieldGroup } from './field.tsx';
import { narrow } from './narrow.ts';
import { TextField } from './text-field.tsx';

/** A person one may see. */
export interface PersonOption {
  readonly id: string;
  readonly name: string;
  /** Organisation or role. */
  readonly detail?: string;
}

/** A known person, or a new name with the reason for keeping it. */
export type PickedPerson =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly purpose: string };

/** Props of {@link PersonPicker}. */
export interface PersonPickerProps extends FieldFrameProps {
  readonly people: readonly PersonOption[];
  readonly value: PickedPerson | undefined;
  readonly onChange: (picked: PickedPerson | undefined) => void;
  readonly allowNew?: boolean;
  /** What people who may not see the name will read: « une personne du Comité ». */
  readonly alias?: string;
}

const SHOWN = 7;

function Results(props: {
  readonly people: readonly PersonOption[];
  readonly chosen: string | undefined;
  readonly onPick: (id: string) => void;
}): ReactNode {
  const group = useId();
  return (
    <div className={css['options']}>
      {props.people.map((person) => (
        <label key={person.id} className={css['option']}>
          <input
            type="radio"
            name={group}
            checked={person.id === props.chosen}
            onChange={() => props.onPick(person.id)}
          />
          <span>
            {person.name}
            {person.detail && <span className={css['hint']}>{person.detail}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** A search field with results as radios; a new name asks why it is kept. */
export function PersonPicker(props: PersonPickerProps): ReactNode {
  const t = useText();
  const { people, value, onChange, label, allowNew, alias, ...frame } = props;
  const [query, setQuery] = useState('');
  const chosen = value?.kind === 'known' ? people.find((person) => person.id === value.id) : undefined;
  const matching = narrow(people, query, (person) => `${person.name} ${person.detail ?? ''}`);
  const found = query === '' && people.length > SHOWN ? [] : matching.slice(0, SHOWN);
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  const name = query.trim();
  return (
    <FieldGroup {...frame} legend={label}>
      <input
        type="search"
        className={fieldCss['control']}
        aria-label={t('ui.person.search')}
        placeholder={t('ui.person.search')}
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Results people={shown} chosen={chosen?.id} onPick={(id) => onChange({ kind: 'known', id })} />
      <p className={css['hint']} role="status">
        {name !== '' && matching.length === 0 && t('ui.choice.none', { query: name })}
      </p>
      {allowNew && name !== '' && value?.kind !== 'new' && (
        <ActionButton onPress={() => onChange({ kind: 'new', name, purpose: '' })}>
          {t('ui.person.add', { name })}
        </ActionButton>
      )}
      {value?.kind === 'new' && (
        <>
          <p>
            <strong>{value.name}</strong>{' '}
            <ActionButton kind="quiet" onPress={() => onChange(undefined)}>
              {t('ui.person.change')}
            </ActionButton>
          </p>
          <TextField
            label={t('ui.person.purpose')}
            value={value.purpose}
            onChange={(purpose) => onChange({ ...value, purpose })}
          />
          {alias && <p className={css['hint']}>{t('ui.person.others-read', { alias })}</p>}
        </>
      )}
    </FieldGroup>
  );
}
