import type { RecordEntity } from '@tablee/domain/kernel';
import { attendanceSheet, photosOf } from '@tablee/domain/modules/meeting';
import { attendanceRun, enterSheet, findSheet, meetingOfRun, sheetCode } from '@tablee/domain/modules/paper';
import { type ReactNode, useRef, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { AddPhoto } from './add-photo.tsx';
import css from './meetings.module.css';
import { Picture } from './photos-view.tsx';
import { PresentEntry } from './present-entry.tsx';
import { Roll } from './roll.tsx';

/**
 * The signed sheet, typed down its list beside its photo: one key per name, then those who came unannounced. Each key is
 * kept at once, without network; a sheet that was typed in before says so, and is corrected instead of doubled.
 */
export function RollView({
  entity,
  code,
}: {
  readonly entity: RecordEntity;
  /** As it stands on the sheet; empty where somebody came by the meeting. */
  readonly code: string;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [correcting, setCorrecting] = useState(false);
  const walkIn = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const run = attendanceRun(view, entity.id);
  const typed = code === '' && run !== undefined ? sheetCode(run.state.prefix, 1) : code;
  const found = typed === '' ? undefined : findSheet(view, typed);
  const isOther = found !== undefined && (!found.ok || meetingOfRun(found.run.state) !== entity.id);
  const sheet = found?.ok === true && !isOther ? found : undefined;
  const back = `${addressOf(store.space, 'meetings', entity.id)}?view=attendance`;
  const photos = photosOf(view, entity.id).filter((photo) => photo.kind === 'attendance');
  const finish = async (): Promise<void> => {
    if (sheet !== undefined) await act.issueAll(enterSheet(store.getView(), sheet, { answers: [] }, act));
    setCorrecting(false);
  };
  return (
    <Section title={t('meeting.roll')} id="roll">
      {isOther && <p role="status">{t('meeting.roll-unknown', { code: typed })}</p>}
      {sheet?.entered !== undefined && !correcting ? (
        <Held
          entity={entity}
          code={sheet.code}
          {...sheet.entered}
          back={back}
          onCorrect={() => setCorrecting(true)}
        />
      ) : (
        <div className={css['beside']}>
          <div>
            {photos.map((photo) => (
              <Picture key={photo.id} photo={photo} alt={t('meeting.present-photo')} />
            ))}
            <AddPhoto entity={entity} kind="attendance" label={t('meeting.present-add')} />
          </div>
          <ForWriters>
            <div className={css['stack']}>
              <Roll entity={entity} onEnd={() => walkIn.current?.querySelector('input')?.focus()} />
              <div ref={walkIn}>
                <PresentEntry
                  entity={entity}
                  onEnd={() => end.current?.querySelector<HTMLElement>('button, a')?.focus()}
                />
              </div>
              <div ref={end}>
                <ActionRow>
                  {sheet === undefined ? (
                    <ActionButton href={back}>{t('meeting.roll-back')}</ActionButton>
                  ) : (
                    <ActionButton kind="primary" onPress={() => void finish()}>
                      {t('meeting.roll-done')}
                    </ActionButton>
                  )}
                </ActionRow>
              </div>
            </div>
          </ForWriters>
        </div>
      )}
    </Section>
  );
}

function Held(props: {
  readonly entity: RecordEntity;
  readonly code: string;
  readonly by: string;
  readonly at: string;
  readonly back: string;
  readonly onCorrect: () => void;
}): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const { present, lines } = attendanceSheet(view, props.entity.id);
  const by = people.find(props.by)?.name ?? t('record.somebody');
  return (
    <div role="status">
      <p>
        <strong>{t('meeting.roll-held', { code: props.code, by, when: format.moment(props.at) })}</strong>
      </p>
      <p>{t('meeting.present-count', { present, all: lines.length })}</p>
      <ActionRow>
        <ActionButton kind="primary" href={props.back}>
          {t('meeting.roll-back')}
        </ActionButton>
        <ForWriters>
          <ActionButton onPress={props.onCorrect}>{t('paper.correct')}</ActionButton>
        </ForWriters>
      </ActionRow>
    </div>
  );
}
