import { textOf } from '@tablee/domain/kernel';
import { AGREED_HOW, fileIn, STATEMENT_KIND, type Statement, statements } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { STANDING_SIGN } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { FileLink } from '../file/file-link.tsx';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useCircles } from '../register/use-circles.ts';
import { useAct, useOpenSpace, useView, useYou } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Prose } from '../ui/prose.tsx';
import { type Sentence, SentenceList } from '../ui/sentence-list.tsx';
import { Sign } from '../wording/standing-words.tsx';

/** What groups said, with the name they chose and how they agreed; with `about`, on that decision or text alone. */
export function StatementList(props: { readonly about?: string; readonly labelledBy: string }): ReactNode {
  const view = useView();
  const row = useRow();
  const found = statements(view, props.about);
  return <SentenceList labelledBy={props.labelledBy} items={found.map(row)} />;
}

const useRow = (): ((held: Running<Statement>) => Sentence) => {
  const act = useAct();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  return (held) => {
    const { id, circle, state } = held;
    const mayWithdraw = state.by === you?.person && state.withdrawn === null;
    const group = textOf(state.group ?? undefined) ?? t('group.nameless');
    const title = textOf(state.title ?? undefined) ?? t('group.erased');
    return {
      key: id,
      text: (
        <>
          <strong>{format.text(group)}</strong> · {format.text(title)}
        </>
      ),
      note: <Source held={held} />,
      state: <Content state={state} title={title} />,
      when: format.date(state.at.slice(0, 10)),
      action: mayWithdraw && (
        <ActionButton
          kind="quiet"
          onPress={() => void act.command('statement.withdraw', { entity: id, circle }, {})}
        >
          {t('group.withdraw')}
        </ActionButton>
      ),
    };
  };
};

/** What it is, how the group agreed on it, who published it and for whom. */
function Source({ held: { circle, state } }: { readonly held: Running<Statement> }): ReactNode {
  const { store } = useOpenSpace();
  const circles = useCircles();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { confirmed } = state;
  const by = store.person(state.by)?.name ?? t('record.somebody');
  return (
    <>
      {format.text(STATEMENT_KIND[state.kind][locale])}
      {confirmed && (
        <>
          {' · '}
          <Sign>{STANDING_SIGN.confirmed}</Sign>
          {t('group.confirmed-how', {
            how: format.text(AGREED_HOW[confirmed.how][locale]).toLowerCase(),
            date: format.date(confirmed.on),
          })}
        </>
      )}
      {' · '}
      {t('group.published-by', { by })}
      {circle !== 'partners' && ` · ${circles.find((each) => each.id === circle)?.label ?? ''}`}
    </>
  );
}

/** That it was withdrawn, where it was; its text to unfold; its file. */
function Content({ state, title }: { readonly state: Statement; readonly title: string }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const file = fileIn(state.file);
  const text = textOf(state.text ?? undefined);
  return (
    <>
      {state.withdrawn !== null && (
        <p role="note">{t('group.withdrawn-on', { date: format.date(state.withdrawn.at.slice(0, 10)) })}</p>
      )}
      {text !== undefined && text !== title && (
        <details>
          <summary>{t('group.read')}</summary>
          <Prose text={text} lang={state.lang} shared />
        </details>
      )}
      {file && <FileLink file={file} />}
    </>
  );
}
