import { type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { meeting, runSheet, WANTED } from '@tablee/domain/modules/meeting';
import { path } from '@tablee/domain/protocol';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { CatchLine, CaughtLines } from './catch-line.tsx';
import { clockAt } from './clock.ts';
import css from './meetings.module.css';
import { useCurrentItem } from './use-current-item.ts';

/** What the chair has in front of them: the current item large, what is caught at it, the next one in view. */
export function RunView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [at, setAt] = useCurrentItem(entity.id);
  const sheet = runSheet(view, entity.id, locale);
  const current = sheet.items[Math.min(at, sheet.items.length - 1)];
  const next = sheet.items[at + 1];
  if (current === undefined)
    return (
      <Section title={t('meeting.view.run')} id="run">
        <p className="note">{t('meeting.run-empty')}</p>
        <CaughtLines lines={sheet.loose} />
        <CatchLine entity={entity} />
      </Section>
    );
  const opens = valueOf(meeting, entity, 'moment');
  const start = clockAt(opens, current.startsAt);
  const end = clockAt(
    opens,
    current.startsAt === undefined || current.minutes === undefined
      ? undefined
      : current.startsAt + current.minutes,
  );
  const wanted = Object.entries(WANTED).find(([key]) => key === current.wanted)?.[1][locale];
  const times = [start, end].flatMap((each) =>
    each === undefined ? [] : [format.time(each.instant, each.zone)],
  );
  return (
    <Section
      title={t('meeting.run-at', { n: at + 1, all: sheet.items.length })}
      id="run"
      aside={times.join(' – ')}
    >
      <p className={css['large']} aria-live="polite">
        {format.text(current.title)}
      </p>
      <p className="note">
        {[
          wanted,
          current.outcome,
          current.minutes === undefined ? undefined : t('meeting.minutes-long', { n: current.minutes }),
        ]
          .filter((each) => each !== undefined)
          .map((each) => format.text(each))
          .join(' · ')}
      </p>
      <CaughtLines lines={current.caught} />
      <CatchLine key={current.id} entity={entity} item={current.id} />
      <ActionRow>
        {next !== undefined && (
          <ActionButton onPress={() => setAt(at + 1)}>
            {t('meeting.next-item', { title: format.text(next.title) })}
          </ActionButton>
        )}
        {at > 0 && (
          <ActionButton kind="quiet" onPress={() => setAt(at - 1)}>
            {t('meeting.previous-item')}
          </ActionButton>
        )}
        {next === undefined && (
          <ActionButton href={`${addressOf(store.space, 'meetings', entity.id)}?view=aloud`} replace>
            {t('meeting.to-aloud')}
          </ActionButton>
        )}
      </ActionRow>
      <p className={css['links']} data-screen>
        <ActionButton
          kind="quiet"
          href={`${addressOf(store.space, 'meetings', entity.id)}?view=projector`}
          replace
        >
          {t('meeting.project')}
        </ActionButton>
        <a href={`${path.documents(store.space)}/run-sheet/${entity.id}.pdf?lang=${locale}`} download>
          {t('meeting.run-sheet-pdf')}
        </a>
      </p>
      {sheet.loose.length > 0 && (
        <Section title={t('meeting.loose')} id="loose">
          <CaughtLines lines={sheet.loose} />
        </Section>
      )}
    </Section>
  );
}
