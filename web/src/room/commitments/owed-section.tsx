import { changeRecord } from '@tablee/domain/kernel';
import { COMMITMENT_STATE, commitment, type Owed } from '@tablee/domain/modules/commitment';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useMay } from '#register/use-may.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct, useOpenSpace, usePeople } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';

type Side = 'owes' | 'owed' | 'partner' | 'both';

/** Commitments of one side as sentences: what, to or from whom, by when; late ones say so in words. */
export function OwedSection(props: {
  readonly title: string;
  readonly id: string;
  readonly items: readonly Owed[];
  readonly side: Side;
  /** Whose page it is, for `partner`. */
  readonly partner?: string;
}): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  const note = useNote(props.side, props.partner);
  return (
    <Section title={props.title} id={props.id} aside={t('commitment.count', { n: props.items.length })}>
      {props.items.length === 0 ? (
        <p className="note">{t('commitment.none')}</p>
      ) : (
        <SentenceList
          labelledBy={props.id}
          items={props.items.map((owed) => ({
            key: owed.id,
            sign: (
              <Icon
                name={
                  (owed.daysLate ?? 0) > 0 && owed.state === 'open'
                    ? 'clock'
                    : owed.state === 'done'
                      ? 'received'
                      : 'pen'
                }
                size={18}
              />
            ),
            text: (
              <span id={`row-${owed.id}`} tabIndex={-1}>
                <Link href={addressOf(store.space, 'commitments', owed.id)} replace>
                  {format.text(owed.what || t('record.untitled'))}
                </Link>
              </span>
            ),
            note: note(owed),
            state: <Acts owed={owed} />,
          }))}
        />
      )}
    </Section>
  );
}

/** Between whom, until when, and how late, in one line. */
const useNote = (side: Side, partner: string | undefined): ((owed: Owed) => string) => {
  const { t, locale } = useLocale();
  const people = usePeople();
  const format = useFormat();
  return (owed) => {
    const owner = owed.ownerName ?? (owed.person === undefined ? undefined : people.find(owed.person)?.name);
    const isTheirs = side === 'partner' && owed.owner === partner;
    const between = [
      ...(side === 'owed' || side === 'both' ? [owner === undefined ? t('commitment.no-owner') : owner] : []),
      ...(side === 'partner' && !isTheirs ? [t('commitment.from', { name: owner ?? '' })] : []),
      ...((side === 'owes' || isTheirs || side === 'both') && owed.toName !== undefined
        ? [t('commitment.to', { name: owed.toName })]
        : []),
    ];
    const late = owed.state === 'open' ? (owed.daysLate ?? 0) : 0;
    const due =
      owed.state !== 'open'
        ? COMMITMENT_STATE[owed.state][locale].toLowerCase()
        : owed.due === undefined
          ? t('commitment.no-due')
          : late > 0
            ? t('commitment.late', { date: format.date(owed.due), n: late })
            : t('commitment.due', { date: format.date(owed.due) });
    return format.text([...between, due].join(' · '));
  };
};

/** What one does with a commitment: keep it, move its date with a reason, let it go. */
function Acts({ owed }: { readonly owed: Owed }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const [moving, setMoving] = useState(false);
  const mayChange = useMay(commitment, owed.entity).change;
  const settle = useSettle();
  const say = async (state: string): Promise<void> => {
    await act.issue(changeRecord(act.ticket(), owed.entity, { state }));
    await settle('commitment', owed.id, owed.owner ?? '');
  };
  if (moving) return <MoveDate owed={owed} onDone={() => setMoving(false)} />;
  return (
    <>
      <WaitingLine entity={owed.entity} />
      {mayChange && owed.state === 'open' && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => void say('done')}>
            {t('commitment.done')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => setMoving(true)}>
            {t('commitment.move')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => void say('dropped')}>
            {t('commitment.drop')}
          </ActionButton>
        </ActionRow>
      )}
      {mayChange && owed.state !== 'open' && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => void say('open')}>
            {t('commitment.reopen')}
          </ActionButton>
        </ActionRow>
      )}
    </>
  );
}

function MoveDate({ owed, onDone }: { readonly owed: Owed; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const settle = useSettle();
  const { t, locale } = useLocale();
  const [seen] = useState(owed);
  const [due, setDue] = useState(owed.due?.length === 10 ? owed.due : '');
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('commitment.move')}
      submit={t('commitment.move')}
      onCancel={onDone}
      onSubmit={async () => {
        if (due.length !== 10) return [{ name: 'due', message: t('record.expected.date') }];
        if (reason.trim() === '') return [{ name: 'reason', message: t('record.refused.ReasonMissing') }];
        await act.issue(
          changeRecord(act.ticket(), seen.entity, { due, dateReason: { lang: locale, text: reason.trim() } }),
        );
        await settle('commitment', seen.id, seen.owner ?? '');
        onDone();
        return undefined;
      }}
    >
      <TextField
        name="due"
        label={t('commitment.new-date')}
        type="date"
        value={due}
        onChange={setDue}
        size={12}
      />
      <TextField
        name="reason"
        label={t('commitment.why')}
        hint={t('commitment.why-hint')}
        value={reason}
        onChange={setReason}
        maxLength={1_000}
      />
    </Form>
  );
}
