import type { RecordEntity } from '@tablee/domain/kernel';
import { type AttendanceLine, attendanceSheet } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useView } from '#sync/use-space.ts';
import { ForWriters } from '#ui/for-writers.tsx';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { AttendancePaper } from './attendance-paper.tsx';
import { AttendanceRow, useName } from './attendance-row.tsx';
import { ExpectForm } from './expect-form.tsx';
import css from './meetings.module.css';
import { PresentEntry } from './present-entry.tsx';
import { SlipEntry } from './slip-entry.tsx';

/** Who is expected, by group; who answered; who was there. The same sheet prints with a column for signatures. */
export function AttendanceView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const sheet = attendanceSheet(view, entity.id);
  const sectors = sheet.bySector.map((row) => row.sector);
  const nameOf = useName();
  const silent = sheet.lines
    .filter((line) => line.expected && line.answer === undefined && !line.present)
    .map((line) => line.organisationName ?? nameOf(line) ?? t('record.somebody'));
  const loose = sheet.lines.filter((line) => line.sector === undefined);
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
        {sectors.map((sector) => (
          <Group
            key={sector}
            entity={entity}
            title={<SectorLabel sector={sector} />}
            lines={sheet.lines.filter((line) => line.sector === sector)}
            all={sheet.lines}
          />
        ))}
        {loose.length > 0 && (
          <Group entity={entity} title={t('meeting.no-group')} lines={loose} all={sheet.lines} />
        )}
        <div className={css['after']}>
          <ExpectForm entity={entity} isFirst={sheet.lines.length === 0} />
        </div>
        {sheet.lines.length > 0 && <PresentEntry entity={entity} />}
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
      <AttendancePaper sheet={sheet} />
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
