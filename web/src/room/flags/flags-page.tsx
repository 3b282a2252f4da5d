import { textOf, titleOf } from '@tablee/domain/kernel';
import type { Flag } from '@tablee/domain/modules/flag';
import { meeting } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { FlagPanel } from './flag-panel.tsx';
import { ReturnFlow } from './return-flow.tsx';
import { useFlags } from './use-flags.ts';

/** Where the world leaves the plan: sentences with their evidence; what concerns my organisation stands first. */
export default function FlagsPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const room = useRoom('flags');
  const readers = useReaders('partners');
  const keeper = useKeeper();
  const { mine, others, muted, watching } = useFlags();
  if (room.view === 'return') return <ReturnFlow flagId={thing} room={room} />;
  const open = [...mine, ...others];
  const taken = open.filter((flag) => flag.entries.length > 0).length;
  const first = open.find((flag) => flag.entries.length === 0) ?? open[0];
  return (
    <>
      <PageHead
        title={t('flag.title')}
        opening={
          open.length === 0
            ? format.text(watching)
            : taken === 0
              ? t('flag.opening', { n: open.length })
              : t('flag.opening-taken', { n: open.length, taken })
        }
        readers={readers}
        action={
          thing === undefined &&
          first && (
            <ActionButton kind="primary" href={room.href(first.id)}>
              {t('flag.talk')}
            </ActionButton>
          )
        }
      />
      <Stack>
        {open.length === 0 && <EmptyState>{t('flag.empty')}</EmptyState>}
        {mine.length > 0 && (
          <Section title={t('flag.mine')} id="mine">
            <FlagList room={room} flags={mine} labelledBy="mine" />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={t('flag.open')} id="open">
            <FlagList room={room} flags={others} labelledBy="open" />
          </Section>
        )}
        {muted.length > 0 && (
          <Section title={t('flag.muted')} id="muted">
            <FlagList room={room} flags={muted} labelledBy="muted" />
          </Section>
        )}
        {keeper && (
          <ActionRow>
            <ActionButton kind="quiet" href={room.viewHref('return')}>
              {t('flag.return')}
            </ActionButton>
          </ActionRow>
        )}
      </Stack>
      {thing !== undefined && <FlagPanel key={thing} room={room} id={thing} />}
    </>
  );
}

function FlagList(props: {
  readonly room: RoomPlace;
  readonly flags: readonly Flag[];
  readonly labelledBy: string;
}): ReactNode {
  const note = useNote();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy={props.labelledBy}
      items={props.flags.map((flag) => ({
        key: flag.id,
        sign: <Icon name={flag.mutedUntil === undefined ? 'pennant' : 'clock'} />,
        text: (
          <span id={`row-${flag.id}`} tabIndex={-1}>
            <Link href={props.room.href(flag.id)} replace>
              {format.text(flag.sentence.text)}
            </Link>
          </span>
        ),
        ...note(flag),
        when: t('flag.since', { date: format.date(flag.since) }),
      }))}
    />
  );
}

/** What was done about a flag already, in one line. */
const useNote = (): ((flag: Flag) => { readonly note?: string }) => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (flag) => {
    if (flag.mutedUntil !== undefined) {
      const reason = textOf(
        flag.entries.findLast((held) => held.state.act === 'muted')?.state.words ?? undefined,
      );
      const said = reason === undefined ? '' : format.text(reason);
      return { note: t('flag.muted-until', { date: format.date(flag.mutedUntil), reason: said }) };
    }
    if (flag.onAgenda === undefined) return {};
    const title = titleOf(meeting, recordIn(view, 'meeting', flag.onAgenda), locale);
    return { note: t('flag.on-agenda', { meeting: format.text(title ?? t('record.not-visible')) }) };
  };
};
