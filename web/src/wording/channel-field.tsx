import type { ReactNode } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { SelectField } from '../ui/select-field.tsx';

const CHANNELS = ['meeting', 'phone', 'paper', 'email'] as const;
/** By which way somebody else's position was learnt. */
export type HeardBy = (typeof CHANNELS)[number];

/** How a position was learnt that somebody enters for others: said in a meeting it counts at once, else it waits for them. */
export function ChannelField(props: {
  readonly value: HeardBy;
  readonly onChange: (value: HeardBy) => void;
}): ReactNode {
  const { t } = useLocale();
  return (
    <SelectField
      label={t('wording.channel')}
      hint={t('wording.channel-hint')}
      none={t('wording.channel-is.meeting')}
      options={CHANNELS.filter((each) => each !== 'meeting').map((value) => ({
        value,
        label: t(`wording.channel-is.${value}`),
      }))}
      value={props.value === 'meeting' ? '' : props.value}
      onChange={(value) => props.onChange(CHANNELS.find((each) => each === value) ?? 'meeting')}
    />
  );
}
