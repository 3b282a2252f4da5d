import { optionWords, textIn, valueOf } from '@tablee/domain/kernel';
import { type ActivityLine, activity } from '@tablee/domain/modules/activity';
import { actorName } from '@tablee/domain/modules/actor';
import { recordIn } from '@tablee/domain/modules/reading';
import { listed } from '@tablee/domain/modules/sentence';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { RatingStroke } from '#ui/rating-mark.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { SIGN } from './rating.ts';

/** Activities as sentences: how far, how it goes in words, why, who answers for it. */
export function ActivityList(props: {
  readonly room: RoomPlace;
  readonly lines: readonly ActivityLine[];
  readonly labelledBy: string;
}): ReactNode {
  const words = useActivityWords();
  return (
    <SentenceList
      labelledBy={props.labelledBy}
      items={props.lines.map((line) => ({
        key: line.entity.id,
        sign: <RatingStroke rating={SIGN[line.rating]} />,
        text: (
          <span id={`row-${line.entity.id}`} tabIndex={-1}>
            <Link href={props.room.href(line.entity.id)} replace>
              {words.sentence(line)}
            </Link>
          </span>
        ),
        note: words.note(line),
      }))}
    />
  );
}

const useActivityWords = () => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const titleOf = (id: string): string => {
    const found = textIn(recordIn(view, 'activity', id), 'title', locale);
    return found === undefined ? t('record.untitled') : format.text(found.text, found.lang);
  };
  const sentence = (line: ActivityLine): string => {
    const title = titleOf(line.entity.id);
    const progress = format.text(optionWords(activity.fields.progress, line.progress)[locale]).toLowerCase();
    const end = valueOf(activity, line.entity, 'end');
    if (end === undefined || line.progress === 'done' || line.progress === 'stopped')
      return t('progress.row', { title, progress });
    const date = format.date(end);
    const day = end.length === 10 ? 'yes' : 'no';
    return line.daysLate > 0
      ? t('progress.row-late', { title, progress, day, date, days: line.daysLate })
      : t('progress.row-open', { title, progress, day, date });
  };
  const note = (line: ActivityLine): string => {
    const reason = textIn(line.entity, 'ratingReason', locale);
    const on = valueOf(activity, line.entity, 'ratingDate');
    const rating = t(`ui.rating.${SIGN[line.rating]}`);
    const capital = rating.charAt(0).toUpperCase() + rating.slice(1);
    const organisation = actorName(view, line.accountable);
    return [
      on === undefined
        ? t('progress.rated', { rating: capital })
        : t('progress.rated-on', { rating: capital, date: format.date(on) }),
      ...(reason === undefined ? [] : [format.text(reason.text, reason.lang)]),
      organisation === undefined ? t('progress.answers-nobody') : t('progress.answers', { organisation }),
      ...(line.waitsFor.length === 0
        ? []
        : [t('progress.waits', { names: listed(locale, line.waitsFor.map(titleOf)) })]),
    ].join(' ');
  };
  return { sentence, note };
};
