import { mapAge, missingVoices, relation, sectorsAtTable } from '@tablee/domain/modules/actor';
import { sectorsSentence } from '@tablee/domain/modules/compass';
import { listed } from '@tablee/domain/modules/sentence';
import { type ReactNode, useMemo, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Said, Stack } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { RegisterTable } from '#register/register-view.tsx';
import { useReaders } from '#register/use-circles.ts';
import { UndoList } from '#sheet/undo-list.tsx';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { useFrameLater } from '#ui/in-turn.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { useMedia } from '#ui/use-media.ts';
import { ActorList } from './actor-list.tsx';
import { ActorPanel } from './actor-panel.tsx';
import { AddActor } from './add-actor.tsx';
import { ContactImport } from './contact-import.tsx';
import { CoverageView } from './coverage-view.tsx';
import { type MapEntry, useLinks, useMapEntries } from './map-entry.ts';
import { SharedMap } from './shared-map.tsx';
import { useWorkingMaps, type WorkingMaps } from './use-working-map.ts';
import { EndingLine, WorkingMapView } from './working-map.tsx';

const VIEWS = ['map', 'relations', 'coverage', 'working'] as const;

/** « 3 secteurs sur 4 ; la science manque. » */
const useOpening = (): string => {
  const { locale } = useLocale();
  const format = useFormat();
  const view = useView();
  // Thousands are counted once for each state of the space, not with each selection.
  const check = useMemo(() => sectorsAtTable(view), [view]);
  return format.text(sectorsSentence({ there: check.there.length, missing: check.missing }, locale).text);
};

/** Who counts, who is linked, who is missing: the shared map, with the table that says the same. */
export default function StakeholdersPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const [pasting, setPasting] = useState(false);
  const back = (): void => setPasting(false);
  if (!pasting) return <Stakeholders thing={thing} onPaste={() => setPasting(true)} />;
  // Alone on the page: thousands who come in are not drawn anew with each hundred of them.
  return (
    <>
      <PageHead title={t('stakeholder.title')} />
      <ContactImport onDone={back} onCancel={back} />
    </>
  );
}

function Stakeholders({ thing, onPaste }: RoomProps & { readonly onPaste: () => void }): ReactNode {
  const { t } = useLocale();
  const room = useRoom('stakeholders');
  const readers = useReaders('partners');
  const entries = useMapEntries();
  const opening = useOpening();
  const entity = useEntity(thing);
  const maps = useWorkingMaps();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  const current = viewOf(room, VIEWS);
  const narrow = useMedia('(max-width: 639px)');
  // One idea per screen on a phone: the form alone.
  const shown = entries.length > 0 && !(adding && narrow);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('stakeholder.add')}
    </ActionButton>
  );
  const ways = (
    <ActionRow>
      {add}
      <ActionButton onPress={onPaste}>{t('contact.paste')}</ActionButton>
    </ActionRow>
  );
  const openingFor = (said: string | undefined): string | undefined =>
    entries.length === 0 ? t('stakeholder.question') : said;
  return (
    <>
      <PageHead
        title={t('stakeholder.title')}
        opening={openingFor(current === 'working' ? undefined : opening)}
        readers={
          current === 'working'
            ? { summary: t('record.readers', { circle: t('map.working.readers-head') }) }
            : readers
        }
        action={adding || current !== 'map' || entries.length === 0 ? undefined : ways}
      />
      <Guidance tool={entries.length > 0 && current === 'map' ? 'map' : 'stakeholders'} />
      <Stack>
        {current !== 'working' && <EndingNotice maps={maps} room={room} />}
        {!adding && <UndoList noun="actor" fresh />}
        {!adding && <UndoList noun="merger" fresh />}
        {adding && (
          <AddActor
            room={room}
            onCancel={() => setAdding(false)}
            onAdded={(id) => {
              setAdding(false);
              setAdded(id);
            }}
          />
        )}
        {added !== undefined && !adding && (
          <Added
            opening={opening}
            onComplete={() => {
              room.open(added);
              setAdded(undefined);
            }}
            onAnother={() => {
              setAdded(undefined);
              setAdding(true);
            }}
          />
        )}
        {shown && (
          <RoomTabs
            label={t('stakeholder.views')}
            room={room}
            current={current}
            views={[
              { id: 'map', label: t('stakeholder.view.map') },
              { id: 'relations', label: t('stakeholder.view.relations') },
              { id: 'coverage', label: t('contact.coverage-tab') },
              { id: 'working', label: t('map.view.working') },
            ]}
          />
        )}
        {entries.length === 0 && !adding && <EmptyState action={ways}>{t('stakeholder.empty')}</EmptyState>}
        {shown && <View maps={maps} entries={entries} room={room} thing={thing} />}
      </Stack>
      {thing !== undefined &&
        current !== 'working' &&
        (entity?.type === 'relation' ? (
          <ThingPanel room={room} declaration={relation} thing={thing} />
        ) : (
          <ActorPanel room={room} id={thing} />
        ))}
    </>
  );
}

/** What the tab shows; a frame after its press, since the one that marks the tab does not also draw a map. */
function View(props: {
  readonly maps: WorkingMaps;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly thing: string | undefined;
}): ReactNode {
  const { maps, entries, thing } = props;
  const room = useFrameLater(props.room);
  switch (viewOf(room, VIEWS)) {
    case 'map':
      return (
        <SharedMap
          key="map"
          form="rings"
          entries={entries}
          room={room}
          selected={thing}
          caption={<MissingCaption />}
          table={<ActorList entries={entries} room={room} selected={thing} />}
        />
      );
    case 'relations':
      return <Relations entries={entries} room={room} thing={thing} />;
    case 'coverage':
      return <CoverageView room={room} />;
    case 'working':
      return <WorkingMapView maps={maps} entries={entries} room={room} selected={thing} />;
  }
}

/** The owner is asked before the end of a working map also where they only look at the shared one. */
function EndingNotice(props: { readonly maps: WorkingMaps; readonly room: RoomPlace }): ReactNode {
  const { expires, readers } = props.maps.mine;
  if (expires === undefined || mapAge(expires, today()) !== 'ending') return null;
  return <EndingLine expires={expires} readers={readers} open={props.room.viewHref('working')} />;
}

function Added(props: {
  readonly opening: string;
  readonly onComplete: () => void;
  readonly onAnother: () => void;
}): ReactNode {
  const { t } = useLocale();
  return (
    <Said
      ways={
        <>
          <ActionButton kind="quiet" onPress={props.onComplete}>
            {t('stakeholder.complete')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={props.onAnother}>
            {t('stakeholder.another')}
          </ActionButton>
        </>
      }
    >
      {t('stakeholder.added', { opening: props.opening })}
    </Said>
  );
}

/** Whose voice is missing and why, since a dashed shape alone explains nothing. */
function MissingCaption(): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const voices = useMemo(() => missingVoices(view, locale), [view, locale]);
  if (voices.length === 0) return t('stakeholder.none-missing');
  const names = voices.map(({ name, barrier }) =>
    barrier === undefined ? name : `${name} (${barrier.replace(/\.$/, '')})`,
  );
  return t('stakeholder.missing', { n: voices.length, names: format.text(listed(locale, names)) });
}

interface RelationsProps {
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly thing: string | undefined;
}

function Relations({ entries, room, thing }: RelationsProps): ReactNode {
  const { t } = useLocale();
  const relations = useLinks();
  const [adding, setAdding] = useState(false);
  if (adding)
    return (
      <RecordForm
        declaration={relation}
        fields={['from', 'kind', 'to', 'strength', 'note']}
        onDone={() => setAdding(false)}
        onCancel={() => setAdding(false)}
      />
    );
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('stakeholder.add-relation')}
    </ActionButton>
  );
  const table = (
    <RegisterTable
      declaration={relation}
      columns={['kind', 'strength', 'note']}
      href={room.href}
      selected={thing}
      emptyAction={add}
    />
  );
  if (relations.length === 0) return table;
  return (
    <>
      <SharedMap
        key="relations"
        form="relations"
        entries={entries}
        room={room}
        selected={thing}
        caption={t('map.relations-caption')}
        table={table}
      />
      <ActionRow>{add}</ActionRow>
    </>
  );
}
