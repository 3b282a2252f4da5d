import { conflictPairs, mapAge, type WorkingMap, workingMapExpiry } from '@tablee/domain/modules/actor';
import { listed } from '@tablee/domain/modules/sentence';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Said, Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { usePeople } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { SelectField } from '#ui/select-field.tsx';
import type { MapEntry } from './map-entry.ts';
import { ReadersForm } from './readers-form.tsx';
import { useMapKeeper, useMapUse, type WorkingMaps } from './use-working-map.ts';
import { WorkingGrid } from './working-grid.tsx';
import css from './working-map.module.css';
import { WorkingPanel } from './working-panel.tsx';
import { WorkingTable } from './working-table.tsx';

/** Props of {@link WorkingMapView}. */
export interface WorkingMapProps {
  readonly maps: WorkingMaps;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

/** My working map, or one that was opened to me: hatched, so that nobody takes it for what partners share. */
export function WorkingMapView({ maps, entries, room, selected }: WorkingMapProps): ReactNode {
  const { t } = useLocale();
  const people = usePeople();
  const keeper = useMapKeeper();
  useMapUse(maps);
  const [whose, setWhose] = useState('');
  const map = maps.others.find(({ owner }) => owner === whose) ?? maps.mine;
  const nameOf = (person: string): string => people.find(person)?.name ?? t('record.somebody');
  const place = (actor: string, influence: number, interest: number): void =>
    void keeper.keep(map, actor, { ...map.entries.get(actor), influence, interest });
  const chosen = entries.find(({ id }) => id === selected);
  return (
    <section className={css['ground']} aria-label={t('map.working')}>
      <Stack>
        {maps.others.length > 0 && (
          <SelectField
            label={t('map.working.whose')}
            value={map.owner ?? ''}
            onChange={setWhose}
            none={t('map.working.mine')}
            options={maps.others.map(({ owner = '' }) => ({
              value: owner,
              label: t('map.working.of', { name: nameOf(owner) }),
            }))}
          />
        )}
        <Standing map={map} nameOf={nameOf} />
        {map.entries.size === 0 && map.owner === undefined && <p>{t('map.working.none')}</p>}
        <Drawing
          caption={<GridCaption map={map} entries={entries} />}
          picture={
            <WorkingGrid map={map} entries={entries} room={room} selected={selected} onPlace={place} />
          }
          table={<WorkingTable map={map} entries={entries} room={room} selected={selected} />}
        />
        {map.owner === undefined && <OwnerActs map={map} />}
      </Stack>
      {chosen !== undefined && (
        <WorkingPanel
          key={`${map.owner} ${chosen.id}`}
          map={map}
          entry={chosen}
          entries={entries}
          room={room}
          ownerName={map.owner === undefined ? undefined : nameOf(map.owner)}
        />
      )}
    </section>
  );
}

/** Who reads the map, that the server's administrator can, and when it ends. */
function Standing(props: {
  readonly map: WorkingMap;
  readonly nameOf: (person: string) => string;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { owner, readers, expires, writes } = props.map;
  const names = listed(
    locale,
    readers.map(({ person }) => props.nameOf(person)),
  );
  const said =
    owner === undefined
      ? [t('map.working.readers', { n: readers.length, names })]
      : [
          t('map.working.opened', { name: props.nameOf(owner), n: Math.max(0, readers.length - 1), names }),
          t(writes ? 'map.working.may-write' : 'map.working.may-read'),
        ];
  return (
    <div className={css['standing']}>
      <p>
        <strong>{said.join(' ')}</strong> {t('map.working.private')} {t('map.working.admin')}
      </p>
      {expires !== undefined && owner === undefined && mapAge(expires, today()) === 'ending' ? (
        <EndingLine expires={expires} readers={readers} />
      ) : (
        expires !== undefined && <Note>{t('map.working.expires', { day: format.date(expires) })}</Note>
      )}
    </div>
  );
}

/** Asks the owner of a map that is about to end; `room` leads to it from elsewhere. */
export function EndingLine(props: {
  readonly expires: string;
  readonly readers: WorkingMap['readers'];
  readonly open?: string;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { name } = useMapKeeper();
  return (
    <Said
      ways={
        <>
          <ActionButton onPress={() => void name(props.readers)}>{t('map.working.keep')}</ActionButton>
          {props.open !== undefined && (
            <ActionButton kind="quiet" href={props.open}>
              {t('map.working.open-map')}
            </ActionButton>
          )}
        </>
      }
    >
      {t('map.working.ending', { day: format.date(props.expires) })}
    </Said>
  );
}

function GridCaption(props: { readonly map: WorkingMap; readonly entries: readonly MapEntry[] }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { map, entries } = props;
  const shown = entries.filter(({ id }) => map.entries.has(id));
  const placed = shown.filter(({ id }) => {
    const held = map.entries.get(id);
    return held?.influence !== undefined && held.interest !== undefined;
  });
  const against = shown.filter(({ id }) => {
    const held = map.entries.get(id);
    return (held?.influence ?? 0) > 5 && (held?.leaning === 'opposes' || held?.leaning === 'reserved');
  });
  const conflicts = conflictPairs(map.entries).length;
  const names = format.text(
    listed(
      locale,
      against.map(({ name }) => name),
    ),
  );
  return [
    t('map.grid.caption', { n: placed.length }),
    ...(against.length > 0 ? [t('map.grid.against', { names })] : []),
    ...(conflicts > 0 ? [t('map.grid.conflicts', { n: conflicts })] : []),
  ].join(' ');
}

/** Naming readers and erasing: acts of the owner alone. */
function OwnerActs({ map }: { readonly map: WorkingMap }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const keeper = useMapKeeper();
  const [open, setOpen] = useState<'readers' | 'erase'>();
  const [said, setSaid] = useState('');
  const close = (): void => setOpen(undefined);
  const erase = async (): Promise<void> => {
    await keeper.erase();
    close();
    setSaid(t('map.working.erased'));
  };
  if (open === 'readers')
    return (
      <ReadersForm
        readers={map.readers}
        onCancel={close}
        onSave={async (readers) => {
          await keeper.name(readers);
          close();
          setSaid(
            `${t('map.working.readers-saved')} ${t('map.working.kept', { day: format.date(workingMapExpiry(today())) })}`,
          );
        }}
      />
    );
  return (
    <>
      <ActionRow>
        <ActionButton onPress={() => setOpen('readers')}>{t('map.working.name-readers')}</ActionButton>
        {map.expires !== undefined && (
          <ActionButton kind="quiet" onPress={() => setOpen('erase')}>
            {t('map.working.erase')}
          </ActionButton>
        )}
      </ActionRow>
      <p role="status">{said}</p>
      <Dialog
        open={open === 'erase'}
        title={t('map.working.erase')}
        onClose={close}
        actions={
          <>
            <ActionButton kind="primary" onPress={() => void erase()}>
              {t('map.working.erase')}
            </ActionButton>
            <ActionButton onPress={close}>{t('ui.cancel')}</ActionButton>
          </>
        }
      >
        <p>{t('map.working.erase-ask')}</p>
        <Note>{t('map.working.erase-late')}</Note>
      </Dialog>
    </>
  );
}
