import { guessContactColumns } from '@tablee/domain/modules/actor';
import { expect, it } from 'vitest';
import { actorRows } from './actor-sheet.ts';

it('names the columns of the list as the import of contacts reads them', () => {
  for (const lang of ['fr', 'en'] as const) {
    const rows = actorRows(lang, true);
    const { columns, hasHead } = guessContactColumns(rows);
    expect(hasHead).toBe(true);
    expect(columns).not.toContain(undefined);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(actorRows(lang, false)).toEqual([rows[0]]);
  }
});
