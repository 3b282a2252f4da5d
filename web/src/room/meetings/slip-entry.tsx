import type { RecordEntity } from '@tablee/domain/kernel';
import { type AttendanceLine, rowOfSlip } from '@tablee/domain/modules/meeting';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import { TextField } from '#ui/text-field.tsx';
import { AnswerForm, useName } from './attendance-row.tsx';

/** A reply slip that came back: its code finds the row, the cross is noted. */
export function SlipEntry({
  entity,
  lines,
}: {
  readonly entity: RecordEntity;
  readonly lines: readonly AttendanceLine[];
}): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useName();
  const [code, setCode] = useState('');
  const held = rowOfSlip(view, entity.id, code);
  const line = lines.find((each) => each.id === held?.id);
  return (
    <details>
      <summary>{t('meeting.slip')}</summary>
      <TextField
        label={t('meeting.slip-code')}
        hint={t('meeting.slip-hint')}
        value={code}
        onChange={setCode}
        size={12}
        maxLength={20}
        spellCheck={false}
      />
      {code.replace(/[^\w]/g, '').length >= 8 && line === undefined && (
        <p role="status">{t('meeting.slip-unknown')}</p>
      )}
      {held !== undefined && line !== undefined && (
        <>
          <p>
            <strong>
              {format.text(
                [line.organisationName, nameOf(line)].filter((part) => part !== undefined).join(', '),
              )}
            </strong>
          </p>
          <AnswerForm entity={entity} line={line} held={held} onDone={() => setCode('')} />
        </>
      )}
    </details>
  );
}
