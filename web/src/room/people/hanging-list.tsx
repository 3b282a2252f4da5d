import { titleOf, valueOf } from '@tablee/domain/kernel';
import { type Hanging, type HeldPosition, MANDATE_ROLE, mandate } from '@tablee/domain/modules/mandate';
import { REQUEST_KIND } from '@tablee/domain/modules/request';
import { POSITION_STANDING } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly kind: string;
  readonly becomes: 'stays' | 'opens' | 'ends' | 'moves' | 'free';
}

/** Everything that hangs on the people of an organisation, in one table: what it is, and what becomes of it. */
export function HangingList({ hanging }: { readonly hanging: Hanging }): ReactNode {
  const { t } = useLocale();
  const rows = useRows(hanging);
  return (
    <DataTable
      caption={t('mandate.hanging')}
      rows={rows}
      rowKey={(row) => row.key}
      empty={t('mandate.hanging-none')}
      columns={[
        { key: 'what', head: t('mandate.hanging-what'), cell: (row) => row.what, sortBy: (row) => row.what },
        {
          key: 'kind',
          head: t('mandate.hanging-kind'),
          cell: (row) => row.kind,
          sortBy: (row) => row.kind,
          onPhone: true,
        },
        {
          key: 'becomes',
          head: t('mandate.hanging-becomes'),
          cell: (row) => t(`mandate.becomes.${row.becomes}`),
          sortBy: (row) => row.becomes,
          onPhone: true,
        },
      ]}
    />
  );
}

const useRows = (hanging: Hanging): readonly Row[] => {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const name = (id: string | undefined): string => people.find(id ?? '')?.name ?? t('record.somebody');
  const text = (said: string | undefined): string => format.text(said || t('record.untitled'));
  const isText = (kind: string | undefined): kind is 'problem' | 'vision' | 'workingAgreement' =>
    kind === 'problem' || kind === 'vision' || kind === 'workingAgreement';
  const position = (held: HeldPosition, becomes: Row['becomes']): Row => ({
    key: `position-${held.subject}`,
    what: isText(held.kind) ? t(`mandate.text.${held.kind}`) : text(held.title),
    kind: t('mandate.kind.position', { standing: POSITION_STANDING[held.standing][locale].toLowerCase() }),
    becomes,
  });
  return [
    ...hanging.confirmed.map((held) => position(held, 'stays')),
    ...hanging.signatures.map(
      (one): Row => ({
        key: `signature-${one.agreement}`,
        what: text(one.title),
        kind: t('mandate.kind.signature', { date: format.date(one.date) }),
        becomes: 'stays',
      }),
    ),
    ...hanging.unconfirmed.map((held) => position(held, 'opens')),
    ...hanging.votes.map(
      (line): Row => ({
        key: `vote-${line.id}`,
        what: text(line.question),
        kind: t('mandate.kind.vote', { date: format.date(line.state.deadline.instant.slice(0, 10)) }),
        becomes: 'moves',
      }),
    ),
    ...hanging.commitments.map(
      (owed): Row => ({
        key: owed.id,
        what: text(owed.what),
        kind:
          owed.due === undefined
            ? t('mandate.kind.commitment')
            : t('mandate.kind.commitment-due', { date: format.date(owed.due) }),
        becomes: 'moves',
      }),
    ),
    ...hanging.requests.map(
      ({ id, state }): Row => ({
        key: id,
        what: text(REQUEST_KIND[state.kind][locale]),
        kind: t('mandate.kind.request'),
        becomes: 'stays',
      }),
    ),
    ...hanging.invitations.map(
      (line): Row => ({
        key: line.id,
        what: text(line.title),
        kind: t('mandate.kind.invitation'),
        becomes: 'stays',
      }),
    ),
    ...hanging.seats.map(
      ({ entity, body, holder }): Row => ({
        key: entity.id,
        what: text(body),
        kind:
          holder === undefined ? t('mandate.kind.seat') : t('mandate.kind.seat-of', { name: name(holder) }),
        becomes: 'free',
      }),
    ),
    ...hanging.mandates.map((entity): Row => {
      const role = valueOf(mandate, entity, 'role');
      return {
        key: entity.id,
        what: text(name(valueOf(mandate, entity, 'person'))),
        kind: role === undefined ? (titleOf(mandate, entity, locale) ?? '') : MANDATE_ROLE[role][locale],
        becomes: 'ends',
      };
    }),
    ...hanging.access.map(
      ({ person }): Row => ({
        key: person,
        what: name(person),
        kind: t('mandate.kind.access'),
        becomes: 'ends',
      }),
    ),
  ];
};
