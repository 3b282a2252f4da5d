import { type Link, RELATION } from '@tablee/domain/modules/actor';
import { memo, type ReactNode, useMemo, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { useFrameLater } from '#ui/in-turn.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useMedia } from '#ui/use-media.ts';
import css from './actor-map.module.css';
import { ActorMap } from './actor-map.tsx';
import { type MapEntry, useLinks } from './map-entry.ts';
import { panBy, ZOOMS } from './map-frame.ts';
import type { MapForm, PictureRequest } from './map-picture.ts';
import { TakeAway } from './take-away.tsx';
import { useFindings } from './use-findings.ts';
import { type Drawn, useMapWorker, usePicture } from './use-picture.ts';

/** Props of {@link SharedMap}. */
export interface SharedMapProps {
  readonly form: MapForm;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
  readonly caption: ReactNode;
  /** The same as the drawing, as a table. */
  readonly table: ReactNode;
}

/** The shared map as a drawing and a table, with what it tells and the ways to take it along. */
export function SharedMap(props: SharedMapProps): ReactNode {
  const { form, entries, room, selected } = props;
  const { t } = useLocale();
  const worker = useMapWorker();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number>(1);
  const [kind, setKind] = useState('');
  const all = useLinks();
  const request = useMemo(
    (): PictureRequest => ({
      form,
      zoom,
      actors: entries.map(({ id, name, sector, ring, missing }) => ({ id, name, sector, ring, missing })),
      relations: all
        .filter((link) => kind === '' || link.kind === kind)
        .map(({ from, to, strength }) => ({ from, to, strength })),
    }),
    [form, zoom, entries, all, kind],
  );
  const drawn = usePicture(worker, request);
  const findings = useFindings(worker, entries, all);
  return (
    <>
      <Drawing
        caption={props.caption}
        picture={
          <>
            {form === 'relations' && <KindFilter relations={all} kind={kind} onKind={setKind} />}
            {drawn === undefined ? (
              <p role="status">{t('map.drawing')}</p>
            ) : (
              <ActorMap drawn={drawn} frame={frame} room={room} selected={selected} />
            )}
            <Unnamed drawn={drawn} />
          </>
        }
        table={props.table}
        tools={<Tools zoom={zoom} onZoom={setZoom} onPan={(x, y) => panBy(frame.current, x, y)} />}
      />
      {findings.length > 0 && <Findings found={findings} />}
      <TakeAway worker={worker} drawn={drawn} entries={entries} relations={all} />
    </>
  );
}

/** Shows the relations of one kind alone, where there are several. */
const KindFilter = memo(function KindFilter(props: {
  readonly relations: readonly Link[];
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const kinds = Object.entries(RELATION).filter(([kind]) =>
    props.relations.some((link) => link.kind === kind),
  );
  if (kinds.length < 2) return null;
  return (
    <div className={css['filter']}>
      <SelectField
        label={t('map.kind')}
        value={props.kind}
        onChange={props.onKind}
        none={t('map.kind-all')}
        options={kinds.map(([value, words]) => ({ value, label: format.text(words[locale]) }))}
      />
    </div>
  );
});

interface ToolsProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onPan: (x: number, y: number) => void;
}

/** Everything that moves the drawing, as buttons: nothing needs a gesture. */
function Tools({ zoom, onZoom, onPan }: ToolsProps): ReactNode {
  const { t } = useLocale();
  const isNarrow = useMedia('(max-width: 719px)');
  const step = (by: 1 | -1): void => {
    const at = ZOOMS.findIndex((each) => each >= zoom);
    onZoom(ZOOMS[Math.min(Math.max(at + by, 0), ZOOMS.length - 1)] ?? 1);
  };
  return (
    <span className={css['zoom']}>
      <Sign name={t('map.zoom-in')} sign="+" onPress={() => step(1)} />
      <Sign name={t('map.zoom-out')} sign="−" onPress={() => step(-1)} />
      {(zoom > 1 || isNarrow) && (
        <>
          <Sign name={t('map.pan-left')} sign="←" onPress={() => onPan(-1, 0)} />
          <Sign name={t('map.pan-right')} sign="→" onPress={() => onPan(1, 0)} />
        </>
      )}
      {zoom > 1 && (
        <>
          <Sign name={t('map.pan-up')} sign="↑" onPress={() => onPan(0, -1)} />
          <Sign name={t('map.pan-down')} sign="↓" onPress={() => onPan(0, 1)} />
          <ActionButton onPress={() => onZoom(1)}>{t('map.zoom-all')}</ActionButton>
        </>
      )}
    </span>
  );
}

function Sign(props: {
  readonly name: string;
  readonly sign: string;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <ActionButton onPress={props.onPress}>
      <span aria-hidden="true">{props.sign}</span>
      <span className="visually-hidden">{props.name}</span>
    </ActionButton>
  );
}

/** The names behind numbers, and that there are more names than the drawing holds at this size. */
const Unnamed = memo(function Unnamed(props: { readonly drawn: Drawn | undefined }): ReactNode {
  const { t } = useLocale();
  const drawn = useFrameLater(props.drawn);
  if (drawn === undefined) return null;
  const { picture, request } = drawn;
  const numbered = picture.labels.flatMap(({ index, label }) =>
    label.kind === 'number' ? [{ number: label.number, name: request.actors[index]?.name ?? '' }] : [],
  );
  const without = request.actors.length - picture.labels.length;
  return (
    <>
      {numbered.length > 0 && (
        <ol className={css['numbers']} aria-label={t('stakeholder.numbers')}>
          {numbered.map(({ number, name }) => (
            <li key={number}>
              {number} {name}
            </li>
          ))}
        </ol>
      )}
      {without > 0 && <Note>{t('map.unnamed', { n: without })}</Note>}
    </>
  );
});

const FIRST = 4;

/** What the network tells, a question to the room rather than a verdict. */
const Findings = memo(function Findings({ found }: { readonly found: readonly string[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const sentences = found.map((one) => format.text(one));
  const more = sentences.slice(FIRST);
  return (
    <section aria-labelledby="map-findings" className={css['findings']}>
      <h2 id="map-findings">{t('map.findings')}</h2>
      <ul>
        {sentences.slice(0, FIRST).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{t('map.findings-more', { n: more.length })}</summary>
          <ul>
            {more.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <Note>{t('map.findings-note')}</Note>
    </section>
  );
});
