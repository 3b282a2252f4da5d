import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Column, DataTable } from './data-table.tsx';

/** As much of a page as drawing into it takes: there is no browser here, and only the drawing is looked at. */
class Place {
  readonly nodeType = 1;
  readonly childNodes: Place[] = [];
  parentNode: Place | null = null;
  readonly localName: string;
  constructor(name: string) {
    this.localName = name;
  }
  get firstChild(): Place | undefined {
    return this.childNodes[0];
  }
  get nextSibling(): Place | undefined {
    const beside = this.parentNode?.childNodes ?? [];
    return beside[beside.indexOf(this) + 1];
  }
  insertBefore(child: Place, before: Place | null): void {
    child.parentNode?.removeChild(child);
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
  }
  removeChild(child: Place): void {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
  }
  setAttribute(): void {}
  removeAttribute(): void {}
  addEventListener(): void {}
}

beforeEach(() => {
  const make = (name: string): Place => new Place(name);
  vi.stubGlobal('document', {
    createElement: make,
    createElementNS: (_: string, name: string) => make(name),
    createTextNode: () => make('#text'),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('draws the cells of a row once, whatever is selected, until the row is another', () => {
  const cell = vi.fn<(row: { readonly id: string }) => string>((row) => row.id);
  const columns: readonly Column<{ readonly id: string }>[] = [{ key: 'id', head: 'Name', cell }];
  const rows = Array.from({ length: 50 }, (_, index) => ({ id: `r${index}` }));
  const page = createRoot(document.createElement('main'));
  const draw = (shown: typeof rows, selected?: string): void =>
    page.render(
      <DataTable caption="All" columns={columns} rows={shown} rowKey={({ id }) => id} selected={selected} />,
    );
  draw(rows);
  expect(cell).toHaveBeenCalledTimes(50);
  draw(rows, 'r7');
  draw(rows, 'r8');
  expect(cell).toHaveBeenCalledTimes(50);
  draw([...rows.slice(0, 49), { id: 'r49' }], 'r8');
  expect(cell).toHaveBeenCalledTimes(51);
});
