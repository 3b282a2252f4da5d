import { news, newsItems, publicCandidates, publicView } from '@tablee/domain/modules/publication';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { NewsView } from './news-view.tsx';
import { PublicPageView } from './public-page-view.tsx';
import { heldPage } from './use-draft.ts';

/** What we tell the world: the public page as others read it, and the news; nothing goes out by itself. */
export default function ReportingPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('reporting');
  const readers = useReaders('public');
  const keeper = useKeeper();
  const opening = useOpening();
  const [adding, setAdding] = useState(false);
  const current = adding ? 'news' : viewOf(room, ['page', 'news']);
  return (
    <>
      <PageHead
        title={t('reporting.title')}
        opening={opening}
        readers={readers}
        action={
          keeper && !adding ? (
            <ActionButton kind="primary" onPress={() => setAdding(true)}>
              {t('reporting.publish-news')}
            </ActionButton>
          ) : undefined
        }
      />
      {!adding && (
        <RoomTabs
          label={t('reporting.views')}
          room={room}
          current={current}
          views={[
            { id: 'page', label: t('reporting.view-page') },
            { id: 'news', label: t('reporting.view-news') },
          ]}
        />
      )}
      {current === 'page' ? (
        <PublicPageView />
      ) : (
        <NewsView room={room} adding={adding} onAdded={() => setAdding(false)} />
      )}
      {thing !== undefined && <ThingPanel room={room} declaration={news} thing={thing} />}
    </>
  );
}

const useOpening = (): string => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const count = newsItems(view).length;
  const shown = publicView(view, locale);
  if (shown === undefined)
    return count === 0 ? t('reporting.opening-none') : t('reporting.opening-news', { news: count });
  const date = format.date(shown.publishedAt.slice(0, 10));
  const sources = new Set(heldPage(view)?.state.items.map((item) => item.source));
  const changed = publicCandidates(view, locale).filter(
    (candidate) => sources.has(candidate.source) && !candidate.shown,
  ).length;
  return changed > 0
    ? t('reporting.opening-changed', { date, n: changed })
    : t('reporting.opening', { date, news: count });
};
