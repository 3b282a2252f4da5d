import type { RecordEntity } from '@tablee/domain/kernel';
import { type AttendanceLine, attendanceSheet, rollOf } from '@tablee/domain/modules/meeting';
import { attendanceRun, sheetCode } from '@tablee/domain/modules/paper';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { useSearch } from '#ui/location.ts';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { AttendancePaper } from './attendance-paper.tsx';
import { AttendanceRow, useName } from './attendance-row.tsx';
import { ExpectForm } from './expect-form.tsx';
import css from './meetings.module.css';
import { PrintAttendance, TypeAttendance } from './print-attendance.tsx';
import { RollView } from './roll-view.tsx';
import { SlipEntry } from './slip-entry.tsx';

/** Who is expected, by group; who answered; who was there. The sheet that was signed is typed in by its code. */
export function AttendanceView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const code = new URLSearchParams(useSearch()).get('sheet');
  return code === null ? <Expected entity={entity} /> : <RollView key={code} entity={entity} code={code} />;
}

function Expected({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const sheet = attendanceSheet(view, entity.id);
  const prefix = attendanceRun(view, entity.id)?.state.prefix;
  const nameOf = useName();
  const silent = sheet.lines
    .filter((line) => line.expected && line.answer === undefined && !line.present)
    .map((line) => line.organisationName ?? nameOf(line) ?? t('record.somebody'));
  return (
    <>
      <div data-screen>
        <p>
          {sheet.lines.length === 0
            ? t('meeting.attendance-none')
            : t('meeting.attendance-count', {
                expected: sheet.expected,
                coming: sheet.coming,
                present: sheet.present,
              })}
        </p>
        {silent.length > 0 && sheet.coming > 0 && (
          <p className="note">{t('meeting.silent', { names: silent.join(', ') })}</p>
        )}
        {rollOf(sheet.lines).map(({ sector, lines }) => (
          <Group
            key={sector ?? ''}
            entity={entity}
            title={sector === undefined ? t('meeting.no-group') : <SectorLabel sector={sector} />}
            lines={lines}
            all={sheet.lines}
          />
        ))}
        <div className={css['stack']}>
          <ActionRow>
            <ExpectForm entity={entity} isFirst={sheet.lines.length === 0} />
            {sheet.lines.length > 0 && <TypeAttendance entity={entity} />}
          </ActionRow>
          {sheet.lines.length > 0 && <PrintAttendance entity={entity} />}
        </div>
        <Section title={t('meeting.asked')} id="asked">
          <AskByLink
            kind="confirmMeeting"
            subject={entity.id}
            circle={entity.circle}
            label={t('meeting.ask')}
            bare
          />
          <RequestList subject={entity.id} />
          {sheet.lines.length > 0 && (
            <ForWriters>
              <SlipEntry entity={entity} lines={sheet.lines} />
            </ForWriters>
          )}
        </Section>
      </div>
      <AttendancePaper sheet={sheet} code={prefix === undefined ? undefined : sheetCode(prefix, 1)} />
    </>
  );
}

function Group(props: {
  readonly entity: RecordEntity;
  readonly title: ReactNode;
  readonly lines: readonly AttendanceLine[];
  readonly all: readonly AttendanceLine[];
}): ReactNode {
  return (
    <section className={css['group']}>
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <AttendanceRow
            key={line.id}
            entity={props.entity}
            line={line}
            instead={props.all.find((each) => line.person !== undefined && each.deputyFor === line.person)}
          />
        ))}
      </ul>
    </section>
  );
}
