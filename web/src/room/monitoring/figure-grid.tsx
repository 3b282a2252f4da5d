import { valueOf } from '@tablee/domain/kernel';
import { type Cell, currentOf, figureGrid, type GridLine } from '@tablee/domain/modules/figure';
import { rhythmOf } from '@tablee/domain/modules/reading';
import { indicator, RHYTHMS, type Rhythm } from '@tablee/domain/modules/result';
import { readDecimal } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { EntryGrid, type GridCell } from '#ui/entry-grid.tsx';
import { useMyOrganisations } from '#wording/use-organisations.ts';
import { unitOf, useFigureWords } from './use-figures.ts';

/** Periods that a grid shows at once, the latest last. */
const SHOWN_PERIODS = 6;

const rhythmOfLine = (line: GridLine): Rhythm => {
  const period = line.cells[0]?.period;
  return valueOf(indicator, line.indicator, 'rhythm') ?? (period === undefined ? 'year' : rhythmOf(period));
};

/** Period × organisation, one table per rhythm: an open box takes a value, a given one is text. */
export function FigureGrid(): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const [fault, setFault] = useState<string>();
  const lines = figureGrid(view, { today: today() }).filter((line) => line.cells.length > 0);
  return (
    <Stack>
      {fault !== undefined && <p role="alert">{fault}</p>}
      {RHYTHMS.map((rhythm) => {
        const own = lines.filter((line) => rhythmOfLine(line) === rhythm);
        return own.length === 0 ? null : (
          <RhythmGrid key={rhythm} rhythm={rhythm} lines={own} onFault={setFault} />
        );
      })}
      <Note>{t('figure.zero')}</Note>
    </Stack>
  );
}

function RhythmGrid(props: {
  readonly rhythm: Rhythm;
  readonly lines: readonly GridLine[];
  readonly onFault: (fault: string | undefined) => void;
}): ReactNode {
  const { lines, rhythm } = props;
  const act = useAct();
  const settle = useSettle();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const words = useFigureWords();
  const mine = useMyOrganisations();
  const periods = [...new Set(lines.flatMap((line) => line.cells.map((cell) => cell.period)))]
    .sort()
    .slice(-SHOWN_PERIODS);
  const keyOf = (line: GridLine): string => `${line.indicator.id}-${line.organisation}`;
  const head = (line: GridLine): string =>
    t('figure.grid-row', {
      indicator: words.indicator(line.indicator.id),
      organisation: words.organisation(line.organisation),
    });
  const waits = (id: string): boolean =>
    store.waiting.some((row) => row.command.entity === id && !row.answer);
  const cellOf = (line: GridLine, cell: Cell): GridCell => {
    const held = cell.figures[0];
    const current = held && currentOf(held.state);
    if (held !== undefined && current !== undefined) {
      const said = words.value(current);
      const state = waits(held.id)
        ? t('ui.grid.waiting')
        : t(`figure.status-${held.state.status}`).toLowerCase();
      return { value: `${said} (${state})`, fixed: true };
    }
    if (!mine.some((each) => each.value === line.organisation))
      return { value: t(cell.state === 'missing' ? 'ui.grid.missing' : 'figure.cell-waits'), fixed: true };
    return { value: '', ...(cell.state === 'missing' ? { state: 'missing' as const } : {}) };
  };
  const save = (key: string, period: string, text: string): void => {
    const line = lines.find((each) => keyOf(each) === key);
    if (line === undefined || text.trim() === '') return;
    const read = readDecimal(text, locale, 10);
    if (!read.ok) {
      props.onFault(t('figure.unreadable', { text, where: `${head(line)}, ${words.period(period)}` }));
      return;
    }
    props.onFault(undefined);
    void act.command(
      'figure.record',
      { entity: act.newId(), circle: line.indicator.circle },
      {
        indicator: line.indicator.id,
        organisation: line.organisation,
        period,
        value: read.decimal,
        unit: unitOf(line.indicator),
        channel: 'app',
      },
    );
    void settle('figure', line.indicator.id, line.organisation);
  };
  return (
    <EntryGrid
      caption={t(`figure.grid-${rhythm}`)}
      columns={periods.map((period) => ({ key: period, head: words.period(period) }))}
      rows={lines.map((line) => ({
        key: keyOf(line),
        head: head(line),
        cells: Object.fromEntries(line.cells.map((cell) => [cell.period, cellOf(line, cell)])),
      }))}
      onSave={save}
    />
  );
}
