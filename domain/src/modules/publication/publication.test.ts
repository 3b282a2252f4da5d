import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { newsItems, publicCandidates, publicPage, publicView } from './index.ts';

const say = (lang: string, text: string) => ({ lang, text });

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'result', 'r1', { statement: say('fr', 'De l’eau sûre'), level: 'impact' });
  table.add('ada', 'result', 'r2', { statement: say('fr', 'Creuser'), level: 'activity' });
  table.add('ada', 'actor', 'utility', { name: 'Water utility', sector: 'state', ring: 'partner' });
  table.add('ada', 'actor', 'herders', { name: 'Herders', ring: 'partner', missing: true });
  table.add('ada', 'indicator', 'taps', { name: say('fr', 'Bornes-fontaines'), direction: 'up' });
  const figure = { indicator: 'taps', organisation: 'utility', value: '12', unit: 'taps', channel: 'app' };
  table.act('ben', 'figure.record', 'f1', { ...figure, period: '2025-Q3' });
  table.act('ada', 'figure.approve', 'f1', {});
  table.act('ben', 'figure.record', 'f2', { ...figure, value: '99', period: '2025-Q4' });
  return table;
};

const pageOf = (table: Table) => ({
  title: { fr: 'L’eau de la vallée', en: 'Valley water' },
  items: publicCandidates(table.view(), 'fr').map(({ shown: _now, ...item }) => item),
});

const publish = (table: Table) => table.act('ada', 'publicPage.publish', 'p1', pageOf(table), 'public');

describe('publication', () => {
  it('PUB-1 is published in the public circle only', () => {
    const table = setTable();
    expect(table.act('ada', 'publicPage.publish', 'p1', pageOf(table))).toBe('NotPublic');
    expect(table.act('ben', 'publicPage.publish', 'p1', pageOf(table), 'public')).toBe('NotAllowed');
    expect(publish(table)).toBe('ok');
    expect(publicView(table.view('public'), 'en')?.title).toEqual({ text: 'Valley water', lang: 'en' });
  });

  it('PUB-2 stays as it was published until somebody publishes anew', () => {
    const table = setTable();
    publish(table);
    expect(publicCandidates(table.view(), 'fr').every((item) => item.shown)).toBe(true);
    table.change('ada', 'result', 'r1', { statement: say('fr', 'De l’eau sûre partout') });
    expect(publicView(table.view('public'), 'fr')?.sections.goals[0]?.text).toBe('De l’eau sûre');
    expect(
      publicCandidates(table.view(), 'fr')
        .filter((item) => !item.shown)
        .map((item) => item.source),
    ).toEqual(['r1']);
    expect(table.act('ada', 'publicPage.renew', 'p1', pageOf(table), 'public')).toBe('ok');
    expect(publicView(table.view('public'), 'fr')?.sections.goals[0]?.text).toBe('De l’eau sûre partout');
  });

  it('PUB-3 offers what is approved and at the table, nothing else', () => {
    const table = setTable();
    table.change('ada', 'result', 'r1', { 'statement@en': say('en', 'Safe water') });
    const offered = publicCandidates(table.view(), 'fr');
    expect(offered.map((item) => [item.section, item.source, item.value])).toEqual([
      ['goals', 'r1', undefined],
      ['partners', 'utility', undefined],
      ['figures', 'taps', '12'],
    ]);
    expect(Object.keys(offered[0]?.texts ?? {})).toEqual(['fr']);
  });

  it('PUB-4 empties the page when it is taken down, and names what it copied', () => {
    const table = setTable();
    publish(table);
    const held = table.state.entities.get('p1');
    expect(held?.kind === 'process' && publicPage.copies(held.state)).toEqual(['r1', 'utility', 'taps']);
    expect(table.act('ada', 'publicPage.unpublish', 'p1', {}, 'public')).toBe('ok');
    expect(publicView(table.view('public'), 'fr')).toBeUndefined();
  });

  it('PUB-5 reads in the reader’s language, else in the one there is, with news beside it', () => {
    const table = setTable();
    publish(table);
    const add = (id: string, date: string) =>
      table.add('ada', 'news', id, { title: say('fr', id), text: say('fr', id), date }, 'public');
    add('first', '2026-01');
    add('second', '2026-02');
    expect(publicView(table.view('public'), 'en')?.sections.goals[0]).toMatchObject({
      text: 'De l’eau sûre',
      lang: 'fr',
    });
    expect(newsItems(table.view('public')).map((item) => item.entity.id)).toEqual(['second', 'first']);
  });
});
