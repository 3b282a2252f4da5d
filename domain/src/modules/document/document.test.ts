import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { documents, inForce } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  const title = (text: string) => ({ lang: 'fr', text });
  made.add('ada', 'document', 'v1', { title: title('Charte 1'), standing: 'inForce', dated: '2026-01-01' });
  made.add('ada', 'document', 'v2', {
    title: title('Charte 2'),
    standing: 'inForce',
    dated: '2026-02-01',
    replaces: 'v1',
  });
  made.add('ada', 'document', 'v3', { title: title('Charte 3'), standing: 'forComment', replaces: 'v2' });
  made.add('ada', 'document', 'note', { title: title('Note') });
  return made;
};

describe('documents', () => {
  it('DOC-1 come by standing, in force first', () => {
    expect(documents(table().view(), 'fr').map((line) => [line.id, line.standing])).toEqual([
      ['v2', 'inForce'],
      ['v3', 'forComment'],
      ['note', 'draft'],
      ['v1', 'replaced'],
    ]);
  });

  it('DOC-2 lead from any version to the one in force', () => {
    const view = table().view();
    expect(['v1', 'v2', 'v3'].map((id) => inForce(view, id)?.id)).toEqual(['v2', 'v2', 'v2']);
    expect(inForce(view, 'note')).toBeUndefined();
  });
});
