import {
  gatherVotes,
  givenGroups,
  mapOpinions,
  opinionReportSchema,
  publishOpinions,
} from '@tablee/domain/engines/opinion';
import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  answerOwed,
  publishRound,
  type Round,
  type RoundAnswers,
  round,
  roundIn,
  roundReading,
  roundStanding,
  roundsIn,
  roundTexts,
  roundWords,
  statementLines,
  type Voice,
  voiceSummaries,
} from './index.ts';

const ZONE = 'Africa/Dakar';
const at = (day: string) => ({ instant: `${day}T18:00:00Z`, zone: ZONE });
const TEXTS = {
  fr: { title: 'L’eau du quartier', intro: 'Que faut-il faire ?', promise: 'Le comité répond en mars.' },
};
const PLAN = {
  texts: TEXTS,
  expected: 60,
  naming: ['anonymous'],
  sectors: ['civilSociety', 'private'],
  closes: at('2026-02-10'),
  answerBy: '2026-03-10',
  statements: [
    { id: 'tap', texts: { fr: 'Une borne par rue', en: 'One tap per street' } },
    { id: 'levy', texts: { fr: 'Une taxe pour les usines' } },
  ],
};

const begun = (more: JsonObject = {}): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['helper']);
  expect(table.act('ada', 'round.plan', 'r1', { ...PLAN, ...more })).toBe('ok');
  return table;
};
const opened = (more: JsonObject = {}): Table => {
  const table = begun(more);
  expect(table.act('ada', 'round.open', 'r1', {})).toBe('ok');
  return table;
};
const state = (table: Table): Round => {
  const found = roundIn(table.view(), 'r1');
  if (found === undefined) throw new Error('no round');
  return found.state;
};
const act = (table: Table, who: string, verb: string, payload: JsonObject = {}): string =>
  table.act(who, `round.${verb}`, 'r1', payload);
const plan = (more: JsonObject): string => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  return table.act('ada', 'round.plan', 'r1', { ...PLAN, ...more });
};
const json = (value: unknown): JsonObject => {
  const held: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(held)) throw new Error('not an object');
  return held;
};

/** `count` people of a sector: nearly all for the tap; only communities for the levy. */
const people = (sector: string, count: number): readonly Voice[] =>
  Array.from({ length: count }, (_, place) => ({
    person: `${sector} ${place}`,
    sector,
    answers: [
      { statement: 'tap', stance: place < 2 ? 0 : 1 },
      { statement: 'levy', stance: (sector === 'private') === place < 2 ? 1 : -1 },
    ],
  }));
const ANSWERS: RoundAnswers = {
  statements: ['tap', 'levy'].map((id) => ({ id, shown: true })),
  voices: [...people('civilSociety', 9), ...people('private', 8)],
  hands: [],
  sectors: ['civilSociety', 'private'],
  floors: { perGroup: 5, inAll: 15 },
  named: false,
};
const published = (answers: RoundAnswers = ANSWERS): Table => {
  const table = opened();
  act(table, 'ada', 'close');
  const result = publishRound(answers);
  expect(
    act(table, 'system', 'publish', {
      report: json(result.ok ? { ...result, people: result.report.people } : result),
    }),
  ).toBe('ok');
  return table;
};

describe('listening rounds', () => {
  it('LSN-3 plans a round with its words in every language, its end and its promise in order', () => {
    expect(plan({ closes: at('2026-01-09') })).toBe('DatesOutOfOrder');
    expect(plan({ opens: at('2026-02-11') })).toBe('DatesOutOfOrder');
    expect(plan({ answerBy: '2026-02-09' })).toBe('DatesOutOfOrder');
    expect(plan({ texts: {} })).toBe('LanguageMissing');
    expect(plan({ texts: { fr: { title: 'L’eau', intro: 'Que faire ?' } } })).toBe('Invalid');
    expect(plan({ texts: { ...TEXTS, wo: TEXTS.fr } })).toBe('LanguageMissing');
    const table = begun({ texts: { ...TEXTS, wo: TEXTS.fr }, words: { wo: { agree: 'Ànd naa ci' } } });
    expect(state(table)).toMatchObject({ state: 'planned', languages: ['fr', 'wo'], naming: ['anonymous'] });
    expect(roundTexts(state(table), 'de').promise).toEqual({ text: 'Le comité répond en mars.', lang: 'fr' });
    expect(roundWords(state(table), 'wo')).toEqual({ agree: 'Ànd naa ci' });
    expect(roundWords(state(table), 'fr')).toEqual({});
  });

  it('LSN-4 offers anonymity only where enough are expected, and a third person only where one is named', () => {
    expect(plan({ expected: 14 })).toBe('AnonymityNotOffered');
    expect(plan({ expected: 20, floors: { inAll: 25 } })).toBe('AnonymityNotOffered');
    expect(plan({ expected: 8, naming: ['named'] })).toBe('ok');
    expect(plan({ naming: ['named', 'third'] })).toBe('ConfidantMissing');
    expect(plan({ naming: ['named', 'third'], confidant: 'cleo' })).toBe('ok');
    expect(state(begun({ floors: { perGroup: 2, inAll: 30 } })).floors).toEqual({ perGroup: 5, inAll: 30 });
    const { naming: _naming, ...unsaid } = PLAN;
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    table.act('ada', 'round.plan', 'r1', unsaid);
    expect(state(table).naming).toEqual(['named']);
  });

  it('LSN-5 keeps what was promised from the opening on, and lets the end be put off', () => {
    const { statements: _seeds, ...asked } = PLAN;
    const changed = { ...asked, texts: { fr: { ...TEXTS.fr, promise: 'Autre chose' } } };
    const table = begun();
    expect(act(table, 'ada', 'change', changed)).toBe('ok');
    expect(roundTexts(state(table), 'fr').promise.text).toBe('Autre chose');
    expect(Object.keys(state(table).statements)).toEqual(['tap', 'levy']);
    act(table, 'ada', 'open');
    expect(act(table, 'ada', 'change', changed)).toBe('AlreadyOpened');
    expect(act(table, 'ben', 'extend', { closes: at('2026-02-20'), answerBy: '2026-03-20' })).toBe(
      'NotAllowed',
    );
    expect(act(table, 'ada', 'extend', { closes: at('2026-02-20'), answerBy: '2026-02-19' })).toBe(
      'DatesOutOfOrder',
    );
    expect(act(table, 'ada', 'extend', { closes: at('2026-02-20'), answerBy: '2026-03-20' })).toBe('ok');
    expect(state(table)).toMatchObject({ closes: at('2026-02-20'), answerBy: '2026-03-20' });
  });

  it('LSN-6 opens with something to answer and closes at its hour, not at one that was put off', () => {
    const bare = begun({ statements: [] });
    expect(act(bare, 'ada', 'open')).toBe('NothingToAnswer');
    expect(
      act(bare, 'ada', 'seed', { statements: [PLAN.statements[0] ?? {}, PLAN.statements[0] ?? {}] }),
    ).toBe('StatementTaken');
    expect(act(bare, 'ada', 'seed', { statements: PLAN.statements })).toBe('ok');
    expect(act(bare, 'ada', 'seed', { statements: PLAN.statements })).toBe('StatementTaken');
    const table = begun({ opens: at('2026-01-20') });
    expect(round.due(state(table))).toEqual([{ at: '2026-01-20T18:00:00Z', command: 'open', payload: {} }]);
    table.now = '2026-01-20T18:00:01.000Z';
    expect(act(table, 'system', 'open')).toBe('ok');
    expect(act(table, 'ada', 'open')).toBe('AlreadyOpened');
    expect(round.due(state(table))).toEqual([{ at: '2026-02-10T18:00:00Z', command: 'close', payload: {} }]);
    expect(act(table, 'system', 'close')).toBe('ok');
    expect(state(table).state).toBe('open');
    table.now = '2026-02-10T18:00:01.000Z';
    expect(roundStanding(state(table), table.now)).toBe('counting');
    expect(act(table, 'system', 'close')).toBe('ok');
    expect(state(table)).toMatchObject({ state: 'closed', closedAt: table.now });
    expect(act(table, 'ada', 'close')).toBe('NotOpen');
    expect(roundsIn(table.view()).map(({ id }) => id)).toEqual(['r1']);
  });

  it('LSN-7 shows a proposed statement in the words that a moderator accepted, and keeps no word of another', () => {
    const table = opened();
    const accept = { of: 'statement', id: 'new1', decision: 'accept' };
    expect(act(table, 'ada', 'moderate', accept)).toBe('TextMissing');
    expect(act(table, 'ada', 'moderate', { ...accept, lang: 'fr', text: 'x'.repeat(281) })).toBe('Invalid');
    expect(act(table, 'ada', 'moderate', { ...accept, lang: 'fr', text: 'Réparer le puits' })).toBe('ok');
    const words = { lang: 'fr', text: 'Le chef vole' };
    act(table, 'ada', 'moderate', {
      of: 'statement',
      id: 'new2',
      decision: 'withhold',
      reason: 'accusation',
      ...words,
    });
    expect(JSON.stringify([...table.state.entities.values()])).not.toContain('Le chef vole');
    expect(statementLines(state(table), 'en').map(({ text, missing }) => [text, missing])).toEqual([
      ['One tap per street', []],
      ['Une taxe pour les usines', []],
      ['Réparer le puits', []],
    ]);
    expect(act(table, 'ada', 'translate', { statement: 'new1', lang: 'en', text: 'Mend the well' })).toBe(
      'ok',
    );
    expect(act(table, 'ada', 'translate', { statement: 'new2', lang: 'en', text: 'x' })).toBe(
      'StatementUnknown',
    );
    expect(statementLines(state(table), 'en')[2]?.text).toBe('Mend the well');
  });

  it('LSN-8 rejects with a reason, merges into what is shown, takes back and shows again', () => {
    const table = opened();
    const decide = (more: JsonObject): string =>
      act(table, 'ada', 'moderate', { of: 'statement', id: 'new1', ...more });
    expect(decide({ decision: 'reject' })).toBe('ReasonMissing');
    expect(decide({ decision: 'withhold', reason: 'unclear' })).toBe('ReasonMissing');
    expect(decide({ decision: 'merge', into: 'nothing' })).toBe('StatementUnknown');
    expect(decide({ decision: 'merge', into: 'tap' })).toBe('ok');
    expect(state(table).moderated['new1']).toMatchObject({ decision: 'merge', into: 'tap', by: 'ada' });
    expect(decide({ id: 'levy', decision: 'reject', reason: 'offTopic' })).toBe('ok');
    expect(state(table).statements['levy']?.shown).toBe(false);
    expect(decide({ decision: 'merge', into: 'levy' })).toBe('StatementUnknown');
    expect(decide({ id: 'levy', decision: 'accept' })).toBe('ok');
    expect(state(table).statements['levy']?.shown).toBe(true);
  });

  it('LSN-9 shows the written summary of a voice note until it is withheld', () => {
    const table = opened();
    expect(
      act(table, 'ada', 'summarise', { voice: 'v1', lang: 'fr', text: 'Une femme parle du puits.' }),
    ).toBe('ok');
    expect(voiceSummaries(state(table), 'en')).toEqual([
      { id: 'v1', text: 'Une femme parle du puits.', lang: 'fr' },
    ]);
    expect(act(table, 'ada', 'moderate', { of: 'voice', id: 'v1', decision: 'accept' })).toBe(
      'StatementUnknown',
    );
    act(table, 'ada', 'moderate', { of: 'voice', id: 'v1', decision: 'withhold', reason: 'personalData' });
    expect(voiceSummaries(state(table), 'fr')).toEqual([]);
  });

  it('LSN-10 publishes after the close, by the system, once', () => {
    const table = opened();
    expect(act(table, 'system', 'publish', { report: { people: 3 } })).toBe('NotClosed');
    act(table, 'ada', 'close');
    expect(roundStanding(state(table), table.now)).toBe('counting');
    expect(act(table, 'ada', 'publish', { report: { people: 3 } })).toBe('NotAllowed');
    expect(act(table, 'system', 'publish', { report: { people: 3 } })).toBe('ok');
    expect(act(table, 'system', 'publish', { report: { people: 4 } })).toBe('AlreadyPublished');
    expect(roundReading(state(table), 'fr')).toMatchObject({ people: 3, common: [], all: [] });
    expect(roundStanding(state(table), table.now)).toBe('tooFew');
  });

  it('LSN-11 keeps the floors, and hides nothing of a round answered under names', () => {
    const few = { ...ANSWERS, voices: people('private', 14) };
    expect(publishRound(few)).toEqual({ ok: false, people: 14, floor: 15 });
    const named = publishRound({ ...few, named: true });
    expect(named.ok && named.report.statements[0]?.total).toEqual({
      state: 'exact',
      agree: 12,
      disagree: 0,
      pass: 2,
      seen: 14,
    });
    expect(JSON.stringify(named)).not.toContain('private 1');
    const small = publishRound({
      ...ANSWERS,
      voices: [...people('civilSociety', 15), ...people('private', 4)],
    });
    expect(small.ok && small.report.statements.every(({ cells }) => cells[1]?.state === 'hidden')).toBe(true);
    expect(JSON.stringify(publishRound(ANSWERS))).not.toContain('civilSociety 0');
  });

  it('LSN-12 reads by sector, else by the groups of the answers, and counts hands without placing them', () => {
    const plain = publishRound(ANSWERS);
    const hands = [{ sector: 'private', counts: { levy: { agree: 6, disagree: 1, pass: 1 } } }];
    const counted = publishRound({ ...ANSWERS, hands });
    if (!plain.ok || !counted.ok) throw new Error('too few');
    expect(plain.report.groupsFrom).toBe('given');
    const [, before] = plain.report.statements;
    const [, after] = counted.report.statements;
    expect(before?.cells[1]).toEqual({ state: 'exact', agree: 2, disagree: 6, pass: 0, seen: 8 });
    expect(after?.cells[1]).toEqual({ state: 'exact', agree: 8, disagree: 7, pass: 1, seen: 16 });
    expect(counted.report.map).toEqual(plain.report.map);
    const found = publishRound({ ...ANSWERS, sectors: [] });
    expect(found.ok && ['found', 'none'].includes(found.report.groupsFrom)).toBe(true);
  });

  it('LSN-12 says what the engine says of the same votes, whatever the order of people', () => {
    const table = gatherVotes(
      ANSWERS.voices.flatMap(({ person, answers }) => answers.map((answer) => ({ person, ...answer }))),
    );
    const sectors = new Map(ANSWERS.voices.map(({ person, sector }) => [person, sector ?? ''] as const));
    const known = publishOpinions(mapOpinions(table), givenGroups(table, sectors));
    const shuffled = publishRound({
      ...ANSWERS,
      voices: [...ANSWERS.voices].sort((a, b) => (a.person < b.person ? 1 : -1)),
    });
    if (!known.ok || !shuffled.ok) throw new Error('too few');
    expect(shuffled.report.consensus).toEqual(known.report.consensus);
    expect(shuffled.report.statements.map(({ total }) => total)).toEqual(
      known.report.statements.map(({ total }) => total),
    );
  });

  it('LSN-13 says what became of it, whole and by statement, and tells when that is owed', () => {
    const table = published();
    expect(answerOwed(state(table), '2026-03-09')).toBe(false);
    expect(answerOwed(state(table), '2026-03-10')).toBe(true);
    expect(act(table, 'ada', 'answer', { texts: {} })).toBe('TextMissing');
    expect(
      act(table, 'ada', 'answer', { texts: { fr: 'Oui' }, statements: [{ id: 'x', texts: { fr: 'a' } }] }),
    ).toBe('StatementUnknown');
    const answer = {
      texts: { fr: 'Trois bornes en mai.' },
      statements: [{ id: 'tap', texts: { fr: 'Décidé.' } }],
    };
    expect(act(table, 'ada', 'answer', answer)).toBe('ok');
    const reading = roundReading(state(table), 'en');
    expect(reading?.answer?.text).toBe('Trois bornes en mai.');
    expect(reading?.all.find(({ id }) => id === 'tap')?.answer?.text).toBe('Décidé.');
    expect(answerOwed(state(table), '2026-03-10')).toBe(false);
    expect(act(opened(), 'ada', 'answer', answer)).toBe('NotClosed');
  });

  it('LSN-14 reads what is shared first, then what divides, without what was taken back', () => {
    const table = published();
    const reading = roundReading(state(table), 'fr');
    expect(reading?.people).toBe(17);
    expect(reading?.groups).toEqual([
      { name: 'civilSociety', members: 9 },
      { name: 'private', members: 8 },
    ]);
    expect(reading?.common.map(({ text }) => text)).toEqual(['Une borne par rue']);
    expect(reading?.divides.map(({ id, most, least }) => [id, most, least])).toEqual([
      ['levy', 'civilSociety', 'private'],
    ]);
    expect(roundStanding(state(table), table.now)).toBe('published');
    act(table, 'ada', 'moderate', {
      of: 'statement',
      id: 'levy',
      decision: 'withhold',
      reason: 'personalData',
    });
    expect(roundReading(state(table), 'fr')?.all.map(({ id }) => id)).toEqual(['tap']);
    expect(opinionReportSchema.safeParse(state(table).result?.['report']).success).toBe(true);
    expect(roundReading(state(opened()), 'fr')).toBeUndefined();
  });

  it('LSN-15 lets the secretariat, the keepers and the persons named decide, and nobody else', () => {
    const table = opened({ moderators: ['cleo'] });
    const accept = { of: 'statement', id: 'new1', decision: 'accept', lang: 'fr', text: 'Mots' };
    expect(act(table, 'ben', 'moderate', accept)).toBe('NotModerator');
    expect(act(table, 'ben', 'summarise', { voice: 'v1', lang: 'fr', text: 'Mots' })).toBe('NotModerator');
    expect(act(table, 'cleo', 'moderate', accept)).toBe('ok');
    expect(act(table, 'cleo', 'close')).toBe('NotAllowed');
  });

  it('LSN-16 folds any events, and keeps a marker where words were erased', () => {
    const table = opened();
    expect(table.act('ada', 'round.erase', 'r1', { targets: ['s.levy.fr'] })).toBe('ok');
    expect(statementLines(state(table), 'fr').map(({ id }) => id)).toEqual(['tap']);
    const verbs = fc.constantFrom(...round.verbs);
    const facts = fc.oneof(
      fc.object({ maxDepth: 2 }),
      fc.constant({}),
      fc.constant({ statement: 'tap', lang: 'fr' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(verbs, facts), { maxLength: 12 }), (events) => {
        const held = table.state.entities.get('r1');
        let folded = events.length % 2 === 0 || held?.kind !== 'process' ? undefined : held.state;
        for (const [verb, said] of events) {
          const place = { parts: {}, entity: 'r1', stamp: 9, actor: 'ada', at: table.now };
          folded = round.evolve(folded, { verb, facts: isJsonObject(said) ? said : {}, ...place }, 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
