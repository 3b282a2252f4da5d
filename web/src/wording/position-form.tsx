import type { JsonObject } from '@tablee/domain/kernel';
import type { Stance } from '@tablee/domain/modules/wording';
import { type ReactNode, useState } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { WhoSpeaks } from '../mandate/who-speaks.tsx';
import { Choice } from '../ui/choice.tsx';
import { type FieldFault, Form } from '../ui/form.tsx';
import { StanceButtons } from '../ui/stance-buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { firmFrom, firmPayload, StandingField } from './standing-field.tsx';

/** What a position form yields. */
export interface GivenPosition {
  readonly organisation: string;
  readonly stance: Stance;
  /** Standing and what makes it firm, as the command takes it. */
  readonly firm: JsonObject;
  readonly reason?: string;
}

/** Props of {@link PositionForm}. */
export interface PositionFormProps {
  /** The organisations for which the reader may give a position; one means it is not asked. */
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly onGive: (position: GivenPosition) => Promise<void>;
  readonly onCancel: () => void;
}

/** Four stances, the reason that a block must give, and the standing: only confirmed positions count formally. */
export function PositionForm({ organisations, onGive, onCancel }: PositionFormProps): ReactNode {
  const { t } = useLocale();
  const [organisation, setOrganisation] = useState(organisations[0]?.value);
  const [stance, setStance] = useState<Stance>();
  const [firm, setFirm] = useState(firmFrom());
  const [reason, setReason] = useState('');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    if (organisation === undefined)
      faults.push({ name: 'organisation', message: t('wording.organisation-missing') });
    if (stance === undefined) faults.push({ name: 'stance', message: t('wording.stance-missing') });
    if (stance === 'block' && reason.trim() === '')
      faults.push({ name: 'reason', message: t('wording.reason-missing') });
    if (faults.length > 0 || organisation === undefined || stance === undefined) return faults;
    await onGive({
      organisation,
      stance,
      firm: firmPayload(firm),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    return undefined;
  };
  return (
    <Form label={t('wording.give')} submit={t('wording.give')} onSubmit={submit} onCancel={onCancel}>
      {organisations.length > 1 && (
        <Choice
          name="organisation"
          label={t('wording.for-whom')}
          options={organisations}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      {organisation !== undefined && <WhoSpeaks organisation={organisation} />}
      <StanceButtons name="stance" label={t('wording.stance')} value={stance} onChange={setStance} />
      <TextField
        name="reason"
        label={stance === 'block' ? t('wording.what-would-lift') : t('wording.why')}
        rows={3}
        value={reason}
        onChange={setReason}
        {...(stance === 'block' ? {} : { optional: true })}
      />
      <StandingField value={firm} onChange={setFirm} />
    </Form>
  );
}
