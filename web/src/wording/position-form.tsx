import { type JsonObject, own } from '@tablee/domain/kernel';
import type { Positions, Stance } from '@tablee/domain/modules/wording';
import { type ReactNode, useState } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { WhoSpeaks } from '../mandate/who-speaks.tsx';
import { useSettle } from '../request/use-settle.ts';
import { useYou } from '../sync/use-space.ts';
import { type FieldFault, Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { StanceButtons } from '../ui/stance-buttons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ChannelField, type HeardBy } from './channel-field.tsx';
import { firmFrom, firmPayload, StandingField } from './standing-field.tsx';
import { useMyOrganisations } from './use-organisations.ts';

/** Props of {@link PositionForm}. */
export interface PositionFormProps {
  /** What was asked about, so that requests which the position answers are closed. */
  readonly subject: string;
  /** What organisations said so far. */
  readonly positions: Positions;
  /** Issues the position; it gets all but the version. */
  readonly onGive: (position: JsonObject) => Promise<void>;
  readonly onDone: () => void;
}

/**
 * A position on a version of a text: four stances, the reason that a block must give, and the standing. For another
 * organisation it asks how its word was learnt: only what was said in a meeting counts without their confirmation.
 */
export function PositionForm({ subject, positions, onGive, onDone }: PositionFormProps): ReactNode {
  const { t } = useLocale();
  const you = useYou();
  const settle = useSettle();
  const organisations = useMyOrganisations();
  const [organisation, setOrganisation] = useState(organisations[0]?.value ?? '');
  const before = own(positions, organisation);
  const [stance, setStance] = useState<Stance | undefined>(before?.stance);
  const [firm, setFirm] = useState(firmFrom(before?.standing));
  const [reason, setReason] = useState('');
  const [channel, setChannel] = useState<HeardBy>('meeting');
  const isOurs = organisation === you?.organisation;
  const choose = (next: string): void => {
    const said = own(positions, next);
    setOrganisation(next);
    setStance(said?.stance);
    setFirm(firmFrom(said?.standing));
  };
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    if (organisation === '')
      faults.push({ name: 'organisation', message: t('wording.organisation-missing') });
    if (stance === undefined) faults.push({ name: 'stance', message: t('wording.stance-missing') });
    if (stance === 'block' && reason.trim() === '')
      faults.push({ name: 'reason', message: t('wording.reason-missing') });
    if (faults.length > 0 || stance === undefined) return faults;
    await onGive({
      organisation,
      stance,
      ...firmPayload(firm),
      channel: isOurs ? 'app' : channel,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    await settle('position', subject, organisation);
    onDone();
    return undefined;
  };
  return (
    <Form label={t('wording.give')} submit={t('wording.give')} onSubmit={submit} onCancel={onDone}>
      {(organisations.length > 1 || !isOurs) && (
        <SelectField
          name="organisation"
          label={t('wording.for-whom')}
          none=""
          options={organisations}
          value={organisation}
          onChange={choose}
        />
      )}
      {organisation !== '' && <WhoSpeaks organisation={organisation} />}
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
      {!isOurs && <ChannelField value={channel} onChange={setChannel} />}
    </Form>
  );
}
