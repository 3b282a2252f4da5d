import { type FileRef, PARTNER_ROLES } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type AgreementLine, type AgreementVersion, agreement } from '@tablee/domain/modules/agreement';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { FileField } from '#register/file-field.tsx';
import { useAct, useSyncStatus, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';

type Way = 'simple' | 'paper' | 'decline';

/** The organisations for which the reader may sign here: their own, electronically; any, on paper, as a keeper. */
const useSigning = (
  line: AgreementLine,
): { readonly own: string | undefined; readonly others: readonly string[] } => {
  const you = useYou();
  const keeper = useKeeper();
  const { waiting, declined } = line.signatures;
  const open = [...waiting, ...declined.map((held) => held.organisation)];
  const speaks = PARTNER_ROLES.some((role) => you?.roles.includes(role) === true);
  const own = speaks ? open.find((id) => id === you?.organisation) : undefined;
  return { own, others: keeper ? open : own === undefined ? [] : [own] };
};

/** Signing for an organisation: simple and electronic, on paper with the scan, or declining with the reason. */
export function SignPart(props: {
  readonly line: AgreementLine;
  readonly version: AgreementVersion;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const { reachable } = useSyncStatus();
  const [way, setWay] = useState<Way>();
  const { own, others } = useSigning(props.line);
  if (others.length === 0) return null;
  if (way !== undefined)
    return (
      <SignForm
        {...props}
        way={way}
        organisations={way === 'simple' && own !== undefined ? [own] : others}
        onDone={() => setWay(undefined)}
      />
    );
  return (
    <Section title={t('agreement.sign')}>
      {own !== undefined && (
        <p>{t('agreement.sign-for', { organisation: format.text(actorName(view, own) ?? '') })}</p>
      )}
      {own !== undefined && <Note>{t('agreement.simple-hint')}</Note>}
      {reachable ? (
        <ActionRow>
          {own !== undefined && (
            <ActionButton kind="primary" onPress={() => setWay('simple')}>
              {t('agreement.sign')}
            </ActionButton>
          )}
          <ActionButton onPress={() => setWay('paper')}>{t('agreement.paper')}</ActionButton>
          <ActionButton kind="quiet" onPress={() => setWay('decline')}>
            {t('agreement.decline')}
          </ActionButton>
        </ActionRow>
      ) : (
        <p>{t('agreement.offline')}</p>
      )}
    </Section>
  );
}

function SignForm(props: {
  readonly line: AgreementLine;
  readonly version: AgreementVersion;
  readonly way: Way;
  readonly organisations: readonly string[];
  readonly onDone: () => void;
}): ReactNode {
  const { line, version, way, organisations, onDone } = props;
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const act = useAct();
  const { reachable } = useSyncStatus();
  const [organisation, setOrganisation] = useState(organisations.length === 1 ? organisations[0] : undefined);
  const [mandate, setMandate] = useState('');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState(today());
  const [reason, setReason] = useState('');
  const [scan, setScan] = useState<FileRef>();
  const faultsOf = (): readonly FieldFault[] => [
    // The network may have gone while the form was open; an outbox must never sign later what was read before.
    ...(reachable ? [] : [{ name: 'mandate', message: t('agreement.offline') }]),
    ...(organisation === undefined
      ? [{ name: 'organisation', message: t('agreement.organisation-missing') }]
      : []),
    ...(way === 'paper' && scan === undefined
      ? [{ name: 'scan', message: t('agreement.scan-missing') }]
      : []),
    ...(way === 'decline' && reason.trim() === ''
      ? [{ name: 'reason', message: t('agreement.reason-missing') }]
      : []),
  ];
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults = faultsOf();
    if (faults.length > 0 || organisation === undefined) return faults;
    const base = { version: version.number, organisation };
    const payload =
      way === 'decline'
        ? { ...base, reason: reason.trim() }
        : {
            ...base,
            method: way,
            ...(mandate.trim() === '' ? {} : { mandate: mandate.trim() }),
            ...(way === 'paper' && place.trim() !== '' ? { place: place.trim() } : {}),
            ...(way === 'paper' ? { date } : {}),
            ...(scan === undefined ? {} : { scan: { ...scan } }),
          };
    const name = way === 'decline' ? 'agreement.decline' : 'agreement.sign';
    await act.command(name, { entity: line.id, circle: agreement.circle }, payload);
    onDone();
    return undefined;
  };
  const label = t(
    way === 'decline' ? 'agreement.decline' : way === 'paper' ? 'agreement.paper' : 'agreement.sign',
  );
  return (
    <Form
      label={label}
      submit={t(
        way === 'decline'
          ? 'agreement.decline-do'
          : way === 'paper'
            ? 'agreement.paper-do'
            : 'agreement.sign',
      )}
      onSubmit={submit}
      onCancel={onDone}
    >
      {organisations.length > 1 && (
        <Choice
          name="organisation"
          label={t('agreement.for-whom')}
          options={organisations.map((id) => ({ value: id, label: format.text(actorName(view, id) ?? id) }))}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      {way === 'decline' ? (
        <TextField name="reason" label={t('agreement.reason')} rows={3} value={reason} onChange={setReason} />
      ) : (
        <TextField
          name="mandate"
          label={t('agreement.mandate')}
          hint={t('agreement.mandate-hint')}
          optional
          value={mandate}
          onChange={setMandate}
        />
      )}
      {way === 'paper' && (
        <>
          <DateField
            name="date"
            label={t('agreement.date')}
            precisions={['day']}
            value={date}
            onChange={setDate}
          />
          <TextField name="place" label={t('agreement.where')} optional value={place} onChange={setPlace} />
          <FileField
            frame={{ name: 'scan', label: t('agreement.scan'), hint: t('agreement.scan-hint') }}
            value={scan}
            onChange={setScan}
            circle={agreement.circle}
          />
        </>
      )}
      {way === 'simple' && <Note>{t('agreement.simple-hint')}</Note>}
    </Form>
  );
}
