import { elementsOf, textIn } from '@tablee/domain/kernel';
import { links, SECTORS, type Sector, STAKE } from '@tablee/domain/modules/actor';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { SectorLabel, SectorShape } from '#ui/sector-shape.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { useMedia } from '#ui/use-media.ts';
import type { MapEntry } from './map-entry.ts';

interface ListProps {
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

/** The stakes of somebody in words: « Décide, finance ». */
const useStakes = (): ((entry: MapEntry) => string) => {
  const { locale } = useLocale();
  const format = useFormat();
  return (entry) => {
    const held = elementsOf(entry.entity, 'stakes');
    const words = Object.entries(STAKE).flatMap(([stake, said]) =>
      held.includes(stake) ? [said[locale]] : [],
    );
    return format.text(words.map((word, index) => (index === 0 ? word : word.toLowerCase())).join(', '));
  };
};

const useNote = (): ((entry: MapEntry) => string) => {
  const { t, locale } = useLocale();
  const format = useFormat();
  const stakes = useStakes();
  return (entry) => {
    if (!entry.missing) return stakes(entry);
    const barrier = textIn(entry.entity, 'barrier', locale)?.text;
    const measure = textIn(entry.entity, 'measure', locale)?.text;
    return [
      barrier === undefined ? t('stakeholder.no-barrier') : format.text(barrier),
      ...(measure === undefined ? [] : [t('stakeholder.measure', { measure: format.text(measure) })]),
    ].join(' ');
  };
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

function ActorTable({ entries, room, selected }: ListProps): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const note = useNote();
  const relations = links(view);
  const count = (entry: MapEntry): number =>
    relations.filter((link) => link.from === entry.id || link.to === entry.id).length;
  const order = ['core', 'partner', 'concerned'];
  return (
    <DataTable
      caption={t('stakeholder.table')}
      captionHidden
      rows={entries}
      rowKey={(entry) => entry.id}
      selected={selected}
      columns={[
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
          sortBy: (entry) => order.indexOf(entry.ring),
          cell: (entry) => t(`stakeholder.ring.${entry.ring}`),
        },
        { key: 'stake', head: t('stakeholder.stake'), cell: note },
        {
          key: 'relations',
          head: t('stakeholder.relations'),
          align: 'end',
          sortBy: count,
          cell: (entry) => count(entry),
        },
      ]}
    />
  );
}
