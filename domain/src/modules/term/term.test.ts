import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { markWords, wordSides } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  made.add('ada', 'term', 'polluter', { word: 'pollueur' });
  return made;
};

const meaning = (text: string) => ({ lang: 'fr', text });

it('TRM-1 keeps what each group understands beside the others', () => {
  const made = table();
  made.add('ada', 'wordSense', 'one', {
    term: 'polluter',
    organisation: 'brewery',
    meaning: meaning('Hors la loi'),
  });
  made.add('ada', 'wordSense', 'two', { term: 'polluter', meaning: meaning('Qui rejette') });
  made.add('ada', 'wordSense', 'three', {
    term: 'polluter',
    group: 'Riverains',
    meaning: meaning('Qui nie'),
  });
  const [word] = wordSides(made.view(), 'fr');
  expect(word?.senses.map((sense) => [sense.who, sense.meaning])).toEqual([
    ['Brasserie', 'Hors la loi'],
    [undefined, 'Qui rejette'],
    ['Riverains', 'Qui nie'],
  ]);
});

it('TRM-2 calls a word settled once there is a meaning or both are kept', () => {
  const made = table();
  const settled = () => wordSides(made.view(), 'fr')[0]?.settled;
  expect(settled()).toBe(false);
  made.change('ada', 'term', 'polluter', { outcome: 'agreed' });
  expect(settled()).toBe(false);
  made.change('ada', 'term', 'polluter', { working: meaning('Qui rejette plus que la norme') });
  expect(settled()).toBe(true);
  made.change('ada', 'term', 'polluter', { outcome: 'both', working: null });
  expect(settled()).toBe(true);
});

it('TRM-3 finds whole words, in the plural too, and gives the text back', () => {
  const words = [
    { id: 'a', word: 'accès' },
    { id: 'b', word: 'accès libre' },
    { id: 'c', word: 'pollueur' },
  ];
  const text = 'L’Accès libre aux puits : les pollueurs, l’accès… un dépollueur.';
  const runs = markWords(text, words);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.flatMap((run) => (run.term === undefined ? [] : [[run.text, run.term]]))).toEqual([
    ['Accès libre', 'b'],
    ['pollueurs', 'c'],
    ['accès', 'a'],
  ]);
  expect(markWords(text, [])).toEqual([{ text }]);
  expect(markWords('C++ (a)', [{ id: 'x', word: 'C++' }])[0]).toEqual({ text: 'C++', term: 'x' });
});
