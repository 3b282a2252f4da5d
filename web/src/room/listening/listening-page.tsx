import { SECTORS } from '@tablee/domain/modules/actor';
import { sectorNames } from '@tablee/domain/modules/compass';
import {
  answerOwed,
  type HeardLine,
  heard,
  listeningState,
  perspective,
  roundIn,
  roundsIn,
} from '@tablee/domain/modules/listening';
import { promiseBoard, rightsLines } from '@tablee/domain/modules/rights-holder';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { RoomTabs } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState, StateLine } from '#ui/state-line.tsx';
import { RightsPanel, RightsView } from './rights-view.tsx';
import { RoundDocument } from './round-document.tsx';
import { RoundsView } from './rounds-view.tsx';

const FIELDS = ['statement', 'group', 'sector', 'organisation', 'source', 'heardOn', 'protected'];

const VIEWS = ['rounds', 'heard', 'rights'] as const;

/** Who is touched, who speaks for them, what they say, what we promised: rounds, words heard, rights holders. */
export default function ListeningPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const held = roundIn(view, thing);
  if (held !== undefined) return <RoundDocument key={held.id} held={held} />;
  return <Room thing={thing} />;
}

function Room({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('listening');
  const entity = useEntity(thing);
  const isRights = entity?.type === 'rightsHolder' || entity?.type === 'rightsPromise';
  const own = entity?.type === 'perspective' ? 'heard' : isRights ? 'rights' : 'rounds';
  const shown = VIEWS.find((name) => name === room.view) ?? own;
  const readers = useReaders(shown === 'rights' ? 'secretariat' : 'partners');
  const opening = useOpening(shown);
  return (
    <>
      <PageHead
        title={t('launch.listening')}
        opening={opening}
        {...(shown === 'rights' ? {} : { readers })}
      />
      <Guidance tool="listening" />
      <RoomTabs
        label={t('listening.views')}
        room={room}
        current={shown}
        views={VIEWS.map((id) => ({ id, label: t(`listening.tab-${id}`) }))}
      />
      {shown === 'rounds' && <RoundsView room={room} />}
      {shown === 'heard' && <Heard room={room} />}
      {shown === 'rights' && <RightsView room={room} />}
      {entity?.type === 'perspective' && (
        <ThingPanel room={room} declaration={perspective} thing={entity.id} />
      )}
      {isRights && entity.kind === 'record' && <RightsPanel key={entity.id} room={room} entity={entity} />}
      {thing !== undefined && own === 'rounds' && <StateLine state={{ kind: 'absent' }} />}
    </>
  );
}

const useOpening = (shown: (typeof VIEWS)[number]): string => {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  if (shown === 'heard') {
    const state = listeningState(view);
    if (state.statements === 0) return t('launch.listening-question');
    const silent =
      state.silent.length === 0
        ? t('launch.listening-all')
        : t('launch.listening-silent', { sectors: format.text(sectorNames(state.silent, locale)) });
    return t('launch.listening-opening', { n: state.statements, groups: state.groups, silent });
  }
  if (shown === 'rights') {
    const board = promiseBoard(view, today(), locale);
    const open = board.filter(({ state }) => state === 'open').length;
    return t('listening.opening-rights', {
      n: rightsLines(view, today(), locale).length,
      open,
      late: board.filter(({ overdue }) => overdue).length,
    });
  }
  const rounds = roundsIn(view);
  if (rounds.length === 0) return t('launch.listening-question');
  const owed = rounds.filter(({ state }) => answerOwed(state, today())).length;
  const open = rounds.filter(({ state }) => state.state === 'open').length;
  return t('listening.opening', { open, owed });
};

/** What was heard outside of rounds, in the words of those who said it. */
function Heard({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const [adding, setAdding] = useState(false);
  const lines = heard(view, locale);
  const done = (): void => setAdding(false);
  const add = (
    <ForWriters>
      <ActionButton kind="primary" onPress={() => setAdding(true)}>
        {t('launch.listening-add')}
      </ActionButton>
    </ForWriters>
  );
  if (adding) return <RecordForm declaration={perspective} fields={FIELDS} onDone={done} onCancel={done} />;
  if (lines.length === 0) return <EmptyState action={add}>{t('launch.listening-empty')}</EmptyState>;
  return (
    <>
      {add}
      <BySector lines={lines} room={room} />
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
