import { memberState, type RecordEntity, textOf, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { agreements } from '../agreement/index.ts';
import { commitments, type Owed } from '../commitment/index.ts';
import { type DecisionLine, decisions } from '../decision/index.ts';
import { body, seat } from '../governance/index.ts';
import { attendance, type MeetingLine, meetings } from '../meeting/index.ts';
import { type HeldPosition, positionsHeld } from '../position/index.ts';
import { processesIn, recordIn, recordsIn } from '../reading/index.ts';
import { type Request, requestState } from '../request/index.ts';
import { mandateStanding, mandatesOf } from './views.ts';

/** Somebody who reads along for an organisation. */
export interface Access {
  readonly person: string;
  readonly until: string | undefined;
}

/** Everything that hangs on the people of one organisation, in the reader's view. */
export interface Hanging {
  readonly mandates: readonly RecordEntity[];
  readonly seats: readonly {
    readonly entity: RecordEntity;
    readonly body: string;
    readonly holder: string | undefined;
  }[];
  /** Decisions under way on which the organisation has a voice. */
  readonly votes: readonly DecisionLine[];
  /** In internal clearance or ad referendum: given by a person, not by the institution yet. */
  readonly unconfirmed: readonly HeldPosition[];
  readonly confirmed: readonly HeldPosition[];
  readonly signatures: readonly {
    readonly agreement: string;
    readonly title: string;
    readonly date: string;
  }[];
  readonly commitments: readonly Owed[];
  readonly requests: readonly { readonly id: string; readonly state: Request }[];
  readonly invitations: readonly MeetingLine[];
  readonly access: readonly Access[];
}

/** When and in which language it is asked. */
export interface Moment {
  /** UTC instant. */
  readonly now: string;
  readonly lang: string;
}

/** What hangs on an organisation's people at an instant. */
export const hangingOn = (view: View, organisation: string, { now, lang }: Moment): Hanging => {
  const today = now.slice(0, 10);
  const positions = positionsHeld(view, { now, lang }).filter(
    ({ held, status }) =>
      held.organisation === organisation &&
      // What a closed decision counted stays as it was counted.
      (status === 'open' || held.standing === 'confirmed'),
  );
  const access = accessOf(view, organisation);
  const people = new Set(access.map(({ person }) => person));
  const isOurs = (who: { readonly organisation: string | null; readonly person: string | null }): boolean =>
    who.organisation === organisation || (who.person !== null && people.has(who.person));
  return {
    mandates: mandatesOf(view, organisation).filter((one) => mandateStanding(one, today) !== 'expired'),
    seats: seatsHeld(view, organisation, lang),
    votes: decisions(view, now).filter(
      ({ status, state }) => status === 'open' && isOnRoll(state.roll['members'], organisation),
    ),
    unconfirmed: positions.filter(
      ({ held }) => held.standing === 'inClearance' || held.standing === 'adReferendum',
    ),
    confirmed: positions.filter(({ held }) => held.standing === 'confirmed'),
    signatures: signaturesOf(view, organisation),
    commitments: commitments(view, today, lang).filter(
      (owed) => owed.owner === organisation && owed.state === 'open',
    ),
    requests: processesIn(view, requestState).filter(({ state }) => state.state === 'open' && isOurs(state)),
    invitations: invitationsOf(view, organisation, { now, lang }),
    access,
  };
};

const isOnRoll = (members: unknown, organisation: string): boolean =>
  Array.isArray(members) &&
  members.some(
    (one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === organisation,
  );

const seatsHeld = (view: View, organisation: string, lang: string): Hanging['seats'] =>
  recordsIn(view, 'seat')
    .filter((entity) => valueOf(seat, entity, 'organisation') === organisation)
    .map((entity) => {
      const of = recordIn(view, 'body', valueOf(seat, entity, 'body'));
      const name = of && titleOf(body, of, lang);
      return { entity, body: name ?? '', holder: valueOf(seat, entity, 'holder') };
    });

const signaturesOf = (view: View, organisation: string): Hanging['signatures'] =>
  agreements(view).flatMap((line) =>
    line.signatures.signatures
      .filter((one) => one.organisation === organisation)
      .map((one) => ({
        agreement: line.id,
        title: textOf(line.state.title ?? undefined) ?? '',
        date: one.date,
      })),
  );

const invitationsOf = (view: View, organisation: string, { now, lang }: Moment): readonly MeetingLine[] => {
  const expected = new Set(
    recordsIn(view, 'attendance')
      .filter((row) => valueOf(attendance, row, 'organisation') === organisation)
      .map((row) => valueOf(attendance, row, 'meeting')),
  );
  return meetings(view, lang).filter(
    (line) => line.state === 'planned' && expected.has(line.id) && (line.instant ?? '9') > now,
  );
};

const accessOf = (view: View, organisation: string): readonly Access[] =>
  [...view.list('member')].flatMap((entity): readonly Access[] => {
    if (entity.kind !== 'process') return [];
    const held = memberState.read(entity.state);
    return held.active && held.organisation === organisation
      ? [{ person: entity.id, until: held.until }]
      : [];
  });
