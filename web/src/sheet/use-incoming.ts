import type { CellStyle } from '@tablee/domain/modules/register';
import { useEffect, useMemo, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import { type Incoming, namesOf, type Reading, rowReader } from './incoming.ts';
import type { Sheet } from './sheet.ts';
import { sliced } from './slice.ts';
import { useCellStyle } from './use-registers.ts';

/** The rows of a sheet as far as they are read. */
export interface IncomingRows {
  readonly rows: readonly Incoming[];
  /** False while more are being read. */
  readonly done: boolean;
}

const NONE: IncomingRows = { rows: [], done: false };

/** Reads the rows of a sheet in slices, so that the page answers meanwhile; begins anew when the sheet changes. */
export const useIncoming = (sheet: Sheet): IncomingRows => {
  const view = useView();
  const style = useCellStyle();
  const { locale } = useLocale();
  const reading = useMemo((): Reading => {
    const days = sheet.days === 'ask' ? undefined : sheet.days;
    const dated: CellStyle = days === undefined ? style : { ...style, days };
    return { declaration: sheet.declaration, columns: sheet.columns, style: dated, hasHead: sheet.hasHead };
  }, [sheet, style]);
  const [held, setHeld] = useState<IncomingRows>(NONE);
  useEffect(() => {
    const read = rowReader(reading, namesOf(view, sheet.declaration, locale));
    const rows = sheet.rows.slice(sheet.hasHead ? 1 : 0);
    const out: Incoming[] = [];
    const stop = sliced(
      rows,
      (row, index) => out.push(read(row, index)),
      (done) => setHeld({ rows: [...out], done }),
    );
    return stop;
  }, [reading, view, sheet.rows, sheet.hasHead, sheet.declaration, locale]);
  return held;
};
