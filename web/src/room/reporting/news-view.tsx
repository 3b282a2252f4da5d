import { textIn } from '@tablee/domain/kernel';
import { news, newsItems } from '@tablee/domain/modules/publication';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { FieldText } from '#register/show-value.tsx';
import { useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';

/** The news, the latest first; a new one is public from the moment it is published, and the form says so. */
export function NewsView(props: {
  readonly room: RoomPlace;
  readonly adding: boolean;
  readonly onAdded: () => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const items = newsItems(view);
  if (props.adding)
    return (
      <>
        <Note>{t('reporting.news-readers')}</Note>
        <RecordForm
          declaration={news}
          fields={['title', 'text', 'date', 'link']}
          preset={{ date: today() }}
          submit={t('reporting.publish-add')}
          onDone={props.onAdded}
          onCancel={props.onAdded}
        />
      </>
    );
  if (items.length === 0) return <EmptyState>{t('reporting.news-empty')}</EmptyState>;
  return (
    <SentenceList
      label={t('reporting.view-news')}
      items={items.map(({ entity, date }) => ({
        key: entity.id,
        text: (
          <span id={`row-${entity.id}`} tabIndex={-1}>
            <Link href={props.room.href(entity.id)} replace>
              {format.text(textIn(entity, 'title', locale)?.text ?? t('record.untitled'))}
            </Link>
          </span>
        ),
        state: <FieldText entity={entity} field="text" />,
        ...(date === undefined ? {} : { when: format.date(date) }),
      }))}
    />
  );
}
