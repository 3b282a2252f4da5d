import { type RecordEntity, titleOf } from '@tablee/domain/kernel';
import { decisionList, meeting } from '@tablee/domain/modules/meeting';
import { mayBeNamed } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { useFourLines } from '#request/use-four-lines.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import css from './meetings.module.css';

/** The list of decisions on its way out at once: as a file, as four lines with a link, or whole for those without account. */
export function PassOn({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const whole = useDecisionText(entity);
  const tells = useFourLines();
  const { decisions, actions } = decisionList(view, entity.id, locale);
  const file = `${path.documents(store.space)}/decisions/${entity.id}`;
  const text = tells({
    act: t('meeting.pass-on-act'),
    subject: titleOf(meeting, entity, locale) ?? t('record.untitled'),
    facts: t('meeting.pass-on-count', { decisions: decisions.length, actions: actions.length }),
    tells: true,
    href: `${addressOf(store.space, 'meetings', entity.id)}?view=minutes`,
    circle: entity.circle,
  });
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
      </p>
      <CopyForWhatsApp text={text} />
      {/* Whoever has no account opens no link: the whole list, where not too much is said by it. */}
      {mayBeNamed(entity.circle) && <CopyForWhatsApp text={whole} label={t('meeting.pass-on-whole')} />}
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
