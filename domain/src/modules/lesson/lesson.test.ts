import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { lessonsFor } from './index.ts';

describe('lessons', () => {
  it('LESS-1 reaches no further than its authors said', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    const add = (id: string, slots: { [slot: string]: string }) =>
      table.add('ada', 'lesson', id, { statement: { lang: 'en', text: id }, ...slots });
    add('inner', {});
    add('near', { forWhom: 'partnerships' });
    add('far', { forWhom: 'everyone' });
    const reach = (wish: 'us' | 'partnerships' | 'everyone') =>
      lessonsFor(table.view(), wish).map((entity) => entity.id);
    expect(reach('us')).toEqual(['far', 'inner', 'near']);
    expect(reach('partnerships')).toEqual(['far', 'near']);
    expect(reach('everyone')).toEqual(['far']);
  });
});
