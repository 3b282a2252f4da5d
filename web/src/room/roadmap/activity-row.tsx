import { elementsOf, optionWords, titleOf, valueOf } from '@tablee/domain/kernel';
import { type ActivityLine, activity, type Rating } from '@tablee/domain/modules/activity';
import { actorName } from '@tablee/domain/modules/actor';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView, useYou } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { type Rating as Mark, RatingStroke } from '#ui/rating-mark.tsx';
import type { Sentence } from '#ui/sentence-list.tsx';

/** The stroke of a rating. */
export const MARK: { readonly [rating in Rating]: Mark } = {
  onTrack: 'on-track',
  atRisk: 'at-risk',
  offTrack: 'off-track',
  notRated: 'not-rated',
};

/** An activity as a sentence: what, who answers for it, with whom, by when, how far; what is late says by how much. */
export const useActivityRow = (room: RoomPlace): ((line: ActivityLine) => Sentence) => {
  const view = useView();
  const you = useYou();
  const { t, locale } = useLocale();
  const format = useFormat();
  const title = (id: string): string => {
    const entity = view.get(id);
    return format.text((entity && titleOf(activity, entity, locale)) ?? t('record.untitled'));
  };
  return (line) => {
    const { entity } = line;
    const accountable = actorName(view, line.accountable);
    const involved = elementsOf(entity, 'involved').flatMap((id) => actorName(view, id) ?? []);
    // As precise as it was said: a month stays a month.
    const end = valueOf(activity, entity, 'end');
    const mine = line.accountable !== undefined && line.accountable === you?.organisation;
    const notes = [
      accountable === undefined ? t('roadmap.orphan') : format.text(accountable),
      ...(involved.length > 0 ? [t('roadmap.with', { names: format.text(involved.join(', ')) })] : []),
      ...(end === undefined ? [] : [t('roadmap.until', { date: format.date(end) })]),
      ...(line.daysLate > 0 ? [t('roadmap.late', { n: line.daysLate })] : []),
      ...(line.waitsFor.length > 0
        ? [t('roadmap.waits', { names: line.waitsFor.map(title).join(', ') })]
        : []),
    ];
    return {
      key: entity.id,
      sign: <RatingStroke rating={MARK[line.rating]} />,
      text: (
        <span id={`row-${entity.id}`} tabIndex={-1}>
          <Link href={room.href(entity.id)} replace>
            {title(entity.id)}
          </Link>
          {mine && ` (${t('roadmap.mine')})`}
        </span>
      ),
      note: notes.join(' · '),
      when: [
        format.text(optionWords(activity.fields.progress, line.progress)[locale]),
        ...(line.rating === 'notRated' ? [] : [t(`ui.rating.${MARK[line.rating]}`)]),
      ].join(', '),
    };
  };
};
