/** Every record type as a table, a sheet, a search text and a schema: one loop over its declaration. */
export * from './brought.ts';
export * from './cell.ts';
export * from './column.ts';
export * from './day-cell.ts';
export * from './describe.ts';
export * from './table.ts';
