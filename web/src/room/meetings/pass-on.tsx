import { type RecordEntity, titleOf } from '@tablee/domain/kernel';
import { decisionList, meeting } from '@tablee/domain/modules/meeting';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { CopyText } from './handed-over.tsx';
import css from './meetings.module.css';

/** The list of decisions on its way out at once: as a file, or as a text for a messenger, which needs no network. */
export function PassOn({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const text = useDecisionText(entity);
  const [open, setOpen] = useState(false);
  const file = `${path.documents(store.space)}/decisions/${entity.id}`;
  return (
    <>
      <p className={css['links']}>
        <span>{t('meeting.pass-on')}</span>
        <a href={`${file}.docx?lang=${locale}`} download>
          DOCX
        </a>
        <a href={`${file}.pdf?lang=${locale}`} download>
          PDF
        </a>
        <ActionButton kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
          {t('meeting.pass-on-text')}
        </ActionButton>
      </p>
      {open && <CopyText text={text} />}
    </>
  );
}

/** Decisions first, then who does what by when, one line each. */
const useDecisionText = (entity: RecordEntity): string => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { decisions, actions } = decisionList(view, entity.id, locale);
  const owned = actions.map((line) => {
    const who = line.ownerName === undefined ? t('meeting.no-owner') : format.text(line.ownerName);
    const due =
      line.due === undefined ? t('meeting.no-due') : t('meeting.by', { date: format.date(line.due) });
    return `– ${format.text(line.text, line.lang)} (${who}, ${due})`;
  });
  return [
    format.text(titleOf(meeting, entity, locale) ?? t('record.untitled')),
    ...(decisions.length === 0 ? [] : [t('meeting.aloud-decided')]),
    ...decisions.map((line) => `– ${format.text(line.text, line.lang)}`),
    ...(owned.length === 0 ? [] : [t('meeting.aloud-actions')]),
    ...owned,
  ].join('\n');
};
