import { readRule } from '@tablee/domain/engines/decision';
import { type Decision, type DecisionStance, positionsByStanding } from '@tablee/domain/modules/decision';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { WhoSpeaks } from '#mandate/who-speaks.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct, useYou } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { STANCES, StanceButtons } from '#ui/stance-buttons.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ChannelField, type HeardBy } from '#wording/channel-field.tsx';
import { firmFrom, firmPayload, StandingField } from '#wording/standing-field.tsx';

const VOTES = ['yes', 'no', 'abstain'] as const;

/** True when the rule asks for consensus at some step: then there are four answers, else those of a vote. */
const asksConsensus = (state: Decision): boolean => {
  const read = readRule(state.rule);
  return !read.ok || read.value.steps.some((step) => step.kind === 'consensus');
};

/** A stance with its reason and its standing; for somebody else, by which way they said it. */
export function BallotForm(props: {
  readonly held: Running<Decision>;
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { held, organisations, onDone } = props;
  const { state } = held;
  const act = useAct();
  const you = useYou();
  const settle = useSettle();
  const { t } = useLocale();
  const [organisation, setOrganisation] = useState(organisations[0]?.value ?? '');
  const before = Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;
  const [stance, setStance] = useState<DecisionStance | undefined>(before?.stance);
  const [firm, setFirm] = useState(firmFrom(before?.standing));
  const [channel, setChannel] = useState<HeardBy>('meeting');
  const [reason, setReason] = useState('');
  const [lift, setLift] = useState('');
  const isOurs = organisation === you?.organisation;
  const consensual = asksConsensus(state);
  const submit = async () => {
    if (organisation === '') return [{ name: 'organisation', message: t('wording.organisation-missing') }];
    if (stance === undefined) return [{ name: 'stance', message: t('wording.stance-missing') }];
    if (stance === 'block' && reason.trim() === '')
      return [{ name: 'reason', message: t('decision.block-reason') }];
    await act.command(
      'decision.take',
      { entity: held.id, circle: held.circle },
      {
        organisation,
        stance,
        ...firmPayload(firm),
        channel: isOurs ? 'app' : channel,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(stance === 'block' && lift.trim() !== '' ? { lift: lift.trim() } : {}),
      },
    );
    await settle('position', held.id, organisation);
    onDone();
    return undefined;
  };
  return (
    <Form label={t('decision.give')} submit={t('decision.give')} onSubmit={submit} onCancel={props.onCancel}>
      {organisations.length > 1 && (
        <SelectField
          name="organisation"
          label={t('wording.for-whom')}
          none=""
          options={organisations.map((each) => ({ value: each.value, label: labelOf(each) }))}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      {organisation !== '' && <WhoSpeaks organisation={organisation} />}
      {consensual ? (
        <StanceButtons
          name="stance"
          label={t('wording.stance')}
          value={STANCES.find((each) => each === stance)}
          onChange={setStance}
        />
      ) : (
        <Choice
          name="stance"
          label={t('wording.stance')}
          options={VOTES.map((value) => ({ value, label: t(`decision.stance.${value}`) }))}
          value={VOTES.find((each) => each === stance)}
          onChange={setStance}
          large
        />
      )}
      <TextField
        name="reason"
        label={t('wording.why')}
        rows={3}
        value={reason}
        onChange={setReason}
        maxLength={5_000}
        {...(stance === 'block' ? {} : { optional: true })}
      />
      {stance === 'block' && (
        <TextField
          label={t('wording.what-would-lift')}
          rows={2}
          value={lift}
          onChange={setLift}
          maxLength={5_000}
          optional
        />
      )}
      <StandingField value={firm} onChange={setFirm} />
      {!isOurs && <ChannelField value={channel} onChange={setChannel} />}
    </Form>
  );

  function labelOf(each: { readonly value: string; readonly label: string }): string {
    const silent = positionsByStanding(state).silent.includes(each.value);
    return silent ? t('decision.silent-option', { name: each.label }) : each.label;
  }
}
