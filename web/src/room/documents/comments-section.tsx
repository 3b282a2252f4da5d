import type { RecordEntity } from '@tablee/domain/kernel';
import { versionsOf } from '@tablee/domain/modules/document';
import { commentsOn } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { CommentList } from '#request/comment-list.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { TextField } from '#ui/text-field.tsx';
import { firmFrom, firmGiven, StandingField } from '#wording/standing-field.tsx';

/** What was said of this version; what was said of other versions stays with them, and says of which it is. */
export function CommentsSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const [open, setOpen] = useState(false);
  const { id, circle } = entity;
  const others = versionsOf(view, id, locale).filter(
    (version) => version.document !== id && commentsOn(view, version.document).length > 0,
  );
  return (
    <PanelSection title={t('request.comments')}>
      <CommentList subject={id} />
      {open && <CommentForm entity={entity} onDone={() => setOpen(false)} />}
      <ForWriters>
        {!open && (
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen(true)}>
              {t('document.comment')}
            </ActionButton>
          </ActionRow>
        )}
        <AskByLink kind="comment" subject={id} circle={circle} label={t('request.ask-comment')} bare />
        <RequestList subject={id} kind="comment" unanswered />
      </ForWriters>
      {others.map((version) => (
        <div key={version.document}>
          <p className="note">{t('document.on-version', { n: version.number })}</p>
          <CommentList subject={version.document} />
        </div>
      ))}
    </PanelSection>
  );
}

/** A comment of one's own, with how firm it is. */
function CommentForm(props: { readonly entity: RecordEntity; readonly onDone: () => void }): ReactNode {
  const { id, circle } = props.entity;
  const you = useYou();
  const act = useAct();
  const { t } = useLocale();
  const [words, setWords] = useState('');
  const [firm, setFirm] = useState(firmFrom());
  const submit = async (): Promise<void> => {
    const target = { entity: act.newId(), circle };
    await act.command('request.open', target, {
      kind: 'comment',
      subject: id,
      ...(you === undefined ? {} : { person: you.person }),
      ...(you?.organisation === undefined ? {} : { organisation: you.organisation }),
    });
    await act.command('request.answer', target, {
      said: { standing: firm.standing },
      channel: 'app',
      words: words.trim(),
      ...firmGiven(firm),
    });
    props.onDone();
  };
  return (
    <Form
      label={t('document.comment')}
      submit={t('document.comment-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (words.trim() === '') return [{ name: 'words', message: t('record.expected.something') }];
        await submit();
        return undefined;
      }}
    >
      <TextField
        name="words"
        label={t('document.comment')}
        rows={4}
        maxLength={5_000}
        value={words}
        onChange={setWords}
      />
      <StandingField value={firm} onChange={setFirm} />
    </Form>
  );
}
