import writeXlsxFile from 'write-excel-file/universal';
import { guarded } from './delimited.ts';

/** Signs that the name of a sheet cannot hold, and its longest length. */
const NOT_IN_NAME = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;
/** The longest text of one cell. */
const LONGEST_CELL = 32_767;

/**
 * A list as a workbook of one sheet: the first line in bold, every cell as text in the order given, so that it reads
 * back as it was. No cell can run as a formula: text cells never do, and what looks like one carries an apostrophe in
 * case the sheet is saved as CSV later.
 */
export const workbookFile = (name: string, lines: readonly (readonly string[])[]): Promise<Blob> =>
  writeXlsxFile(
    lines.map((cells, line) =>
      cells.map((cell) =>
        cell === ''
          ? null
          : {
              value: guarded(cell).slice(0, LONGEST_CELL),
              type: String,
              ...(line === 0 ? { fontWeight: 'bold' as const } : {}),
            },
      ),
    ),
    { sheet: name.replace(NOT_IN_NAME, ' ').slice(0, LONGEST_NAME), stickyRowsCount: 1 },
  ).toBlob();
