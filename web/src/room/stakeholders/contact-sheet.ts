import type { ContactColumns } from '@tablee/domain/modules/actor';
import type { SheetRows } from '#sheet/sheet.ts';

/** Rows of contacts on their way in. */
export interface ContactSheet extends ContactColumns {
  readonly rows: SheetRows['rows'];
}
