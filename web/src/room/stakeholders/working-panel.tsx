import { SCALE_TOP, type WorkingEntry, type WorkingMap } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import type { MapEntry } from './map-entry.ts';
import { MoveFact } from './move-fact.tsx';
import { useMapKeeper } from './use-working-map.ts';
import { WorkingForm } from './working-form.tsx';
import css from './working-map.module.css';

/** Somebody of a working map beside it: placing by fields, what I think and why, and what may leave the map. */
export function WorkingPanel(props: {
  readonly map: WorkingMap;
  readonly entry: MapEntry;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  /** Whose map it is; absent for mine. */
  readonly ownerName: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const keeper = useMapKeeper();
  const { map, entry } = props;
  const [said, setSaid] = useState('');
  const held: WorkingEntry = map.entries.get(entry.id) ?? {};
  const keep = async (next: WorkingEntry): Promise<void> => {
    await keeper.keep(map, entry.id, next);
    setSaid(t('map.entry.saved'));
  };
  return (
    <InPanel>
      <SidePanel
        title={entry.name}
        kicker={<SectorLabel sector={entry.sector} missing={entry.missing} />}
        onClose={() => props.room.close()}
        returnFocusTo={`row-${entry.id}`}
      >
        {!map.writes && <Note>{t('map.entry.only-read', { name: props.ownerName ?? '' })}</Note>}
        {map.writes && (
          <div className={css['steps']}>
            {(['influence', 'interest'] as const).map((scale) => (
              <Scale
                key={scale}
                scale={scale}
                value={held[scale]}
                onChange={(value) =>
                  void keep({ ...without(held, scale), ...(value === undefined ? {} : { [scale]: value }) })
                }
              />
            ))}
          </div>
        )}
        <p role="status">{said}</p>
        <WorkingForm
          key={JSON.stringify([held.barrier, held.measure])}
          held={held}
          others={props.entries.filter(({ id }) => id !== entry.id)}
          reads={!map.writes}
          onSave={keep}
        />
        <PanelSection title={t('map.move.title')}>
          <MoveFact
            actor={entry.id}
            held={held}
            onMoved={async (fact) => {
              if (map.writes) await keeper.keep(map, entry.id, without(held, fact));
            }}
          />
        </PanelSection>
        {map.writes && map.entries.has(entry.id) && (
          <ActionRow>
            <ActionButton
              kind="quiet"
              onPress={() => void keeper.clear(map, entry.id).then(() => props.room.close())}
            >
              {t('map.entry.clear')}
            </ActionButton>
          </ActionRow>
        )}
      </SidePanel>
    </InPanel>
  );
}

const without = (held: WorkingEntry, name: keyof WorkingEntry): WorkingEntry => {
  const { [name]: _, ...rest } = held;
  return rest;
};

const STEPS = Array.from({ length: SCALE_TOP + 1 }, (_, value) => String(value));

/** One figure by a list and by two buttons, saved at once: the same as dragging in the grid. */
function Scale(props: {
  readonly scale: 'influence' | 'interest';
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}): ReactNode {
  const { t } = useLocale();
  const { scale, value } = props;
  const what = t(`map.grid.${scale}`).toLowerCase();
  const step = (by: number): void =>
    props.onChange(Math.min(SCALE_TOP, Math.max(0, (value ?? SCALE_TOP / 2) + by)));
  return (
    <>
      <SelectField
        label={t(`map.entry.${scale}`)}
        value={value === undefined ? '' : String(value)}
        onChange={(chosen) => props.onChange(chosen === '' ? undefined : Number(chosen))}
        none={t('map.entry.not-placed')}
        options={STEPS.map((figure) => ({ value: figure, label: figure }))}
      />
      <ActionButton onPress={() => step(-1)}>
        <span aria-hidden="true">−</span>
        <span className="visually-hidden">{t('map.entry.less', { what })}</span>
      </ActionButton>
      <ActionButton onPress={() => step(1)}>
        <span aria-hidden="true">+</span>
        <span className="visually-hidden">{t('map.entry.more', { what })}</span>
      </ActionButton>
    </>
  );
}
