import { processCommand, textOf } from '@tablee/domain/kernel';
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
  const { store } = useOpenSpace();
  const act = useAct();
  const circles = useCircles();
  const you = useYou();
  const { t, locale } = useLocale();
  const format = useFormat();
  return ({ id, circle, state }) => {
    const file = fileIn(state.file);
    const text = textOf(state.text ?? undefined);
    const title = textOf(state.title ?? undefined) ?? t('group.erased');
    const kind = format.text(STATEMENT_KIND[state.kind][locale]);
    const group = format.text(textOf(state.group ?? undefined) ?? t('group.nameless'));
    const by = store.person(state.by)?.name ?? t('record.somebody');
    const { confirmed } = state;
    const agreed =
      confirmed &&
      t('group.confirmed-how', {
        how: format.text(AGREED_HOW[confirmed.how][locale]).toLowerCase(),
        date: format.date(confirmed.on),
      });
    return {
      key: id,
      text: (
        <>
          <strong>{group}</strong> · {format.text(title)}
        </>
      ),
      note: (
        <>
          {kind}
          {agreed && (
            <>
              {' · '}
              <Sign>{STANDING_SIGN.confirmed}</Sign>
              {agreed}
            </>
          )}
          {' · '}
          {t('group.published-by', { by })}
          {circle !== 'partners' && ` · ${circles.find((each) => each.id === circle)?.label ?? ''}`}
        </>
      ),
      state: (
        <>
          {state.withdrawn !== null && (
            <p role="note">
              {t('group.withdrawn-on', { date: format.date(state.withdrawn.at.slice(0, 10)) })}
            </p>
          )}
          {text !== undefined && text !== title && (
            <details>
              <summary>{t('group.read')}</summary>
              <Prose text={text} lang={state.lang} shared />
            </details>
          )}
          {file && <FileLink file={file} />}
        </>
      ),
      when: format.date(state.at.slice(0, 10)),
      ...(state.by === you?.person && state.withdrawn === null
        ? {
            action: (
              <ActionButton
                kind="quiet"
                onPress={() =>
                  void act.issue(
                    processCommand(act.ticket(), 'statement.withdraw', { entity: id, circle }, {}),
                  )
                }
              >
                {t('group.withdraw')}
              </ActionButton>
            ),
          }
        : {}),
    };
  };
};
