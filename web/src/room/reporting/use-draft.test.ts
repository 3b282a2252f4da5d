import { partnership } from '@tablee/domain/modules';
import { publicCandidates } from '@tablee/domain/modules/publication';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { contentOf, draftOf, keyOf } from './use-draft.ts';

const setUp = () => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'actor', 'mairie', { name: 'Mairie', ring: 'core' });
  table.add('ada', 'result', 'eau', { statement: { lang: 'fr', text: 'L’eau est sûre.' }, level: 'impact' });
  return table.view();
};

describe('the draft of a public page', () => {
  it('chooses nothing by itself on a first page', () => {
    expect(draftOf(setUp(), 'fr', ['fr', 'en']).chosen).toEqual([]);
  });

  it('sends only what is chosen, and only the languages that are written', () => {
    const view = setUp();
    const candidates = publicCandidates(view, 'fr');
    const goal = candidates.find((candidate) => candidate.section === 'goals');
    const draft = { titles: { fr: 'L’eau', en: ' ' }, intros: {}, chosen: goal ? [keyOf(goal)] : [] };
    expect(contentOf(draft, candidates)).toEqual({
      title: { fr: 'L’eau' },
      intro: {},
      items: [{ section: 'goals', source: 'eau', texts: { fr: 'L’eau est sûre.' } }],
    });
  });
});
