import { changeRecord, type RecordEntity } from '@tablee/domain/kernel';
import {
  allParts,
  chosenParts,
  type NoteAsked,
  type NotePart,
  type NotePartId,
  narrowerThan,
  readersOf,
} from '@tablee/domain/modules/concept-note';
import { ROOM_CARD } from '@tablee/domain/modules/partnership';
import { typography } from '@tablee/domain/text';
import { type ReactNode, useEffect, useRef } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useCircles } from '#register/use-circles.ts';
import { useAct, useOpenSpace } from '#sync/use-space.ts';
import { ForWriters } from '#ui/for-writers.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './note.module.css';

/** The parts with a box each and buttons that move them; what comes from a narrower circle says so. */
export function NoteParts({
  note,
  asked,
}: {
  readonly note: RecordEntity;
  readonly asked: NoteAsked;
}): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const moved = useRef<string>(undefined);
  const parts = allParts(note, asked);
  const chosen = chosenParts(note, asked).map(({ id }) => id);
  // A row that moves takes its buttons along: the focus goes with them.
  useEffect(() => {
    if (moved.current === undefined) return;
    document.getElementById(moved.current)?.focus();
    moved.current = undefined;
  });
  const keep = (ids: readonly NotePartId[]): void => {
    void act.issue(changeRecord(act.ticket(), note, { parts: ids.join(' ') }));
  };
  const toggle = (id: NotePartId): void =>
    keep(
      chosen.includes(id)
        ? chosen.filter((other) => other !== id)
        : parts.flatMap((part) => (part.id === id || chosen.includes(part.id) ? [part.id] : [])),
    );
  const move = (id: NotePartId, by: 1 | -1): void => {
    const order = [...chosen];
    const from = order.indexOf(id);
    const [taken] = order.splice(from, 1);
    if (taken === undefined) return;
    order.splice(from + by, 0, taken);
    // At either end its button is gone: the other one takes the focus.
    const isEnd = from + by === 0 || from + by === order.length - 1;
    const way = by === -1 ? 'up' : 'down';
    const back = by === -1 ? 'down' : 'up';
    moved.current = `${isEnd ? back : way}-${id}`;
    keep(order);
  };
  return (
    <Section title={t('concept.parts')} id="parts">
      <ul className={css['parts']} aria-labelledby="parts">
        {parts.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            lang={asked.language}
            narrower={narrowerThan(part, readersOf(note))}
            at={chosen.indexOf(part.id)}
            last={chosen.length - 1}
            onToggle={() => toggle(part.id)}
            onMove={(by) => move(part.id, by)}
          />
        ))}
      </ul>
    </Section>
  );
}

function PartRow(props: {
  readonly part: NotePart;
  /** The language of its title: that of the note. */
  readonly lang: string;
  readonly narrower: readonly string[];
  /** Its place in the note; -1 while it is not in it. */
  readonly at: number;
  readonly last: number;
  readonly onToggle: () => void;
  readonly onMove: (by: 1 | -1) => void;
}): ReactNode {
  const { part, at } = props;
  const { t } = useLocale();
  const title = typography(part.title, props.lang);
  const isEmpty = part.blocks.length === 0;
  return (
    <li className={css['part']}>
      <label className={css['box']}>
        <ForWriters>
          <input
            type="checkbox"
            checked={at >= 0}
            disabled={isEmpty}
            onChange={props.onToggle}
            aria-describedby={`note-${part.id}`}
          />
        </ForWriters>
        <span lang={props.lang}>{title}</span>
      </label>
      <ForWriters>
        <span className={css['moves']}>
          {at > 0 && (
            <button
              type="button"
              id={`up-${part.id}`}
              aria-label={t('concept.up', { part: title })}
              onClick={() => props.onMove(-1)}
            >
              <span className={css['upwards']}>
                <Icon name="down" size={18} />
              </span>
            </button>
          )}
          {at >= 0 && at < props.last && (
            <button
              type="button"
              id={`down-${part.id}`}
              aria-label={t('concept.down', { part: title })}
              onClick={() => props.onMove(1)}
            >
              <Icon name="down" size={18} />
            </button>
          )}
        </span>
      </ForWriters>
      <p id={`note-${part.id}`} className={css['said']}>
        <PartNote part={part} narrower={props.narrower} />
      </p>
    </li>
  );
}

function PartNote({
  part,
  narrower,
}: {
  readonly part: NotePart;
  readonly narrower: readonly string[];
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  const circles = useCircles();
  if (part.blocks.length === 0) {
    if (part.room === undefined) return t('concept.empty-own');
    return (
      <>
        {t('concept.empty-part')}{' '}
        <Link href={addressOf(store.space, part.room)}>
          {format.text(ROOM_CARD[part.room].words[locale])}
        </Link>
        .
      </>
    );
  }
  if (narrower.length === 0) return null;
  if (narrower.every((circle) => circle === 'partners')) return t('concept.partners-outside');
  const names = narrower.map((id) => circles.find((each) => each.id === id)?.label ?? id);
  return t('concept.narrower', { circles: names.join(', ') });
}
