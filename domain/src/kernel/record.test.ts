import { describe, expect, it } from 'vitest';
import { addNote, codeOf, freshId, note, noteOf, peopled, sampleNouns, ticket } from '../testing/index.ts';
import {
  by,
  changeRecord,
  choices,
  elementSlot,
  elementsOf,
  fieldOfSlot,
  line,
  optionWords,
  record,
  registry,
  slotName,
  text,
  textIn,
  titleOf,
  translationSlot,
  translationsOf,
  valueOf,
  WRITERS,
} from './index.ts';

const who = { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) };
const words = { fr: 'a', en: 'b' };
const label = (field: string) => ({ one: 'x', many: 'y', fields: { [field]: 'z' } });
const declare = (field: string) =>
  record('x', {
    version: 1,
    circle: 'partners',
    title: field,
    fields: Object.fromEntries([[field, line()]]),
    who,
    labels: { fr: label(field), en: label(field) },
  });
const titled = record('titled', {
  version: 1,
  circle: 'partners',
  title: 'title',
  fields: { title: text(), sectors: choices({ state: words, science: words }) },
  who,
  labels: {
    fr: { one: 'x', many: 'y', fields: { title: 'Titre', sectors: 'Secteurs' } },
    en: { one: 'x', many: 'y', fields: { title: 'Title', sectors: 'Sectors' } },
  },
});

const written = () => {
  const server = peopled();
  addNote(server, 'ann', 'partners', { name: 'Spring', body: { lang: 'fr', text: 'La source' } });
  const change = (slots: Parameters<typeof changeRecord>[2]) =>
    codeOf(server.send('ann', changeRecord(ticket(freshId()), noteOf(server), slots)));
  return { server, change };
};

describe('texts', () => {
  it('KRN-65 come in the reader’s language, else as the source, labelled', () => {
    const { server, change } = written();
    change({ 'body@en': { lang: 'en', text: 'The spring' } });
    expect(textIn(noteOf(server), 'body', 'en')).toEqual({
      text: 'The spring',
      lang: 'en',
      stale: false,
      translated: true,
    });
    expect(textIn(noteOf(server), 'body', 'fr')).toEqual({
      text: 'La source',
      lang: 'fr',
      stale: false,
      translated: false,
    });
    expect(textIn(noteOf(server), 'body', 'de')).toEqual({
      text: 'La source',
      lang: 'fr',
      stale: false,
      translated: false,
    });
    expect(textIn(noteOf(server), 'mood', 'fr')).toBeUndefined();
    expect(textIn(undefined, 'body', 'fr')).toBeUndefined();
    expect(titleOf(note, noteOf(server), 'fr')).toBe('Spring');
    const entity = { ...noteOf(server), slots: { title: { at: 1, value: { lang: 'fr', text: 'Titre' } } } };
    expect(titleOf(titled, entity, 'en')).toBe('Titre');
  });

  it('KRN-66 are stale once the source has another revision, and fresh when translated anew', () => {
    const { server, change } = written();
    change({ 'body@en': { lang: 'en', text: 'The spring' } });
    change({ body: { lang: 'fr', text: 'La source du haut' } });
    expect(textIn(noteOf(server), 'body', 'en')).toMatchObject({ text: 'The spring', stale: true });
    expect(translationsOf(noteOf(server), 'body')).toEqual([{ language: 'en', stale: true }]);
    change({ 'body@en': { lang: 'en', text: 'The upper spring', by: 'machine' } });
    expect(textIn(noteOf(server), 'body', 'en')).toMatchObject({ text: 'The upper spring', stale: false });
  });

  it('KRN-66 stay stale when a change of the source arrived while they were translated', () => {
    const { server, change } = written();
    const seen = noteOf(server);
    change({ body: { lang: 'fr', text: 'La source du haut' } });
    server.send(
      'bob',
      changeRecord(ticket(freshId()), seen, { 'body@en': { lang: 'en', text: 'The spring' } }),
    );
    expect(textIn(noteOf(server), 'body', 'en')).toMatchObject({ text: 'The spring', stale: true });
  });

  it('KRN-67 translate the source that they are written with, in a new record, a change and an import', () => {
    const server = peopled();
    const both = { body: { lang: 'fr', text: 'un' }, 'body@en': { lang: 'en', text: 'one' } };
    addNote(server, 'ann', 'partners', { name: 'x', ...both });
    expect(translationsOf(noteOf(server), 'body')).toEqual([{ language: 'en', stale: false }]);
    const again = { body: { lang: 'fr', text: 'deux' }, 'body@en': { lang: 'en', text: 'two' } };
    const seen = noteOf(server);
    server.send('ann', changeRecord(ticket(freshId()), seen, again));
    expect(translationsOf(noteOf(server), 'body')).toEqual([{ language: 'en', stale: false }]);
    // Written for a source that then lost against another one: a translation of what is beside.
    server.send(
      'bob',
      changeRecord(ticket(freshId()), seen, {
        body: { lang: 'fr', text: 'trois' },
        'body@de': { lang: 'de', text: 'drei' },
      }),
    );
    expect(translationsOf(noteOf(server), 'body')).toEqual([
      { language: 'en', stale: false },
      { language: 'de', stale: true },
    ]);
  });

  it('KRN-68 of one language do not go into the slot of another', () => {
    const { server, change } = written();
    expect(change({ 'body@en': { lang: 'de', text: 'Die Quelle' } })).toBe('Invalid');
    expect(change({ 'body@not a language': { lang: 'fr', text: 'x' } })).toBe('Invalid');
    expect(change({ 'name@en': 'x' })).toBe('Invalid');
    expect(noteOf(server).slots['body@en']).toBeUndefined();
  });
});

describe('declarations', () => {
  it('KRN-72 refuse names through which a prototype is reached, signs, and a noun twice', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'prototype',
      'a@b',
      'a#b',
      'a!b',
      '',
      'Name',
      'a'.repeat(41),
      '~exists',
    ])
      expect(() => declare(name)).toThrow(/cannot be a field/);
    expect(declare('name').fields['name']?.kind).toBe('line');
    expect(() => registry(note, note)).toThrow(/declared twice/);
  });

  it('KRN-73 know their slots and no others', () => {
    expect(slotName('body@en')).toEqual({ field: 'body', language: 'en' });
    expect(slotName('languages#fr')).toEqual({ field: 'languages', element: 'fr' });
    expect(slotName('@en')).toEqual({ field: '@en' });
    expect(slotName(translationSlot('body', 'pt-BR'))).toEqual({ field: 'body', language: 'pt-BR' });
    expect(slotName(elementSlot('languages', 'a b'))).toEqual({ field: 'languages', element: 'a b' });
    for (const slot of ['name', 'body', 'body@en', 'languages#fr', 'mood'])
      expect(fieldOfSlot(note, slot)).toBeDefined();
    for (const slot of [
      'languages',
      'name#a',
      'name@en',
      'body@EN!',
      'languages#',
      'languages#\n',
      'constructor',
      '__proto__',
      'toString',
      'body@en@de',
      '~exists',
      '',
    ])
      expect(fieldOfSlot(note, slot)).toBeUndefined();
  });

  it('KRN-74 list the elements of a set, sorted, and hold a closed set to its options', () => {
    const { server, change } = written();
    change({ 'languages#fr': true, 'languages#de': true, 'languages#en': false });
    expect(elementsOf(noteOf(server), 'languages')).toEqual(['de', 'fr']);
    change({ 'languages#de': null });
    expect(elementsOf(noteOf(server), 'languages')).toEqual(['fr']);
    expect(elementsOf(undefined, 'languages')).toEqual([]);
    expect(fieldOfSlot(titled, 'sectors#science')).toBeDefined();
    expect(fieldOfSlot(titled, 'sectors#army')).toBeUndefined();
    expect(optionWords(titled.fields.sectors, 'science')).toEqual(words);
    expect(optionWords(titled.fields.sectors, 'army')).toEqual({ fr: 'army', en: 'army' });
  });

  it('KRN-70 give a value its declared type, or nothing', () => {
    const { server, change } = written();
    change({ mood: 'calm' });
    expect(valueOf(note, noteOf(server), 'mood')).toBe('calm');
    expect(valueOf(note, noteOf(server), 'organisation')).toBeUndefined();
    const strange = { ...noteOf(server), slots: { mood: { at: 1, value: 'furious' } } };
    expect(valueOf(note, strange, 'mood')).toBeUndefined();
    expect(valueOf(note, undefined, 'name')).toBeUndefined();
    expect(sampleNouns.record('note')).toBe(note);
    expect(sampleNouns.record('poll')).toBeUndefined();
    expect(sampleNouns.process('note')).toBeUndefined();
  });
});
