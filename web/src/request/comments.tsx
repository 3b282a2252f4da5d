import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ForWriters } from '../ui/for-writers.tsx';
import { Section } from '../ui/sentence-list.tsx';
import { AskByLink } from './ask-by-link.tsx';
import { CommentList } from './comment-list.tsx';
import { RequestList } from './request-list.tsx';

/** What people said of a text, and the way to ask somebody for a comment. */
export function Comments(props: {
  readonly subject: string;
  readonly version?: number;
  readonly circle: string;
}): ReactNode {
  const t = useText();
  return (
    <Section title={t('request.comments')} id="comments">
      <CommentList subject={props.subject} />
      <ForWriters>
        <AskByLink kind="comment" {...props} label={t('request.ask-comment')} bare />
        <RequestList subject={props.subject} kind="comment" unanswered />
      </ForWriters>
    </Section>
  );
}
