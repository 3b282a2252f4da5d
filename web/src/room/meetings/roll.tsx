import type { RecordEntity } from '@tablee/domain/kernel';
import {
  type AttendanceLine,
  attendanceSheet,
  deputyRowOf,
  markLine,
  markOf,
  ROLL_MARK,
  type RollGroup,
  type RollMark,
  rollOf,
  sendDeputy,
} from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { goToNextStep } from '#paper/sheet-fields.tsx';
import { useHeardKeys } from '#paper/use-heard-keys.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLineName, useName } from './attendance-row.tsx';
import css from './meetings.module.css';

const MARKS = ['present', 'absent', 'deputy'] as const satisfies readonly RollMark[];

/** The list as it is printed, group by group: 1 present, 2 absent, 3 somebody in their place, Enter for the next name. */
export function Roll({
  entity,
  onEnd,
}: {
  readonly entity: RecordEntity;
  /** After the last name. */
  readonly onEnd: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const frame = useRef<HTMLFormElement>(null);
  const [naming, setNaming] = useState<string>();
  const { lines } = attendanceSheet(view, entity.id);
  const say = (line: AttendanceLine, mark: RollMark): void => {
    flushSync(() => setNaming(mark === 'deputy' ? line.id : undefined));
    void act.issueAll(markLine(store.getView(), line, mark, act));
  };
  const goOn = (from: EventTarget): void => {
    if (!goToNextStep(frame.current, from)) onEnd();
  };
  useHeardKeys(frame, (event) => {
    const step = event.target instanceof Element ? event.target.closest('[data-step]') : null;
    const line = lines.find(({ id }) => id === step?.getAttribute('data-step'));
    const mark = MARKS[Number(event.key) - 1];
    if (event.target === null || line === undefined || mark === undefined) return;
    event.preventDefault();
    say(line, mark);
    goOn(event.target);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (document.activeElement !== null) goOn(document.activeElement);
  };
  return (
    <form ref={frame} onSubmit={submit} aria-label={t('meeting.roll')}>
      <p className="note">{t('meeting.roll-keys')}</p>
      {rollOf(lines).map((group) => (
        <Group key={group.sector ?? ''} group={group} naming={naming} onSay={say} />
      ))}
    </form>
  );
}

function Group(props: {
  readonly group: RollGroup;
  readonly naming: string | undefined;
  readonly onSay: (line: AttendanceLine, mark: RollMark) => void;
}): ReactNode {
  const { sector, rows } = props.group;
  const view = useView();
  const { t } = useLocale();
  const open = rows.map(({ line }) => line).filter((line) => markOf(view, line) === undefined);
  return (
    <section className={css['roll']}>
      <h3>{sector === undefined ? t('meeting.no-group') : <SectorLabel sector={sector} />}</h3>
      <ul>
        {rows.map(({ line, deputy }) => (
          <Line
            key={line.id}
            line={line}
            deputy={deputy}
            isNaming={props.naming === line.id}
            onSay={props.onSay}
          />
        ))}
      </ul>
      {open.length > 1 && (
        <ActionButton
          kind="quiet"
          onPress={() => {
            for (const line of open) props.onSay(line, 'present');
          }}
        >
          {t('meeting.roll-all', { n: open.length })}
        </ActionButton>
      )}
    </section>
  );
}

function Line(props: {
  readonly line: AttendanceLine;
  readonly deputy: AttendanceLine | undefined;
  /** True once somebody came in their place and may be named. */
  readonly isNaming: boolean;
  readonly onSay: (line: AttendanceLine, mark: RollMark) => void;
}): ReactNode {
  const { line, deputy } = props;
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useName();
  const lineName = useLineName();
  const deputyName = deputy && nameOf(deputy);
  const mark = markOf(view, line);
  return (
    <li>
      <div data-step={line.id} className={css['marks']}>
        <Choice
          label={lineName(line) || t('record.somebody')}
          options={MARKS.map((mark, index) => ({
            value: mark,
            label: format.text(ROLL_MARK[mark][locale]),
            sign: (
              <kbd aria-hidden="true" className={css['key']}>
                {index + 1}
              </kbd>
            ),
          }))}
          value={mark}
          onChange={(mark) => props.onSay(line, mark)}
        />
      </div>
      {mark === 'deputy' && deputyName !== undefined && (
        <p className="note">{t('meeting.roll-deputy', { name: deputyName })}</p>
      )}
      {props.isNaming && <DeputyName line={line} />}
    </li>
  );
}

/** Who came in their place, in one line; kept when the field is left. */
function DeputyName({ line }: { readonly line: AttendanceLine }): ReactNode {
  const act = useAct();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [name, setName] = useState('');
  const keep = (): void => {
    const view = store.getView();
    const row = recordIn(view, 'attendance', line.id);
    const held = row && deputyRowOf(view, row);
    if (row === undefined || name.trim() === '' || (held === undefined && line.person !== undefined)) return;
    void act.issueAll(sendDeputy(view, row, { who: { personName: name.trim() }, there: true }, act));
  };
  return (
    // The name is kept when the focus goes on, by Enter, Tab or a press elsewhere.
    <div data-step={`${line.id}.deputy`} onBlur={keep}>
      <TextField label={t('meeting.deputy-name')} value={name} onChange={setName} maxLength={300} optional />
    </div>
  );
}
