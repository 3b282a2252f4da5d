import type { JsonObject } from '@tablee/domain/kernel';
import { CONFIRMED_HOW_WORDS, FIRM_WORDS, STANDING_WORDS, worded } from '@tablee/domain/modules/request';
import {
  type ConfirmedHow,
  type FirmnessSaid,
  firmnessIn,
  type PositionStanding,
  STANDING_SIGN,
} from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Choice } from '../ui/choice.tsx';
import { DateField } from '../ui/date-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const STANDINGS = ['personal', 'inClearance', 'adReferendum', 'confirmed'] as const;
const HOWS = ['decision', 'mandate', 'letter', 'signature'] as const;

/** How firm a position is and what makes it so, as a form holds it; days are ISO or empty. */
export interface Firm {
  readonly standing: PositionStanding;
  readonly clearWith: string;
  readonly clearUntil: string;
  readonly confirmedBy: string;
  readonly confirmedHow: ConfirmedHow | undefined;
  readonly confirmedOn: string;
}

/** A form that nobody has filled: a personal view, or the standing that is given. */
export const firmFrom = (standing: PositionStanding = 'personal'): Firm => ({
  standing,
  clearWith: '',
  clearUntil: '',
  confirmedBy: '',
  confirmedHow: undefined,
  confirmedOn: '',
});

/** What a command says of it: only what was filled and belongs to the standing. */
export const firmPayload = (firm: Firm): JsonObject => ({
  standing: firm.standing,
  ...firmGiven(firm),
});

/** What makes it firm, without the standing itself. */
export const firmGiven = ({ standing, ...given }: Firm): FirmnessSaid => {
  const { clearUntil, confirmedOn } = given;
  const days = {
    clearUntil: clearUntil.length === 10 ? clearUntil : undefined,
    confirmedOn: confirmedOn.length === 10 ? confirmedOn : undefined,
  };
  const { facts, parts } = firmnessIn({ standing, ...given, ...days });
  return { ...facts, ...parts };
};

/** On what footing a position is given: the four standings, and beside the chosen one what belongs to it. */
export function StandingField(props: {
  readonly value: Firm;
  readonly onChange: (firm: Firm) => void;
}): ReactNode {
  const { value, onChange } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const label = (part: keyof typeof FIRM_WORDS): string => format.text(worded(FIRM_WORDS[part], locale));
  const set = (more: Partial<Firm>): void => onChange({ ...value, ...more });
  return (
    <>
      <Choice
        name="standing"
        label={t('wording.standing')}
        hint={t('wording.standing-hint')}
        options={STANDINGS.map((each) => ({
          value: each,
          label: format.text(worded(STANDING_WORDS[each], locale)),
          hint: t(`standing.hint.${each}`),
          sign: <span aria-hidden="true">{STANDING_SIGN[each]}</span>,
        }))}
        value={value.standing}
        onChange={(standing) => set({ standing })}
      />
      {value.standing === 'inClearance' && (
        <>
          <TextField
            label={label('clearWith')}
            value={value.clearWith}
            onChange={(clearWith) => set({ clearWith })}
            maxLength={300}
            optional
          />
          <DateField
            label={label('clearUntil')}
            hint={t('standing.clear-until-hint')}
            value={value.clearUntil}
            onChange={(clearUntil) => set({ clearUntil })}
            precisions={['day']}
            optional
          />
        </>
      )}
      {value.standing === 'confirmed' && (
        <>
          <TextField
            label={label('confirmedBy')}
            hint={t('standing.confirmed-by-hint')}
            value={value.confirmedBy}
            onChange={(confirmedBy) => set({ confirmedBy })}
            maxLength={300}
            optional
          />
          <SelectField
            label={label('confirmedHow')}
            none={t('standing.unsaid')}
            options={HOWS.map((each) => ({
              value: each,
              label: format.text(worded(CONFIRMED_HOW_WORDS[each], locale)),
            }))}
            value={value.confirmedHow ?? ''}
            onChange={(how) => set({ confirmedHow: HOWS.find((each) => each === how) })}
          />
          <DateField
            label={label('confirmedOn')}
            value={value.confirmedOn}
            onChange={(confirmedOn) => set({ confirmedOn })}
            precisions={['day']}
            optional
          />
        </>
      )}
    </>
  );
}
