import { conflictPairs, LEANING, type WorkingMap } from '@tablee/domain/modules/actor';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { useMedia } from '#ui/use-media.ts';
import type { MapEntry } from './map-entry.ts';

/** The same as the grid, by name; each name opens the fields by which somebody is placed. */
export function WorkingTable(props: {
  readonly map: WorkingMap;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { map, entries, room } = props;
  const pairs = conflictPairs(map.entries);
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const conflicts = (id: string): string =>
    pairs
      .flatMap(([a, b]) => {
        if (a === id) return names.get(b) ?? [];
        return b === id ? (names.get(a) ?? []) : [];
      })
      .join(', ');
  const isNarrow = useMedia('(max-width: 639px)');
  /** On a phone there is no head over a figure, so the line says both in words. */
  const place = (id: string): string => {
    const held = map.entries.get(id);
    if (held?.influence === undefined || held.interest === undefined) return t('map.entry.not-placed');
    const [influence, interest] = [String(held.influence), String(held.interest)];
    return t('map.entry.place', { influence, interest });
  };
  const figure = (value: number | undefined): string => (value === undefined ? '–' : String(value));
  return (
    <DataTable
      caption={t('map.grid')}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      selected={props.selected}
      columns={[
        {
          key: 'name',
          head: t('stakeholder.name'),
          sortBy: ({ name }) => name,
          cell: ({ id, name }) => (
            <span id={`row-${id}`} tabIndex={-1}>
              <Link href={room.href(id)} replace>
                {name}
              </Link>
            </span>
          ),
        },
        {
          key: 'influence',
          head: t('map.grid.influence'),
          align: 'end',
          onPhone: true,
          sortBy: ({ id }) => map.entries.get(id)?.influence ?? -1,
          cell: ({ id }) => (isNarrow ? place(id) : figure(map.entries.get(id)?.influence)),
        },
        {
          key: 'interest',
          head: t('map.grid.interest'),
          align: 'end',
          sortBy: ({ id }) => map.entries.get(id)?.interest ?? -1,
          cell: ({ id }) => figure(map.entries.get(id)?.interest),
        },
        {
          key: 'leaning',
          head: t('map.entry.leaning'),
          cell: ({ id }) => {
            const leaning = map.entries.get(id)?.leaning;
            return leaning === undefined ? '' : format.text(LEANING[leaning][locale]);
          },
        },
        { key: 'conflicts', head: t('map.table.conflicts'), cell: ({ id }) => conflicts(id) },
      ]}
    />
  );
}
