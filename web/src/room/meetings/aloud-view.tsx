import { changeRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import {
  actionsToLand,
  type CaughtLine,
  decisionList,
  landAction,
  meeting,
} from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { CatchLine } from './catch-line.tsx';
import css from './meetings.module.css';
import { PassOn } from './pass-on.tsx';

/**
 * The list of decisions in large type, read aloud before people leave: what has no owner or date comes first, since
 * it can still be settled. One press then lands the actions with their owners.
 */
export function AloudView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const list = decisionList(view, entity.id, locale);
  const toLand = actionsToLand(view, entity.id);
  const isHeld = valueOf(meeting, entity, 'state') === 'held';
  const land = async (): Promise<void> => {
    for (const line of toLand) {
      const command = landAction(view, line, act.newId(), act.ticket());
      if (command !== undefined) await act.issue(command);
    }
    if (!isHeld) await act.issue(changeRecord(act.ticket(), entity, { state: 'held' }));
  };
  if (list.decisions.length + list.actions.length === 0)
    return (
      <>
        <p>{t('meeting.aloud-empty')}</p>
        <CatchLine entity={entity} />
      </>
    );
  return (
    <div className={css['aloud']}>
      {list.unsettled.length > 0 && (
        <p className={css['settle']}>{t('meeting.aloud-unsettled', { n: list.unsettled.length })}</p>
      )}
      {list.decisions.length > 0 && <h2>{t('meeting.aloud-decided')}</h2>}
      <ol>
        {list.decisions.map((line) => (
          <AloudLine key={line.id} line={line} />
        ))}
      </ol>
      {list.actions.length > 0 && <h2>{t('meeting.aloud-actions')}</h2>}
      <ol>
        {list.actions.map((line) => (
          <AloudLine key={line.id} line={line} />
        ))}
      </ol>
      <div data-screen>
        {toLand.length > 0 || !isHeld ? (
          <ActionRow>
            <ActionButton kind="primary" onPress={() => void land()}>
              {t('meeting.land', { n: toLand.length })}
            </ActionButton>
            <ActionButton onPress={() => window.print()}>{t('meeting.print-list')}</ActionButton>
          </ActionRow>
        ) : (
          <p role="status">
            {t('meeting.landed')}{' '}
            <ActionButton kind="quiet" href={addressOf(store.space, 'commitments')}>
              {t('meeting.see-commitments')}
            </ActionButton>{' '}
            <ActionButton kind="quiet" onPress={() => window.print()}>
              {t('meeting.print-list')}
            </ActionButton>
          </p>
        )}
        <PassOn entity={entity} />
        <details>
          <summary>{t('meeting.one-more')}</summary>
          <CatchLine entity={entity} />
        </details>
      </div>
    </div>
  );
}

function AloudLine({ line }: { readonly line: CaughtLine }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const who = line.ownerName === undefined ? t('meeting.no-owner') : format.text(line.ownerName);
  const due = line.due === undefined ? t('meeting.no-due') : t('meeting.by', { date: format.date(line.due) });
  return (
    <li>
      <span lang={line.lang}>{format.text(line.text, line.lang)}</span>
      {line.kind === 'action' && (
        <span className={css['owner']}>
          {who}, {due}
        </span>
      )}
    </li>
  );
}
