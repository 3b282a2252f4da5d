import { type RecordEntity, titleOf, valueOf } from '@tablee/domain/kernel';
import { LINE_KIND, meeting, photosOf, runSheet } from '@tablee/domain/modules/meeting';
import { type ReactNode, useEffect, useRef } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { useLocation } from '#ui/location.ts';
import { clockAt } from './clock.ts';
import { Picture } from './photos-view.tsx';
import css from './projector.module.css';
import { useCurrentItem } from './use-current-item.ts';

/**
 * What everybody in the room looks at: the current item and what is caught at it, large and without any navigation.
 * Arrow keys and two buttons turn the items; Escape leads back to the run-sheet.
 */
export function ProjectorView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [, go] = useLocation();
  const [at, turn] = useCurrentItem(entity.id);
  const dialog = useRef<HTMLDialogElement>(null);
  const sheet = runSheet(view, entity.id, locale);
  const last = sheet.items.length - 1;
  const place = Math.max(0, Math.min(at, last));
  const current = sheet.items[place];
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const leave = (): void =>
    go(`${addressOf(store.space, 'meetings', entity.id)}?view=run`, { replace: true });
  const step = (by: number): void => {
    const next = place + by;
    if (next >= 0 && next <= last) turn(next);
  };
  const photo = photosOf(view, entity.id)
    .filter((each) => each.kind === 'flipChart' && each.item === current?.id)
    .at(-1);
  const start = clockAt(valueOf(meeting, entity, 'moment'), current?.startsAt);
  const lines = current?.caught.filter((line) => line.kind !== 'note') ?? [];
  return (
    <dialog
      ref={dialog}
      className={css['wall']}
      aria-label={t('meeting.projector')}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
        if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
      }}
    >
      <p className={css['where']}>
        {format.text(titleOf(meeting, entity, locale) ?? '')}
        {current !== undefined && ` · ${t('meeting.run-at', { n: place + 1, all: last + 1 })}`}
        {start !== undefined && ` · ${format.time(start.instant, start.zone)}`}
      </p>
      <div className={css['matter']} aria-live="polite">
        <h1>{current === undefined ? t('meeting.projector-empty') : format.text(current.title)}</h1>
        {current?.outcome !== undefined && <p className={css['outcome']}>{format.text(current.outcome)}</p>}
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line.id}>
                <strong>{format.text(LINE_KIND[line.kind][locale])}</strong>{' '}
                <span lang={line.lang}>{format.text(line.text, line.lang)}</span>
                {line.kind === 'action' && (
                  <span className={css['who']}>
                    {` ${format.text(line.ownerName ?? t('meeting.no-owner'))}, ${
                      line.due === undefined
                        ? t('meeting.no-due')
                        : t('meeting.by', { date: format.date(line.due) })
                    }`}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {photo !== undefined && lines.length === 0 && (
          <Picture photo={photo} alt={photo.caption ?? t('meeting.photo-alt')} />
        )}
      </div>
      <div className={css['turn']}>
        {place > 0 && (
          <ActionButton kind="quiet" onPress={() => step(-1)}>
            {t('meeting.previous-item')}
          </ActionButton>
        )}
        {place < last && (
          <ActionButton kind="quiet" onPress={() => step(1)}>
            {t('meeting.projector-next')}
          </ActionButton>
        )}
        <ActionButton kind="quiet" onPress={leave}>
          {t('meeting.projector-leave')}
        </ActionButton>
      </div>
    </dialog>
  );
}
