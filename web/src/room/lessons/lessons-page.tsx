import { optionWords, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import { lesson, lessonsFor } from '@tablee/domain/modules/lesson';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { FieldText } from '#register/show-value.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Prose } from '#ui/prose.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './lessons.module.css';

/** What we would tell the next ones: one sentence first, then what happened, what we advise, and whom to tell. */
export default function LessonsPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const room = useRoom('lessons');
  const readers = useReaders('partners');
  const [adding, setAdding] = useState(false);
  const all = lessonsFor(view, 'us');
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('lesson.add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('lesson.title')}
        opening={
          all.length === 0
            ? t('lesson.opening-none')
            : t('lesson.opening', { n: all.length, shared: lessonsFor(view, 'partnerships').length })
        }
        readers={readers}
        action={adding || all.length === 0 ? undefined : add}
      />
      {adding && (
        <RecordForm
          declaration={lesson}
          fields={['statement', 'forWhom']}
          submit={t('lesson.add')}
          onDone={(id) => {
            setAdding(false);
            room.open(id);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {all.length === 0 && !adding && <EmptyState action={add}>{t('lesson.empty')}</EmptyState>}
      {all.map((entity) => (
        <LessonText key={entity.id} entity={entity} room={room} />
      ))}
      {thing !== undefined && <ThingPanel room={room} declaration={lesson} thing={thing} />}
    </>
  );
}

function LessonText({
  entity,
  room,
}: {
  readonly entity: RecordEntity;
  readonly room: RoomPlace;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const statement = textIn(entity, 'statement', locale);
  const forWhom = valueOf(lesson, entity, 'forWhom') ?? 'us';
  const who = format.text(optionWords(lesson.fields.forWhom, forWhom)[locale]).toLowerCase();
  const parts = (['happened', 'advice'] as const).filter(
    (part) => textIn(entity, part, locale) !== undefined,
  );
  return (
    <article className={css['lesson']}>
      {statement && <Prose text={statement.text} lang={statement.lang} shared lead />}
      {parts.map((part) => (
        <section key={part}>
          <h2>{t(`lesson.${part}`)}</h2>
          <FieldText entity={entity} field={part} />
        </section>
      ))}
      <Note>{t('lesson.for-whom', { who })}</Note>
      <p id={`row-${entity.id}`} tabIndex={-1}>
        <Link href={room.href(entity.id)} replace>
          {t('lesson.complete')}
        </Link>
      </p>
    </article>
  );
}
