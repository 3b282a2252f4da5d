import { addRecord, type RecordEntity, titleOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  document,
  SENDING_WAY,
  type SendingLine,
  sending,
  sendingsOf,
  standingOf,
} from '@tablee/domain/modules/document';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { useFourLines } from '#request/use-four-lines.ts';
import { useAct, useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';

/** Who was given this version, by which way and when; whether they opened it is nobody's business. */
export function SendingsSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const asks = useFourLines();
  const [open, setOpen] = useState(false);
  const { until } = standingOf(view, entity.id);
  const lines = sendingsOf(view, entity.id);
  return (
    <PanelSection title={t('document.received-by')}>
      {lines.length > 0 && <Sendings lines={lines} />}
      <p className="note">{t('document.not-tracked')}</p>
      {open && <SendingForm entity={entity} onDone={() => setOpen(false)} />}
      <ForWriters>
        {!open && (
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen(true)}>
              {t('document.note-sending')}
            </ActionButton>
          </ActionRow>
        )}
        <CopyForWhatsApp
          text={asks({
            act: t('document.read'),
            subject: titleOf(document, entity, locale),
            until: until === undefined ? undefined : format.date(until),
            href: `${addressOf(store.space, 'documents', entity.id)}?view=texts`,
            circle: entity.circle,
          })}
        />
      </ForWriters>
    </PanelSection>
  );
}

function Sendings({ lines }: { readonly lines: readonly SendingLine[] }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const who = (line: SendingLine): string =>
    [
      line.person === undefined ? undefined : people.find(line.person)?.name,
      actorName(view, line.organisation),
    ]
      .filter((part) => part !== undefined)
      .join(', ') || t('record.somebody');
  return (
    <SentenceList
      form="plain"
      label={t('document.received-by')}
      items={lines.map((line) => ({
        key: line.id,
        text: format.text(who(line)),
        note: format.text([SENDING_WAY[line.way][locale], line.note].filter(Boolean).join(' · ')),
        ...(line.on === undefined ? {} : { when: format.date(line.on) }),
      }))}
    />
  );
}

const WAYS = ['email', 'link', 'hand', 'post'] as const;

function SendingForm(props: { readonly entity: RecordEntity; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const people = usePeople();
  const organisations = useOrganisations();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [organisation, setOrganisation] = useState('');
  const [person, setPerson] = useState('');
  const [way, setWay] = useState<(typeof WAYS)[number]>('email');
  const [on, setOn] = useState(today());
  const [note, setNote] = useState('');
  const submit = (): Promise<void> =>
    act.issue(
      addRecord(
        act.ticket(),
        sending.name,
        { entity: act.newId(), circle: props.entity.circle },
        {
          document: props.entity.id,
          way,
          ...(organisation === '' ? {} : { organisation }),
          ...(person === '' ? {} : { person }),
          ...(on === '' ? {} : { on }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      ),
    );
  return (
    <Form
      label={t('document.note-sending')}
      submit={t('document.note-sending-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (organisation === '' && person === '')
          return [{ name: 'organisation', message: t('document.to-whom-missing') }];
        await submit();
        props.onDone();
        return undefined;
      }}
    >
      <SelectField
        name="organisation"
        label={t('document.organisation')}
        value={organisation}
        onChange={setOrganisation}
        none={t('document.none-chosen')}
        options={organisations}
      />
      <SelectField
        label={t('document.person')}
        optional
        value={person}
        onChange={setPerson}
        none={t('document.none-chosen')}
        options={people.all.map(({ id, name }) => ({ value: id, label: name ?? t('record.somebody') }))}
      />
      <Choice
        label={t('document.way')}
        options={WAYS.map((value) => ({ value, label: format.text(SENDING_WAY[value][locale]) }))}
        value={way}
        onChange={setWay}
      />
      <DateField label={t('document.sent-on')} precisions={['day']} value={on} onChange={setOn} name="on" />
      <TextField
        label={t('document.sending-note')}
        optional
        value={note}
        onChange={setNote}
        maxLength={300}
      />
    </Form>
  );
}
