import { actor } from '@tablee/domain/modules/actor';
import { commitment } from '@tablee/domain/modules/commitment';
import { guessColumns } from '@tablee/domain/modules/register';
import { describe, expect, it } from 'vitest';
import { chunksOf, incomingRows } from './incoming.ts';

const style = { lang: 'fr', idOf: () => undefined } as const;

describe('rows before they go in', () => {
  it('guesses columns in either language and names every wrong box with its line', () => {
    const rows = [
      ['Nom', 'Sector', 'Inconnu'],
      ['Mairie', 'état', 'x'],
      ['Comité', 'cheval', 'y'],
    ];
    const columns = guessColumns(actor, rows[0] ?? []);
    expect(columns.map((column) => column?.key)).toEqual(['name', 'sector', undefined]);
    const read = incomingRows(rows, { declaration: actor, columns, style, hasHead: true }, new Set());
    expect(read.map(({ line, problems }) => [line, problems])).toEqual([
      [2, []],
      [3, [{ column: 'sector', expected: 'oneOf' }]],
    ]);
  });

  it('marks a name that is already here, or that stands twice in the paste', () => {
    const rows = [['Mairie'], ['Comité'], ['comite']];
    const columns = guessColumns(actor, ['Nom']);
    const read = incomingRows(
      rows,
      { declaration: actor, columns, style, hasHead: false },
      new Set(['mairie']),
    );
    expect(read.map((row) => row.known)).toEqual([true, false, true]);
  });

  it('refuses a reference to a name that nobody bears', () => {
    const columns = guessColumns(commitment, ['Quoi', 'Qui le doit']);
    const [row] = incomingRows(
      [['Envoyer', 'Inconnue']],
      { declaration: commitment, columns, style, hasHead: false },
      new Set(),
    );
    expect(row?.problems).toEqual([{ column: 'owner', expected: 'knownName' }]);
  });

  it('cuts rows into commands of at most 100 rows and 300,000 signs', () => {
    const rows = (count: number, text: string) =>
      Array.from({ length: count }, (_, index) => ({ entity: `e${index}`, slots: { name: text } }));
    expect(chunksOf(rows(401, 'a')).map((chunk) => chunk.length)).toEqual([100, 100, 100, 100, 1]);
    const long = chunksOf(rows(10, 'a'.repeat(90_000)));
    expect(long.every((chunk) => JSON.stringify(chunk).length < 310_000)).toBe(true);
    expect(long.flat()).toHaveLength(10);
    expect(chunksOf([])).toEqual([]);
  });
});
