import { HANDOVER_KIND, type HandoverKind } from '@tablee/domain/modules/handover';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useYou } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { PersonPicker } from '#ui/person-picker.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';

const KINDS = ['role', 'task', 'secretariat', 'thing'] as const;

interface Offer {
  readonly kind: HandoverKind;
  readonly title: string;
  readonly to: string;
  readonly organisation: string;
  readonly date: string;
  readonly notes: string;
}

/** Offers a role to a named person: what, to whom, from when, and what one needs to know to take it over. */
export function OfferForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const you = useYou();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [offer, setOffer] = useState<Offer>({
    kind: 'role',
    title: '',
    to: '',
    organisation: '',
    date: '',
    notes: '',
  });
  const set = (part: Partial<Offer>): void => setOffer({ ...offer, ...part });
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults = [
      ...(offer.title.trim() === '' ? [{ name: 'title', message: t('handover.title-missing') }] : []),
      ...(offer.to === '' ? [{ name: 'to', message: t('handover.to-missing') }] : []),
      ...(offer.date.length === 10 ? [] : [{ name: 'date', message: t('handover.date-missing') }]),
    ];
    if (faults.length > 0) return faults;
    await act.command(
      'handover.offer',
      { entity: act.newId(), circle: 'partners' },
      {
        kind: offer.kind,
        title: offer.title.trim(),
        toPerson: offer.to,
        date: offer.date,
        ...(you === undefined ? {} : { fromPerson: you.person }),
        ...(you?.organisation === undefined ? {} : { fromOrganisation: you.organisation }),
        ...(offer.organisation === '' ? {} : { toOrganisation: offer.organisation }),
        ...(offer.notes.trim() === '' ? {} : { notes: offer.notes.trim() }),
      },
    );
    onDone();
    return undefined;
  };
  return (
    <Form label={t('handover.offer')} submit={t('handover.offer-do')} onSubmit={submit} onCancel={onDone}>
      <Choice
        name="kind"
        label={t('handover.f-kind')}
        options={KINDS.map((value) => ({ value, label: format.text(HANDOVER_KIND[value][locale]) }))}
        value={offer.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        name="title"
        label={t('handover.f-title')}
        hint={t('handover.f-title-hint')}
        value={offer.title}
        onChange={(title) => set({ title })}
        maxLength={300}
      />
      <Successor offer={offer} onOffer={set} />
      <DateField
        name="date"
        label={t('handover.f-date')}
        value={offer.date}
        onChange={(date) => set({ date })}
        precisions={['day']}
      />
      <TextField
        name="notes"
        label={t('handover.f-notes')}
        hint={t('handover.f-notes-hint')}
        rows={4}
        value={offer.notes}
        onChange={(notes) => set({ notes })}
        optional
      />
    </Form>
  );
}

function Successor(props: {
  readonly offer: Offer;
  readonly onOffer: (part: Partial<Offer>) => void;
}): ReactNode {
  const people = usePeople();
  const organisations = useOrganisations();
  const { t } = useLocale();
  const { offer } = props;
  const options = people.all.flatMap((card) =>
    card.name === undefined
      ? []
      : [
          {
            id: card.id,
            name: card.name,
            ...(card.designation === undefined ? {} : { detail: card.designation }),
          },
        ],
  );
  return (
    <>
      <PersonPicker
        name="to"
        label={t('handover.f-to')}
        people={options}
        value={offer.to === '' ? undefined : { kind: 'known', id: offer.to }}
        onChange={(picked) => props.onOffer({ to: picked?.kind === 'known' ? picked.id : '' })}
      />
      <SelectField
        name="organisation"
        label={t('handover.f-to-org')}
        none={t('handover.none')}
        value={offer.organisation}
        onChange={(organisation) => props.onOffer({ organisation })}
        options={organisations}
        optional
      />
    </>
  );
}
