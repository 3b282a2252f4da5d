import type { RecordEntity } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { chosenParts, composeNote, type NoteAsked, narrowerThan, pagesOf, plainNote } from './index.ts';

const said = (text: string) => ({ lang: 'fr', text });

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat', 'core']);
  made.join('ben', ['focal']);
  made.add('ada', 'partnership', 'space', { name: said('L’eau de la vallée') });
  made.add('ada', 'conceptNote', 'note', { audience: 'la direction' });
  return made;
};

const filled = (): Table => {
  const made = table();
  made.act('ada', 'wording.open', 'problem', { kind: 'problem', lang: 'fr', text: 'Les puits se vident.' });
  made.add('ada', 'contextFact', 'law', {
    title: said('La loi le permet.'),
    effect: 'helps',
    source: said('Journal officiel, 2022'),
  });
  made.add('ada', 'initiative', 'fund', { name: 'Fonds rural', source: said('Un appel') });
  made.act('ada', 'fitCheck.open', 'fit', { mode: 'named' }, 'core');
  made.act('ada', 'fitCheck.conclude', 'fit', { verdict: 'start', reason: 'Canari du noyau' }, 'core');
  made.add('ada', 'coreMember', 'seat', { person: 'ben', organisation: 'town' });
  made.add('ada', 'actor', 'town', { name: 'Mairie', sector: 'state' });
  return made;
};

const asked = (made: Table, person = 'ada'): NoteAsked => ({
  view: made.viewOf(person),
  language: 'fr',
  now: '2026-01-10T09:00:00.000Z',
  nameOf: (id) => (id === 'ben' ? 'Ben Phiri' : undefined),
  positionOf: () => undefined,
});

const noteIn = (given: NoteAsked): RecordEntity => {
  const found = given.view.get('note');
  if (found?.kind !== 'record') throw new Error('no note');
  return found;
};

const ids = (made: Table): readonly string[] => {
  const given = asked(made);
  return chosenParts(noteIn(given), given).map((part) => part.id);
};

describe('the concept note', () => {
  it('NOTE-1 leaves out every part without data and puts nothing in its place', () => {
    const given = asked(table());
    const note = composeNote(noteIn(given), given);
    expect(note.parts).toEqual([]);
    expect(plainNote(note)).toBe('L’eau de la vallée\nNote conceptuelle pour la direction, 10 janvier 2026');
    expect(pagesOf(note)).toBe(1);
  });

  it('NOTE-2 stands in the usual order, or as chosen', () => {
    const made = filled();
    expect(ids(made)).toEqual(['problem', 'why', 'exists', 'core']);
    made.change('ada', 'conceptNote', 'note', { parts: 'exists problem contact' });
    expect(ids(made)).toEqual(['exists', 'problem']);
  });

  it('NOTE-3 tells apart what comes from a narrower circle, and holds nothing of it unless chosen', () => {
    const made = filled();
    const given = asked(made);
    expect(plainNote(composeNote(noteIn(given), given))).not.toContain('Canari');
    made.change('ada', 'conceptNote', 'note', { parts: 'verdict' });
    const chosen = asked(made);
    const [part] = chosenParts(noteIn(chosen), chosen);
    expect(part && narrowerThan(part, 'partners')).toEqual(['core']);
    const other = asked(made, 'ben');
    expect(plainNote(composeNote(noteIn(other), other))).not.toContain('Canari');
  });

  it('NOTE-4 gives a source with what it says', () => {
    const given = asked(filled());
    const text = plainNote(composeNote(noteIn(given), given));
    expect(text).toContain('Le moment s’y prête. La loi le permet (Journal officiel, 2022).');
    expect(text).toContain('Fonds rural (Un appel).');
  });

  it('NOTE-6 shows what proves the problem and whom it touches, five of each at most', () => {
    const made = filled();
    made.add('ada', 'evidence', 'level', {
      shows: said('La nappe baisse.'),
      amount: { value: '4', unit: 'm' },
      source: 'Université, relevés',
      date: '2023-12',
    });
    for (const n of [1, 2, 3, 4, 5])
      made.add('ada', 'evidence', `word${n}`, { shows: said(`On le dit ${n}`) });
    made.add('ada', 'affectedGroup', 'north', {
      who: said('Les familles des quartiers Nord'),
      number: { value: '9400', unit: 'personnes' },
      source: 'Recensement',
      how: said('Une demi-heure de marche'),
    });
    const given = asked(made);
    const note = composeNote(noteIn(given), given);
    const items = (id: string): readonly string[] =>
      note.parts
        .find((part) => part.id === id)
        ?.blocks.flatMap((each) => (each.kind === 'list' ? each.items : [])) ?? [];
    expect(items('problem')).toHaveLength(5);
    expect(items('problem')[0]).toBe('La nappe baisse : 4\u00a0m (Université, relevés, décembre 2023).');
    expect(items('concerned')[0]).toBe(
      'Les familles des quartiers Nord : 9\u202f400\u00a0personnes (Recensement). Une demi-heure de marche.',
    );
    expect(plainNote(note)).toContain('Ce qui le montre, 5 pièces sur 6 :');
  });

  it('NOTE-6 keeps what a narrower circle holds out of a note for partners, and the part in it', () => {
    const made = filled();
    made.add('ada', 'evidence', 'secret', { shows: said('Canari du noyau') }, 'core');
    const text = () => {
      const given = asked(made);
      return plainNote(composeNote(noteIn(given), given));
    };
    expect(text()).not.toContain('Canari');
    expect(text()).toContain('Les puits se vident.');
    made.change('ada', 'conceptNote', 'note', { readers: 'core' });
    expect(text()).toContain('Canari du noyau.');
  });

  it('NOTE-5 names the contact alone', () => {
    const made = filled();
    const text = (): string => {
      const given = asked(made);
      return plainNote(composeNote(noteIn(given), given));
    };
    expect(text()).not.toContain('Ben');
    made.change('ada', 'conceptNote', 'note', { contact: 'ben' });
    expect(text()).toContain('Ben Phiri');
  });
});
