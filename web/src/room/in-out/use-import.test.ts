import { partnership } from '@tablee/domain/modules';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { isUntouched } from './use-import.ts';

describe('undoing an import', () => {
  it('takes back only what nobody has changed since', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    table.add('ada', 'actor', 'mairie', { name: 'Mairie', sector: 'state' });
    const added = table.view().get('mairie');
    if (added?.kind !== 'record') throw new Error('the record was not added');
    expect(isUntouched(added)).toBe(true);
    table.change('ada', 'actor', 'mairie', { name: 'Commune' });
    const changed = table.view().get('mairie');
    if (changed?.kind !== 'record') throw new Error('the record went');
    expect(isUntouched(changed)).toBe(false);
  });
});
