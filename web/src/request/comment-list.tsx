import { actorName } from '@tablee/domain/modules/actor';
import { type Comment, commentsOn } from '@tablee/domain/modules/request';
import type { ReactNode } from 'react';
import { Text, useFormat, useLocale } from '../locale/use-text.tsx';
import { usePeople, useView } from '../sync/use-space.ts';
import { SentenceList } from '../ui/sentence-list.tsx';
import { StandingWords } from '../wording/standing-words.tsx';

/** The comments on a text, with who gave them, in what standing and on which version; nothing while there are none. */
export function CommentList({ subject }: { readonly subject: string }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const comments = commentsOn(view, subject);
  if (comments.length === 0) return null;
  const who = ({ person, organisation }: Comment): string =>
    [person === null ? undefined : people.find(person)?.name, actorName(view, organisation ?? undefined)]
      .filter((part) => part !== undefined)
      .join(', ') || t('record.somebody');
  return (
    <SentenceList
      form="plain"
      label={t('request.comments')}
      items={comments.map((comment) => ({
        key: comment.id,
        text: format.text(comment.words),
        when: format.date(comment.at.slice(0, 10)),
        note: (
          <>
            <Text
              id="request.comment-by"
              values={{ who: who(comment), standing: <StandingWords held={comment} /> }}
            />{' '}
            {[
              ...(comment.version === null ? [] : [t('request.comment-version', { n: comment.version })]),
              t(`request.by.${comment.channel}`),
              ...(comment.confirmed ? [] : [t('request.unconfirmed')]),
            ].join(' ')}
          </>
        ),
      }))}
    />
  );
}
