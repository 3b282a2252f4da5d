import { changeRecord, type FileRef } from '@tablee/domain/kernel';
import { commitment, type Owed } from '@tablee/domain/modules/commitment';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { MoreActs } from '#page/more-acts.tsx';
import { ReasonForm } from '#page/reason-form.tsx';
import { FileField } from '#register/file-field.tsx';
import { useMay } from '#register/use-may.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';

type Open = 'move' | 'hand' | 'show';

/** What one does with a commitment: keep it and show it, move its date with a reason, hand it over, let it go. */
export function OwedActs({ owed }: { readonly owed: Owed }): ReactNode {
  const { t } = useLocale();
  const [open, setOpen] = useState<Open>();
  const mayChange = useMay(commitment, owed.entity).change;
  const say = useSay(owed);
  const close = (): void => setOpen(undefined);
  if (open === 'move') return <MoveDate owed={owed} onDone={close} />;
  if (open === 'hand') return <HandOn owed={owed} onDone={close} />;
  if (open === 'show') return <ShowDone owed={owed} onDone={close} />;
  const isOpen = owed.state === 'open';
  return (
    <>
      <WaitingLine entity={owed.entity} />
      {mayChange && (
        <ActionRow>
          {isOpen && (
            <>
              <ActionButton kind="quiet" onPress={() => void say('done')}>
                {t('commitment.done')}
              </ActionButton>
              <ActionButton kind="quiet" onPress={() => setOpen('move')}>
                {t('commitment.move')}
              </ActionButton>
              <MoreActs>
                <ActionButton kind="quiet" onPress={() => setOpen('hand')}>
                  {t('commitment.hand')}
                </ActionButton>
                <ActionButton kind="quiet" onPress={() => void say('dropped')}>
                  {t('commitment.drop')}
                </ActionButton>
              </MoreActs>
            </>
          )}
          {owed.state === 'done' && (
            <ActionButton kind="quiet" onPress={() => setOpen('show')}>
              {t('commitment.show')}
            </ActionButton>
          )}
          {!isOpen && (
            <ActionButton kind="quiet" onPress={() => void say('open')}>
              {t('commitment.reopen')}
            </ActionButton>
          )}
        </ActionRow>
      )}
    </>
  );
}

/** Says where it stands; what is done carries its day, so that the quarter finds it. */
const useSay = (owed: Owed): ((state: string) => Promise<void>) => {
  const act = useAct();
  const settle = useSettle();
  return async (state) => {
    const doneOn = state === 'done' ? today() : null;
    await act.issue(changeRecord(act.ticket(), owed.entity, { state, doneOn }));
    await settle('commitment', owed.id, owed.owner ?? '');
  };
};

interface FormProps {
  readonly owed: Owed;
  readonly onDone: () => void;
}

function MoveDate({ owed, onDone }: FormProps): ReactNode {
  const act = useAct();
  const settle = useSettle();
  const { t, locale } = useLocale();
  const [seen] = useState(owed);
  const [due, setDue] = useState(owed.due?.length === 10 ? owed.due : '');
  const send = async (reason: string): Promise<void> => {
    await act.issue(
      changeRecord(act.ticket(), seen.entity, { due, dateReason: { lang: locale, text: reason } }),
    );
    await settle('commitment', seen.id, seen.owner ?? '');
  };
  return (
    <ReasonForm
      act={t('commitment.move')}
      question={t('commitment.why')}
      hint={t('commitment.why-hint')}
      longest={1_000}
      faults={() => (due.length === 10 ? [] : [{ name: 'due', message: t('record.expected.date') }])}
      onSend={send}
      onDone={onDone}
    >
      <TextField
        name="due"
        label={t('commitment.new-date')}
        type="date"
        value={due}
        onChange={setDue}
        size={12}
      />
    </ReasonForm>
  );
}

function HandOn({ owed, onDone }: FormProps): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const organisations = useOrganisations();
  const [seen] = useState(owed);
  const [owner, setOwner] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('commitment.hand')}
      submit={t('commitment.hand-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (owner === '') return [{ name: 'owner', message: t('commitment.hand-missing') }];
        const handedFor = reason.trim() === '' ? null : { lang: locale, text: reason.trim() };
        await act.issue(changeRecord(act.ticket(), seen.entity, { owner, person: null, handedFor }));
        onDone();
        return undefined;
      }}
    >
      <SelectField
        name="owner"
        label={t('commitment.hand-to')}
        hint={t('commitment.hand-hint')}
        value={owner}
        onChange={setOwner}
        none={t('commitment.nobody-chosen')}
        options={organisations.filter(({ value }) => value !== seen.owner)}
      />
      <TextField
        label={t('commitment.hand-why')}
        optional
        value={reason}
        onChange={setReason}
        maxLength={1_000}
      />
    </Form>
  );
}

function ShowDone({ owed, onDone }: FormProps): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const [seen] = useState(owed);
  const [proof, setProof] = useState<FileRef>();
  const [note, setNote] = useState('');
  return (
    <Form
      label={t('commitment.show')}
      submit={t('commitment.show-do')}
      onCancel={onDone}
      onSubmit={async () => {
        const where = note.trim();
        if (proof === undefined && where === '')
          return [{ name: 'note', message: t('commitment.show-missing') }];
        await act.issue(
          changeRecord(act.ticket(), seen.entity, {
            ...(proof === undefined ? {} : { proof: { ...proof } }),
            ...(where === '' ? {} : { proofNote: where }),
          }),
        );
        onDone();
        return undefined;
      }}
    >
      <FileField
        frame={{ name: 'proof', label: t('commitment.proof'), optional: true }}
        value={proof}
        circle={seen.entity.circle}
        onChange={setProof}
      />
      <TextField
        name="note"
        label={t('commitment.proof-note')}
        optional
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </Form>
  );
}
