import { elementsOf, type Language, textIn } from '@tablee/domain/kernel';
import { SECTORS, type Sector, STAKE } from '@tablee/domain/modules/actor';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { SectorLabel, SectorShape } from '#ui/sector-shape.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { useMedia } from '#ui/use-media.ts';
import { type MapEntry, useLinks } from './map-entry.ts';

interface ListProps {
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

/** What is said of somebody beside the name: « Décide, finance », or why a voice is missing. */
const useNote = (): ((entry: MapEntry) => string) => {
  const { t, locale } = useLocale();
  const format = useFormat();
  return useCallback(
    (entry) => {
      if (!entry.missing) return format.text(stakesOf(entry, locale));
      const barrier = textIn(entry.entity, 'barrier', locale)?.text;
      const measure = textIn(entry.entity, 'measure', locale)?.text;
      return [
        barrier === undefined ? t('stakeholder.no-barrier') : format.text(barrier),
        ...(measure === undefined ? [] : [t('stakeholder.measure', { measure: format.text(measure) })]),
      ].join(' ');
    },
    [t, locale, format],
  );
};

const stakesOf = (entry: MapEntry, locale: Language): string => {
  const held = elementsOf(entry.entity, 'stakes');
  return Object.entries(STAKE)
    .flatMap(([stake, said]) => (held.includes(stake) ? [said[locale]] : []))
    .map((word, index) => (index === 0 ? word : word.toLowerCase()))
    .join(', ');
};

/** On a phone: missing voices first, then by sector. On a wide screen: one table, sortable. */
export function ActorList(props: ListProps): ReactNode {
  return useMedia('(max-width: 639px)') ? <BySector {...props} /> : <ActorTable {...props} />;
}

function BySector({ entries, room }: ListProps): ReactNode {
  const { t } = useLocale();
  const note = useNote();
  const row = (entry: MapEntry): Sentence => ({
    key: entry.id,
    sign: <SectorShape sector={entry.sector} missing={entry.missing} />,
    text: (
      <span id={`row-${entry.id}`} tabIndex={-1}>
        <Link href={room.href(entry.id)} replace>
          {entry.name}
        </Link>
      </span>
    ),
    note: [note(entry), entry.missing ? '' : t(`stakeholder.ring.${entry.ring}`)].filter(Boolean).join(' · '),
  });
  const missing = entries.filter((entry) => entry.missing);
  const there = entries.filter((entry) => !entry.missing);
  const sectors = [...SECTORS, 'other'] as const satisfies readonly Sector[];
  return (
    <Stack>
      {missing.length > 0 && (
        <Section title={t('stakeholder.missing-title')} id="missing">
          <SentenceList labelledBy="missing" items={missing.map(row)} />
        </Section>
      )}
      {sectors.map((sector) => {
        const here = there.filter((entry) => entry.sector === sector);
        return here.length === 0 ? null : (
          <Section key={sector} title={t(`ui.sector.${sector}`)} id={`sector-${sector}`}>
            <SentenceList labelledBy={`sector-${sector}`} items={here.map(row)} />
          </Section>
        );
      })}
    </Stack>
  );
}

const RINGS = ['core', 'partner', 'concerned'];

/** How many relations each has. */
const useCounts = (): ReadonlyMap<string, number> => {
  const relations = useLinks();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { from, to } of relations)
      for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [relations]);
};

function ActorTable({ entries, room, selected }: ListProps): ReactNode {
  const { t } = useLocale();
  const note = useNote();
  const counts = useCounts();
  const columns = useMemo((): readonly Column<MapEntry>[] => {
    const count = (entry: MapEntry): number => counts.get(entry.id) ?? 0;
    return [
      {
        key: 'name',
        head: t('stakeholder.name'),
        sortBy: (entry) => entry.name,
        cell: (entry) => (
          <span id={`row-${entry.id}`} tabIndex={-1}>
            <Link href={room.href(entry.id)} replace>
              {entry.name}
            </Link>
          </span>
        ),
      },
      {
        key: 'sector',
        head: t('stakeholder.sector'),
        sortBy: (entry) => entry.sector,
        cell: (entry) => <SectorLabel sector={entry.sector} missing={entry.missing} />,
      },
      {
        key: 'ring',
        head: t('stakeholder.ring'),
        sortBy: (entry) => RINGS.indexOf(entry.ring),
        cell: (entry) => t(`stakeholder.ring.${entry.ring}`),
      },
      { key: 'stake', head: t('stakeholder.stake'), cell: note },
      {
        key: 'relations',
        head: t('stakeholder.relations'),
        align: 'end',
        sortBy: count,
        cell: count,
      },
    ];
  }, [t, room, note, counts]);
  return (
    <DataTable
      caption={t('stakeholder.table')}
      captionHidden
      rows={entries}
      rowKey={(entry) => entry.id}
      selected={selected}
      columns={columns}
    />
  );
}
