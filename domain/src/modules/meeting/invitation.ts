import {
  by,
  choice,
  flag,
  integer,
  moment,
  optional,
  PARTNERS,
  place,
  record,
  ref,
  refs,
  type View,
  valueOf,
  WRITERS,
} from '@tablee/domain/kernel';
import { recordIn, recordsIn } from '../reading/index.ts';
import { meeting } from './meeting.ts';

/** By which way people were invited. */
export const INVITATION_WAY = {
  letter: { fr: 'Lettre', en: 'Letter' },
  email: { fr: 'E-mail', en: 'E-mail' },
  messenger: { fr: 'Message WhatsApp', en: 'WhatsApp message' },
  link: { fr: 'Lien personnel', en: 'Personal link' },
  calendar: { fr: 'Calendrier', en: 'Calendar' },
} as const;

/** That people were told of a meeting, and what they were told: its hour, its place, or that it is off. */
export const invitation = record('invitation', {
  version: 1,
  circle: PARTNERS,
  fields: {
    meeting: ref('meeting'),
    way: choice(INVITATION_WAY),
    told: refs('attendance'),
    moment: optional(moment()),
    place: optional(place()),
    cancelled: optional(flag()),
    sequence: integer(0, 10_000),
    sent: moment(),
  },
  title: 'way',
  columns: ['meeting', 'way', 'moment', 'place', 'cancelled', 'sent'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'invitation',
      many: 'invitations',
      fields: {
        meeting: 'Réunion',
        way: 'Par quelle voie',
        told: 'À qui',
        moment: 'Date annoncée',
        place: 'Lieu annoncé',
        cancelled: 'Annulation',
        sequence: 'Numéro d’ordre',
        sent: 'Envoyée le',
      },
      empty: 'Personne n’a encore été invité.',
    },
    en: {
      one: 'invitation',
      many: 'invitations',
      fields: {
        meeting: 'Meeting',
        way: 'By which way',
        told: 'To whom',
        moment: 'Date announced',
        place: 'Place announced',
        cancelled: 'Cancellation',
        sequence: 'Sequence',
        sent: 'Sent on',
      },
      empty: 'Nobody has been invited yet.',
    },
  },
});

/** What people were told of a meeting, and whether it still holds. */
export interface InvitationState {
  /** How often the announced hour, place or standing has changed: SEQUENCE of the calendar file. */
  readonly sequence: number;
  /** True when somebody was told something that no longer holds. */
  readonly outdated: boolean;
  /** The rows of the attendance sheet that were told what holds now. */
  readonly told: ReadonlySet<string>;
  /** Those who were told something else before, and wait for the news. */
  readonly toTell: ReadonlySet<string>;
  /** UTC instant of the last sending. */
  readonly last: string | undefined;
}

const sameFacts = (view: View, id: string, sent: Parameters<typeof valueOf>[1]): boolean => {
  const now = recordIn(view, 'meeting', id);
  const off = valueOf(meeting, now, 'state') === 'cancelled';
  return (
    valueOf(invitation, sent, 'moment')?.instant === valueOf(meeting, now, 'moment')?.instant &&
    valueOf(invitation, sent, 'place')?.name === valueOf(meeting, now, 'place')?.name &&
    (valueOf(invitation, sent, 'cancelled') === true) === off
  );
};

/** Who was told what of a meeting; the latest word to each of them counts. */
export const invitationState = (view: View, id: string): InvitationState => {
  const sent = recordsIn(view, 'invitation')
    .filter((entity) => valueOf(invitation, entity, 'meeting') === id)
    .sort((a, b) => (sentAt(a) < sentAt(b) ? -1 : 1));
  const told = new Set<string>();
  const toTell = new Set<string>();
  for (const entity of sent) {
    const holds = sameFacts(view, id, entity);
    for (const [slot, held] of Object.entries(entity.slots)) {
      if (!slot.startsWith('told#') || held.value !== true) continue;
      const row = slot.slice('told#'.length);
      (holds ? told : toTell).add(row);
      (holds ? toTell : told).delete(row);
    }
  }
  const latest = sent.at(-1);
  const sequence = valueOf(invitation, latest, 'sequence') ?? 0;
  const outdated = latest !== undefined && !sameFacts(view, id, latest);
  return {
    sequence: outdated ? sequence + 1 : sequence,
    outdated: outdated || toTell.size > 0,
    told,
    toTell,
    last: latest === undefined ? undefined : sentAt(latest),
  };
};

const sentAt = (entity: Parameters<typeof valueOf>[1]): string =>
  valueOf(invitation, entity, 'sent')?.instant ?? '';
