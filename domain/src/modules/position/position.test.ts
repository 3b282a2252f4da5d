import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { editionId } from '../document/index.ts';
import { partnership } from '../index.ts';
import { isPutForward, positionedTexts, positionsHeld, textAbout } from './index.ts';

const LINE = editionId('v1');
const fr = (text: string) => ({ lang: 'fr', text });

/** A problem, a charter in two versions and a decision, on each of which the utility has said something. */
const said = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  table.act('ada', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
  for (const id of ['v1', 'v2']) table.add('ada', 'document', id, { title: fr(`Charte ${id}`) });
  table.act('ada', 'edition.open', LINE, { document: 'v1' });
  table.act('ada', 'edition.ask', LINE, { document: 'v1', until: '2026-02-01' });
  table.act('ada', 'decision.open', 'd1', {
    question: 'Ouvrir trois bornes ?',
    deadline: { instant: '2026-02-01T18:00:00.000Z', zone: 'Africa/Lusaka' },
    organisations: [{ organisation: 'utility', sector: 'state' }],
  });
  const given = { organisation: 'utility', stance: 'agree', standing: 'inClearance' };
  table.act('ben', 'wording.take', 'problem1', { ...given, version: 1 });
  table.act('ben', 'edition.take', LINE, { ...given, version: 1 });
  table.act('ben', 'decision.take', 'd1', { ...given, channel: 'app' });
  table.act('ada', 'edition.place', LINE, { document: 'v2', from: 'v1' });
  return table;
};

const held = (table: Table) => positionsHeld(table.view(), { now: table.now, lang: 'fr' });

describe('positions', () => {
  it('POS-1 are listed whatever they are on, with what opens to read them', () => {
    expect(held(said()).map(({ noun, subject, title, status }) => [noun, subject, title, status])).toEqual([
      ['wording', 'problem1', 'L’eau rend malade', 'open'],
      ['edition', 'v1', 'Charte v1', 'open'],
      ['decision', 'd1', 'Ouvrir trois bornes ?', 'open'],
    ]);
    expect(textAbout(said().view(), 'v2')).toMatchObject({ id: LINE, noun: 'edition' });
    expect(textAbout(said().view(), 'd1')).toBeUndefined();
  });

  it('POS-2 are asked for on a document once its latest version is more than a draft', () => {
    const table = said();
    const asked = () =>
      positionedTexts(table.view())
        .filter(isPutForward)
        .map(({ id }) => id);
    expect(asked()).toEqual(['problem1']);
    table.act('ada', 'edition.enforce', LINE, { document: 'v2' });
    expect(asked()).toEqual(['problem1', LINE]);
  });

  it('POS-3 on a version that was taken back wait for nobody', () => {
    const table = said();
    table.act('ada', 'edition.withdraw', LINE, { document: 'v1' });
    expect(held(table).find(({ noun }) => noun === 'edition')?.status).toBe('withdrawn');
  });
});
