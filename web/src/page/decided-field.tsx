import { decisions, isAdopted } from '@tablee/domain/modules/decision';
import type { ReactNode } from 'react';
import { decisionAddress } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { now } from './clock.ts';

/** Props of {@link DecidedField}. */
export interface DecidedFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What stands there while no decision is chosen. */
  readonly none: string;
  /** Names the way to a decision that is still to be taken. */
  readonly prepare: string;
  /** The question as a new decision would be asked. */
  readonly question: string;
  readonly optional?: boolean;
  /** The id of the adopted decision; empty: none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** By which adopted decision something is done, and the way to prepare one where there is none. */
export function DecidedField(props: DecidedFieldProps): ReactNode {
  const { question, prepare, ...field } = props;
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const adopted = decisions(view, now()).filter((line) => isAdopted(line.state));
  return (
    <>
      <SelectField
        name="decision"
        {...field}
        options={adopted.map((line) => ({
          value: line.id,
          label: format.text(line.question ?? t('record.untitled')),
        }))}
      />
      <ActionRow>
        <ActionButton kind="quiet" href={decisionAddress(store.space, question)}>
          {prepare}
        </ActionButton>
      </ActionRow>
    </>
  );
}
