import { SECTORS } from '@tablee/domain/modules/actor';
import { sectorNames } from '@tablee/domain/modules/compass';
import { type HeardLine, heard, listeningState, perspective } from '@tablee/domain/modules/listening';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';

const FIELDS = ['statement', 'group', 'sector', 'organisation', 'source', 'heardOn', 'protected'];

/** What groups say about the problem in their own words, by sector; a protected source is never named. */
export default function ListeningPage({ thing }: RoomProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const room = useRoom('listening');
  const readers = useReaders('partners');
  const lines = heard(view, locale);
  const state = listeningState(view);
  const [adding, setAdding] = useState(false);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('launch.listening-add')}
    </ActionButton>
  );
  const opening =
    state.statements === 0
      ? t('launch.listening-question')
      : t('launch.listening-opening', {
          n: state.statements,
          groups: state.groups,
          silent:
            state.silent.length === 0
              ? t('launch.listening-all')
              : t('launch.listening-silent', { sectors: format.text(sectorNames(state.silent, locale)) }),
        });
  return (
    <>
      <PageHead
        title={t('launch.listening')}
        opening={opening}
        readers={readers}
        action={adding || lines.length === 0 ? undefined : add}
      />
      {adding && (
        <RecordForm
          declaration={perspective}
          fields={FIELDS}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      )}
      {lines.length === 0 && !adding && <EmptyState action={add}>{t('launch.listening-empty')}</EmptyState>}
      <BySector lines={lines} room={room} />
      {thing !== undefined && <ThingPanel room={room} declaration={perspective} thing={thing} />}
    </>
  );
}

function BySector({
  lines,
  room,
}: {
  readonly lines: readonly HeardLine[];
  readonly room: RoomPlace;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const groups = [...SECTORS, 'other', undefined] as const;
  const noteOf = (line: HeardLine): string =>
    line.protected
      ? t('launch.listening-protected')
      : [
          line.group ?? t('launch.listening-no-group'),
          line.source,
          line.heardOn === undefined ? undefined : format.date(line.heardOn),
        ]
          .filter((part) => part !== undefined)
          .map((part) => format.text(part))
          .join(', ');
  return (
    <Stack>
      {groups.map((sector) => {
        const here = lines.filter((line) => line.sector === sector);
        if (here.length === 0) return null;
        const id = `heard-${sector ?? 'unsaid'}`;
        return (
          <Section
            key={id}
            title={sector === undefined ? t('launch.listening-unsaid') : t(`ui.sector.${sector}`)}
            id={id}
            aside={format.number(here.length)}
          >
            <SentenceList
              labelledBy={id}
              items={here.map((line) => ({
                key: line.id,
                sign: <SectorShape sector={sector ?? 'other'} />,
                text: (
                  <span id={`row-${line.id}`} tabIndex={-1}>
                    <Link href={room.href(line.id)} replace>
                      {t('launch.listening-quote', { words: format.text(line.statement) })}
                    </Link>
                  </span>
                ),
                note: noteOf(line),
              }))}
            />
          </Section>
        );
      })}
    </Stack>
  );
}
