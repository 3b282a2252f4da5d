import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  personalHints,
  roundIn,
  roundMessage,
  statementLines,
  withdrawnStatements,
  wordsToErase,
} from './index.ts';

it.each([
  ['Appelez le 077 12 34 56 78', ['phone']],
  ['Écrivez à binta@vallee.test', ['email']],
  ['Madame la cheffe et Mme Phiri mentent', ['name']],
  ['C’est la faute de Benjamin Phiri', ['name']],
  ['Benjamin Phiri nous menace', ['name']],
  ['En 2024, 3 puits sur 4 étaient à sec', []],
  ['L’eau du Quartier coûte trop cher', []],
  ['Il faut un contrôle par la SNE chaque mois', []],
])('LSN-18 looks at « %s » and hints at %j', (text, hints) => {
  expect(personalHints(text)).toEqual(hints);
});

const planned = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  const texts = (title: string, promise: string) => ({ title, intro: '?', promise });
  const said = made.act('ada', 'round.plan', 'round1', {
    texts: { fr: texts('L’eau', 'Nous répondrons.'), es: texts('El agua', 'Responderemos.') },
    expected: 40,
    closes: { instant: '2026-03-01T22:00:00.000Z', zone: 'Africa/Dakar' },
    answerBy: '2026-04-01',
    statements: [{ id: 's1', texts: { fr: 'Un', es: 'Uno' } }],
  });
  expect(said).toBe('ok');
  return made;
};
const roundOf = (made: Table) => {
  const held = roundIn(made.view(), 'round1');
  if (held === undefined) throw new Error('no round');
  return held.state;
};

it('LSN-20 leaves no word of a statement that was put in safety', () => {
  const made = planned();
  expect(made.act('ada', 'round.open', 'round1', {})).toBe('ok');
  const safe = { of: 'statement', id: 's1', decision: 'withhold', reason: 'personalData' };
  expect(made.act('ada', 'round.moderate', 'round1', safe)).toBe('ok');
  const targets = wordsToErase(roundOf(made), 'statement', 's1');
  expect(targets).toEqual(['s.s1.fr', 's.s1.es']);
  expect(made.act('ada', 'round.erase', 'round1', { targets: [...targets] })).toBe('ok');
  expect(statementLines(roundOf(made), 'fr')).toEqual([]);
  expect(withdrawnStatements(roundOf(made))).toBe(1);
  expect(JSON.stringify(roundOf(made))).not.toMatch(/"Uno?"/);
});

it('LSN-20 erases every summary of a voice', () => {
  const made = planned();
  made.act('ada', 'round.summarise', 'round1', { voice: 'v1', lang: 'fr', text: 'Elle raconte.' });
  expect(wordsToErase(roundOf(made), 'voice', 'v1')).toEqual(['v.v1.fr']);
});

it('LSN-19 spreads a round with who asks, what is promised and one link', () => {
  const state = roundOf(planned());
  const at = { partnership: 'Valle', url: 'https://t.example/l/x', isNamed: true };
  const lines = roundMessage(state, 'es', at).split('\n');
  expect(lines[0]).toBe('El agua');
  expect(lines[1]).toMatch(/^Valle .*1 .*1 min/);
  expect(lines[2]).toMatch(/^Responderemos\. .*1 de marzo de 2026/);
  expect(lines.slice(3)).toEqual(['https://t.example/l/x']);
  expect(roundMessage(state, 'es', { ...at, isNamed: false })).not.toContain('El agua');
});
