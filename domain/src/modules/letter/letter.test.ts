import { Table } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import {
  composeLetter,
  LETTER_TEMPLATES,
  LETTER_TONES,
  type Letter,
  type LetterLine,
  letterCounts,
  letterFacts,
  letterNumber,
  letterRegister,
  letterSentAbout,
  letterState,
  narrowLetters,
  PAGE_BREAK,
} from './index.ts';

const HASH = 'a'.repeat(64);
const SCAN = { hash: HASH, name: 'copie tamponnée.pdf', size: 1_200, type: 'application/pdf' };
const WORDS = {
  template: 'appointment',
  tone: 'state',
  lang: 'fr',
  civility: 'sir',
  organisation: 'ministry',
  subject: 'Demande de rendez-vous',
  body: 'J’ai l’honneur de solliciter une audience.',
} as const;

const office = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'ministry');
  table.add('ada', 'actor', 'ministry', { name: 'Ministère de l’Eau', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  return table;
};

const act = (table: Table, verb: string, id: string, payload: object = {}) =>
  table.act('ada', `letter.${verb}`, id, { ...payload }, 'secretariat');

const state = (table: Table, id: string): Letter => {
  const found = stateIn(table.view('secretariat'), letterState, id);
  if (found === undefined) throw new Error('no letter');
  return found;
};

const line = (table: Table, id: string, today = '2026-01-10'): LetterLine => {
  const found = letterRegister(table.view('secretariat'), today, 'fr').find((each) => each.id === id);
  if (found === undefined) throw new Error('not in the register');
  return found;
};

const sent = (table: Table, id: string, more: object = {}): void => {
  expect(act(table, 'write', id, { ...WORDS, ...more })).toBe('ok');
  expect(act(table, 'fix', id)).toBe('ok');
  expect(act(table, 'send', id, { on: '2026-01-10', how: 'carried', replyDue: '2026-01-31' })).toBe('ok');
};

describe('letters', () => {
  it('LET-1 may be rewritten until their text is fixed, and tells who writes on older words', () => {
    const table = office();
    act(table, 'write', 'l1', WORDS);
    expect(act(table, 'revise', 'l1', { ...WORDS, body: 'Autrement.', seen: 1 })).toBe('ok');
    expect(act(table, 'revise', 'l1', { ...WORDS, body: 'Encore autrement.', seen: 1 })).toBe('ChangedSince');
    expect(state(table, 'l1').texts.body).toMatchObject({ value: 'Autrement.' });
    expect(act(table, 'fix', 'l1')).toBe('ok');
    expect(act(table, 'revise', 'l1', { ...WORDS, seen: 2 })).toBe('TextFixed');
  });

  it('LET-2 numbers what is fixed per year and direction, without a gap, whatever the order', () => {
    const kinds = fc.array(fc.constantFrom('fix', 'note', 'cancel', 'again', 'newYear'), { maxLength: 40 });
    fc.assert(
      fc.property(kinds, (steps) => {
        const table = office();
        let year = 2026;
        const given: Record<string, number[]> = {};
        steps.forEach((step, index) => {
          const id = `letter${index}`;
          if (step === 'newYear') year += 1;
          table.now = `${year}-03-01T09:00:00.000Z`;
          if (step === 'note') act(table, 'note', id, { lang: 'fr', on: '2026-01-12', subject: 'Réponse' });
          else act(table, 'write', id, WORDS);
          if (step === 'fix' || step === 'again' || step === 'cancel') act(table, 'fix', id);
          if (step === 'again') act(table, 'fix', id);
          if (step === 'cancel') act(table, 'cancel', id);
          const number = state(table, id).number;
          const series = `${step === 'note' ? 'in' : 'out'}${year}`;
          if (number) {
            given[series] = [...(given[series] ?? []), number.number];
            expect(number.year).toBe(year);
          }
        });
        for (const series of Object.values(given))
          expect(series).toEqual(series.map((_, index) => index + 1));
      }),
      { numRuns: 40 },
    );
  });

  it('LET-2 shows no number while it is only the guess of a device', () => {
    expect(letterNumber({ year: 2026, number: 3, stamp: 'command1' })).toBeUndefined();
    expect(letterNumber({ year: 2026, number: 3, stamp: 12 })).toBe('003/2026');
  });

  it('LET-3 stand in the secretariat’s circle alone', () => {
    const table = office();
    expect(table.act('ada', 'letter.write', 'l1', { ...WORDS })).toBe('NotTheRegister');
    expect(table.act('ben', 'letter.write', 'l1', { ...WORDS }, 'secretariat')).toBe('NotFound');
    act(table, 'write', 'l1', WORDS);
    expect(table.act('ben', 'letter.fix', 'l1', {}, 'secretariat')).toBe('NotFound');
  });

  it('LET-4 go from fixed to sent to arrived with the stamped copy, and stop when cancelled', () => {
    const table = office();
    act(table, 'write', 'l1', WORDS);
    expect(act(table, 'send', 'l1', { on: '2026-01-10', how: 'post' })).toBe('NotFixed');
    act(table, 'fix', 'l1');
    expect(act(table, 'arrive', 'l1', { on: '2026-01-12' })).toBe('NotSent');
    act(table, 'send', 'l1', { on: '2026-01-10', how: 'carried' });
    expect(line(table, 'l1').stage).toBe('sent');
    expect(act(table, 'arrive', 'l1', { on: '2026-01-12', scan: SCAN })).toBe('ok');
    expect(state(table, 'l1').arrived).toMatchObject({ on: '2026-01-12', scan: { value: SCAN } });
    expect(act(table, 'answer', 'l1', { on: '2026-01-20', words: 'Par téléphone' })).toBe('ok');
    expect(line(table, 'l1').stage).toBe('answered');
    act(table, 'write', 'l2', WORDS);
    act(table, 'fix', 'l2');
    act(table, 'cancel', 'l2');
    expect(act(table, 'send', 'l2', { on: '2026-01-10', how: 'post' })).toBe('LetterCancelled');
    expect(line(table, 'l2')).toMatchObject({ stage: 'cancelled', number: '002/2026' });
  });

  it('LET-5 count as answered once a letter that answers them is registered', () => {
    const table = office();
    sent(table, 'l1');
    const noted = { lang: 'fr', on: '2026-01-28', dated: '2026-01-26', subject: 'Désignation', scan: SCAN };
    expect(act(table, 'note', 'r1', { ...noted, organisation: 'ministry', answers: 'l1' })).toBe('ok');
    expect(line(table, 'r1')).toMatchObject({ stage: 'received', number: '001/2026' });
    expect(line(table, 'l1')).toMatchObject({ stage: 'answered', answers: ['r1'] });
    act(table, 'cancel', 'r1');
    expect(line(table, 'l1').stage).toBe('sent');
  });

  it('LET-6 propose a second letter once the day of the answer is past', () => {
    const table = office();
    sent(table, 'l1');
    expect(line(table, 'l1', '2026-01-31').late).toBe(false);
    expect(line(table, 'l1', '2026-02-01').late).toBe(true);
    act(table, 'expect', 'l1', { on: '2026-03-01' });
    expect(line(table, 'l1', '2026-02-01').late).toBe(false);
    act(table, 'expect', 'l1', {});
    expect(line(table, 'l1', '2027-02-01').late).toBe(false);
  });

  it('LET-7 start from a text in both languages and registers, filled with what is there', () => {
    const table = office();
    table.add('ada', 'meeting', 'm1', {
      title: { lang: 'fr', text: 'Première rencontre' },
      moment: { instant: '2026-02-03T09:00:00.000Z', zone: 'Africa/Lusaka' },
      place: { name: 'Hôtel de ville' },
    });
    const facts = letterFacts(
      table.view('secretariat'),
      { organisation: 'ministry', about: 'm1', position: 'Secrétaire permanent', answerBy: '2026-01-31' },
      'fr',
    );
    const seen = new Set<string>();
    for (const template of LETTER_TEMPLATES)
      for (const tone of LETTER_TONES)
        for (const lang of ['fr', 'en'] as const) {
          const draft = composeLetter({ template, tone, lang, civility: 'sir' }, facts);
          expect(draft.subject).not.toBe('');
          expect(`${draft.subject}${draft.body}`).not.toContain('undefined');
          seen.add(`${lang}${draft.body}`);
        }
    // Only the letter to somebody in the lists and the free one speak the same way to everybody.
    expect(seen.size).toBe(LETTER_TEMPLATES.length * 4 - 4);
    const invited = composeLetter(
      { template: 'invitation', tone: 'state', lang: 'fr', civility: 'sir' },
      facts,
    );
    expect(invited.salutation).toBe('Monsieur le Secrétaire permanent,');
    expect(invited.closing).toBe(
      'Je vous prie d’agréer, Monsieur le Secrétaire permanent, l’expression de ma haute considération.',
    );
    expect(invited.body).toContain(PAGE_BREAK);
    expect(invited.body).toMatch(/Première rencontre.*Hôtel de ville/s);
    expect(
      composeLetter(
        { template: 'invitation', tone: 'state', lang: 'fr', civility: 'sir' },
        {
          partnership: 'P',
        },
      ).body,
    ).toContain('[lieu]');
    expect(
      composeLetter(
        { template: 'second', tone: 'state', lang: 'fr', civility: 'madam' },
        {
          partnership: 'P',
          position: 'Ambassadrice',
        },
      ).salutation,
    ).toBe('Madame l’Ambassadrice,');
  });

  it('LET-8 print their number by the pattern of the letterhead', () => {
    const given = { year: 2026, number: 14, stamp: 9 };
    expect(letterNumber(given, '{nnn}/SE/{an}')).toBe('014/SE/2026');
    expect(letterNumber(given, 'EAU-{year}-{n}')).toBe('EAU-2026-14');
    expect(letterNumber(given, 'SE {year}')).toBe('014/SE 2026');
    const table = office();
    table.add('ada', 'letterhead', 'head', {
      name: { lang: 'fr', text: 'L’eau de la vallée' },
      numberPattern: '{nnnn}/{an}',
    });
    sent(table, 'l1');
    expect(line(table, 'l1').number).toBe('0001/2026');
  });

  it('LET-9 can be narrowed and counted', () => {
    const table = office();
    sent(table, 'l1');
    act(table, 'write', 'l2', { ...WORDS, organisation: 'brewery', subject: 'Thé à l’usine' });
    act(table, 'note', 'r1', { lang: 'fr', on: '2026-01-28', subject: 'Réponse' });
    const all = letterRegister(table.view('secretariat'), '2026-02-10', 'fr');
    expect(all.map((each) => each.id)).toEqual(['l2', 'r1', 'l1']);
    const ids = (filter: Parameters<typeof narrowLetters>[1]) =>
      narrowLetters(all, filter)
        .map((each) => each.id)
        .sort();
    expect(ids({ direction: 'in' })).toEqual(['r1']);
    expect(ids({ words: 'the a l usine' })).toEqual(['l2']);
    expect(ids({ organisation: 'ministry' })).toEqual(['l1']);
    expect(ids({ stage: 'sent' })).toEqual(['l1']);
    expect(letterCounts(all)).toEqual({ out: 2, in: 1, toSend: 1, waiting: 1, late: 1 });
  });

  it('LET-10 finds the letter that left about a meeting for an organisation, for whoever keeps the register', () => {
    const table = office();
    const found = (circle: string, organisation: string | undefined, person?: string) =>
      letterSentAbout(table.view(circle), 'meeting1', { organisation, person })?.number?.number;
    sent(table, 'l1', { template: 'invitation', about: 'meeting1', person: 'ben' });
    act(table, 'write', 'l2', { ...WORDS, about: 'meeting1' });
    expect(found('secretariat', 'ministry')).toBe(1);
    act(table, 'fix', 'l2');
    act(table, 'cancel', 'l2');
    expect(found('secretariat', 'ministry')).toBe(1);
    expect(found('secretariat', undefined, 'ben')).toBe(1);
    expect(found('secretariat', 'brewery')).toBeUndefined();
    expect(found('secretariat', undefined)).toBeUndefined();
    expect(found('partners', 'ministry')).toBeUndefined();
  });
});
