import { titleOf, valueOf } from '@tablee/domain/kernel';
import { type Hanging, MANDATE_ROLE, mandate } from '@tablee/domain/modules/mandate';
import type { HeldPosition } from '@tablee/domain/modules/position';
import { REQUEST_KIND, standingWords } from '@tablee/domain/modules/request';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople } from '#sync/use-space.ts';
import { useTitleOf } from '#wording/use-title-of.ts';

/** One thing that hangs on people, and what becomes of it. */
export interface HangingRow {
  readonly key: string;
  readonly what: string;
  readonly kind: string;
  readonly becomes: 'stays' | 'opens' | 'ends' | 'moves' | 'free';
}

/** What hangs on the people of an organisation as rows: what they said and owe first, then what they hold. */
export const useHangingRows = (hanging: Hanging): readonly HangingRow[] => [
  ...useSaidRows(hanging),
  ...useHeldRows(hanging),
];

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Positions, signatures, votes, commitments, requests. */
const useSaidRows = (hanging: Hanging): readonly HangingRow[] => {
  const { t, locale } = useLocale();
  const format = useFormat();
  const text = (said: string | undefined): string => format.text(said || t('record.untitled'));
  const titleOf = useTitleOf();
  const position = (held: HeldPosition, becomes: HangingRow['becomes']): HangingRow => ({
    key: `position-${held.subject}`,
    what: titleOf(held),
    kind: t('mandate.kind.position', { standing: lowered(standingWords(held.held, locale)) }),
    becomes,
  });
  return [
    ...hanging.confirmed.map((held) => position(held, 'stays')),
    ...hanging.signatures.map(
      (one): HangingRow => ({
        key: `signature-${one.agreement}`,
        what: text(one.title),
        kind: t('mandate.kind.signature', { date: format.date(one.date) }),
        becomes: 'stays',
      }),
    ),
    ...hanging.unconfirmed.map((held) => position(held, 'opens')),
    ...hanging.votes.map(
      (line): HangingRow => ({
        key: `vote-${line.id}`,
        what: text(line.question),
        kind: t('mandate.kind.vote', { date: format.date(line.state.deadline.instant.slice(0, 10)) }),
        becomes: 'moves',
      }),
    ),
    ...hanging.commitments.map(
      (owed): HangingRow => ({
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
      ({ id, state }): HangingRow => ({
        key: id,
        what: text(REQUEST_KIND[state.kind][locale]),
        kind: t('mandate.kind.request'),
        becomes: 'stays',
      }),
    ),
  ];
};

/** Invitations, seats, mandates, access. */
const useHeldRows = (hanging: Hanging): readonly HangingRow[] => {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const name = (id: string | undefined): string => people.find(id ?? '')?.name ?? t('record.somebody');
  const text = (said: string | undefined): string => format.text(said || t('record.untitled'));
  return [
    ...hanging.invitations.map(
      (line): HangingRow => ({
        key: line.id,
        what: text(line.title),
        kind: t('mandate.kind.invitation'),
        becomes: 'stays',
      }),
    ),
    ...hanging.seats.map(
      ({ entity, body, holder }): HangingRow => ({
        key: entity.id,
        what: text(body),
        kind:
          holder === undefined ? t('mandate.kind.seat') : t('mandate.kind.seat-of', { name: name(holder) }),
        becomes: 'free',
      }),
    ),
    ...hanging.mandates.map((entity): HangingRow => {
      const role = valueOf(mandate, entity, 'role');
      return {
        key: entity.id,
        what: text(name(valueOf(mandate, entity, 'person'))),
        kind: role === undefined ? (titleOf(mandate, entity, locale) ?? '') : MANDATE_ROLE[role][locale],
        becomes: 'ends',
      };
    }),
    ...hanging.access.map(
      ({ person }): HangingRow => ({
        key: person,
        what: name(person),
        kind: t('mandate.kind.access'),
        becomes: 'ends',
      }),
    ),
  ];
};
