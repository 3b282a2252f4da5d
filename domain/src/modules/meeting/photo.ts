import {
  by,
  choice,
  type FileRef,
  file,
  integer,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  type View,
  valueOf,
  WRITERS,
} from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';

/** What a photo of a meeting shows. */
export const PHOTO_KIND = {
  flipChart: { fr: 'Tableau de papier, cartes', en: 'Flip chart, cards' },
  attendance: { fr: 'Feuille de présence', en: 'Attendance sheet' },
} as const;

/** A photo taken in a meeting, at its agenda item; made small and without place or camera on the device. */
export const meetingPhoto = record('meetingPhoto', {
  version: 1,
  circle: PARTNERS,
  fields: {
    meeting: ref('meeting'),
    item: optional(ref('agendaItem')),
    kind: choice(PHOTO_KIND),
    file: file(),
    caption: optional(line(300)),
    order: optional(integer(0, 100_000)),
  },
  title: 'caption',
  columns: ['meeting', 'item', 'kind', 'file', 'caption'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'photo de réunion',
      many: 'photos de réunion',
      fields: {
        meeting: 'Réunion',
        item: 'Point',
        kind: 'Ce qu’elle montre',
        file: 'Photo',
        caption: 'Légende',
        order: 'Rang',
      },
      empty: 'Une photo du tableau suffit ; ses cartes se saisissent à côté, une par ligne.',
    },
    en: {
      one: 'meeting photo',
      many: 'meeting photos',
      fields: {
        meeting: 'Meeting',
        item: 'Item',
        kind: 'What it shows',
        file: 'Photo',
        caption: 'Caption',
        order: 'Order',
      },
      empty: 'A photo of the chart is enough; its cards are typed beside it, one per line.',
    },
  },
});

/** A photo in its place. */
export interface PhotoLine {
  readonly id: string;
  readonly item: string | undefined;
  readonly kind: keyof typeof PHOTO_KIND;
  readonly file: FileRef;
  readonly caption: string | undefined;
}

/** The photos of a meeting in the order in which they were added. */
export const photosOf = (view: View, id: string): readonly PhotoLine[] =>
  recordsIn(view, 'meetingPhoto')
    .filter((entity) => valueOf(meetingPhoto, entity, 'meeting') === id)
    .sort(
      (a, b) =>
        (valueOf(meetingPhoto, a, 'order') ?? 0) - (valueOf(meetingPhoto, b, 'order') ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .flatMap((entity): readonly PhotoLine[] => {
      const held = valueOf(meetingPhoto, entity, 'file');
      return held === undefined
        ? []
        : [
            {
              id: entity.id,
              item: valueOf(meetingPhoto, entity, 'item'),
              kind: valueOf(meetingPhoto, entity, 'kind') ?? 'flipChart',
              file: held,
              caption: valueOf(meetingPhoto, entity, 'caption'),
            },
          ];
    });
