import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { contactGroups, contactMatches, coverage, guessContactColumns, readContacts } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat', 'core']);
  made.add('ada', 'actor', 'ministry', { name: 'Ministère de l’Eau', sector: 'state', focal: 'known222' });
  return made;
};

const FRENCH = [
  ['Structure', 'Nom', 'Prénom', 'Fonction', 'Téléphone', 'Courriel'],
  ['Min. de l’eau', 'Banda', 'Grace', 'Directrice', '+260 97 000 0001', 'grace.banda@eau.gov.zm'],
  ['Brasserie de la Vallée SA', 'Phiri', 'Joseph', 'Chargé de projet', '', 'j.phiri@brasserie.example'],
  ['Brasserie de la Vallée', 'Mwale', 'Ruth', 'Directrice', '0970000002', ''],
];

describe('lists of contacts', () => {
  it('ACT-9 guesses columns from headings in three languages', () => {
    expect(guessContactColumns(FRENCH)).toEqual({
      hasHead: true,
      columns: ['organisation', 'lastName', 'firstName', 'designation', 'phone', 'email'],
    });
    const german = [['Einrichtung', 'Ansprechpartner', 'Funktion', 'Handy', 'E-Mail', 'Ort'], ['Stadt Köln']];
    expect(guessContactColumns(german).columns).toEqual([
      'organisation',
      'person',
      'designation',
      'phone',
      'email',
      'place',
    ]);
    const english = [['Company', 'Full name', 'Job title', 'City'], ['Brewery Ltd']];
    expect(guessContactColumns(english).columns).toEqual(['organisation', 'person', 'designation', 'place']);
  });

  it('ACT-9 guesses columns from the cells when nothing names them', () => {
    const rows = [
      ['Mme Grace Banda', 'Directrice', 'Ministère de l’Eau', 'grace@eau.example', '+260 97 000 0001'],
      ['M. Joseph Phiri', 'Chargé de projet', 'Brasserie SA', 'j@brasserie.example', '0970000002'],
    ];
    expect(guessContactColumns(rows)).toEqual({
      hasHead: false,
      columns: ['person', 'designation', 'organisation', 'email', 'phone'],
    });
    expect(guessContactColumns([['Comité de quartier'], ['Chorale']])).toEqual({
      hasHead: false,
      columns: ['organisation'],
    });
  });

  it('ACT-9 marks a guessed sector as a guess', () => {
    const rows = [
      ['Organisation', 'Secteur'],
      ['Université de la Vallée', ''],
      ['Chorale', 'privé'],
      ['Chorale Deux', 'cheval'],
    ];
    const read = readContacts(rows, guessContactColumns(rows), 'fr');
    expect(read.map(({ sector, sectorGuessed, left }) => [sector, sectorGuessed, left])).toEqual([
      ['science', true, []],
      ['private', false, []],
      [undefined, false, ['sector']],
    ]);
  });

  it('ACT-10 keeps persons out of the slots and gives them the free seats', () => {
    const made = table();
    const contacts = readContacts(FRENCH, guessContactColumns(FRENCH), 'fr');
    const groups = contactGroups(made.view(), contacts, {
      matches: contactMatches(made.view(), contacts),
      choices: new Map(),
    });
    expect(
      groups.map(({ existing, slots, people }) => [existing?.id, slots, people.map((each) => each.seat)]),
    ).toEqual([
      ['ministry', {}, ['leader']],
      [undefined, { name: 'Brasserie de la Vallée SA', sector: 'private' }, ['focal', 'leader']],
    ]);
    expect(JSON.stringify(groups.map((group) => group.slots))).not.toMatch(/Banda|Phiri|0970000002|@/);
  });

  it('ACT-11 joins what matches, and does as chosen instead', () => {
    const made = table();
    const contacts = readContacts(FRENCH, guessContactColumns(FRENCH), 'fr');
    expect([...contactMatches(made.view(), contacts)]).toMatchObject([
      [2, { kind: 'actor', id: 'ministry' }],
      [4, { kind: 'row', line: 3 }],
    ]);
    const own = contactGroups(made.view(), contacts, {
      matches: contactMatches(made.view(), contacts),
      choices: new Map([
        [2, 'own'],
        [3, 'skip'],
      ]),
    });
    expect(own.map((group) => [group.existing?.id, group.people.map((each) => each.line)])).toEqual([
      [undefined, [2]],
      [undefined, [4]],
    ]);
  });

  it('ACT-12 tells what is missing in one sentence per look', () => {
    const made = table();
    made.add('ada', 'actor', 'women', {
      name: 'Femmes du Quartier-Bas',
      missing: true,
      place: { name: 'Quartier-Bas' },
      'languages#ny': true,
    });
    made.change('ada', 'actor', 'ministry', { 'languages#fr': true, place: { name: 'Lusaka' } });
    const lines = coverage(made.view(), 'fr');
    expect(lines.filter((line) => line.met)).toEqual([]);
    expect(lines.map((line) => line.sentence.text)).toEqual([
      '1 secteur sur 4 à la table ; il manque : le secteur privé, la société civile et la science. Il en faut trois.',
      'Personne qui décide n’est à la table. Qui signe, qui tranche, qui peut dire non ?',
      'Ceux pour qui l’on travaille ne sont pas à la table. Qui vit le problème chaque jour ?',
      'Aucun titulaire de droits n’est nommé. Les droits de qui sont en jeu : eau, terre, sécurité, travail ?',
      'Personne à la table ne vient de : Quartier-Bas.',
      'Personne d’autre à la table ne parle la langue de : Ministère de l’Eau et Femmes du Quartier-Bas. Prévoir une interprète.',
      '1 voix manque ; ce qui les empêche de venir reste à dire pour : Femmes du Quartier-Bas.',
    ]);
  });
});
