import { Table } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { type LocalKind, localShares, owedToLocals } from './index.ts';

const DAY = '2026-03-01';
const fr = (text: string) => ({ lang: 'fr', text });

/** A village association that is local, a bank that is not, a school of which nobody said. */
const begun = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('dia', ['focal'], 'village');
  table.join('ben', ['focal'], 'bank');
  table.add('ada', 'actor', 'village', { name: 'Village', sector: 'civilSociety', local: true });
  table.add('ada', 'actor', 'bank', { name: 'Banque', sector: 'private', local: false });
  table.add('ada', 'actor', 'school', { name: 'École', sector: 'science' });
  return table;
};

const shareOf = (table: Table, kind: LocalKind) =>
  localShares(table.view(), DAY).shares.filter((share) => share.kind === kind);

describe('locally led', () => {
  it('LOC-1 counts activities by who answers for them, and those that nobody answers for as missing', () => {
    const table = begun();
    for (const [id, accountable] of [
      ['a1', 'village'],
      ['a2', 'bank'],
      ['a3', 'school'],
    ] as const)
      table.add('ada', 'activity', id, { title: fr(id), accountable });
    table.add('ada', 'activity', 'a4', { title: fr('a4') });
    expect(shareOf(table, 'activities')).toMatchObject([
      { local: 1, unsaid: 1, whole: 3, missing: 1, share: '1/3' },
    ]);
  });

  it('LOC-2 counts the seats held on the day, and the vacant ones as missing', () => {
    const table = begun();
    table.add('ada', 'body', 'board', { name: 'Comité' });
    const seats = {
      s1: { organisation: 'village', sector: 'civilSociety' },
      s2: { organisation: 'bank', sector: 'private' },
      s3: { sector: 'science' },
      s4: { organisation: 'bank', sector: 'private', until: '2026-02' },
      s5: { organisation: 'village', sector: 'civilSociety', from: '2026-04' },
    };
    for (const [id, slots] of Object.entries(seats))
      table.add('ada', 'seat', id, { body: 'board', voting: true, ...slots });
    expect(shareOf(table, 'seats')).toMatchObject([{ local: 1, whole: 2, missing: 2, share: '1/2' }]);
  });

  it('LOC-3 counts confirmed positions in decisions whose result is stated, and the silent ones as missing', () => {
    const table = begun();
    const deadline = { instant: '2026-02-01T18:00:00Z', zone: 'Africa/Lusaka' };
    const organisations = [
      { organisation: 'village', sector: 'civilSociety' },
      { organisation: 'bank', sector: 'private' },
      { organisation: 'school', sector: 'science' },
    ];
    table.act('ada', 'decision.open', 'd1', { question: 'Trois bornes ?', organisations, deadline });
    const said = { stance: 'agree', channel: 'app' };
    table.act('dia', 'decision.take', 'd1', { organisation: 'village', standing: 'confirmed', ...said });
    table.act('ben', 'decision.take', 'd1', { organisation: 'bank', standing: 'personal', ...said });
    expect(shareOf(table, 'decisions')).toMatchObject([{ whole: 0, missing: 0, share: undefined }]);
    table.now = '2026-02-02T08:00:00.000Z';
    expect(table.act('ada', 'decision.close', 'd1', {})).toBe('ok');
    expect(shareOf(table, 'decisions')).toMatchObject([{ local: 1, whole: 1, missing: 1, share: '1' }]);
  });

  it('LOC-4 compares contributions per currency, and names what nobody valued', () => {
    const table = begun();
    const bring = (id: string, organisation: string, slots: object): void => {
      const said = { organisation, kind: 'money', description: fr(id), state: 'announced', ...slots };
      table.add('ada', 'contribution', id, said);
    };
    bring('c1', 'village', { kind: 'time', valued: { currency: 'EUR', minor: 100_00 } });
    bring('c2', 'bank', { amount: { currency: 'EUR', minor: 200_00 } });
    bring('c3', 'bank', { amount: { currency: 'ZMW', minor: 5_00 } });
    bring('c4', 'school', { kind: 'inKind' });
    expect(shareOf(table, 'contributions')).toMatchObject([
      { currency: 'EUR', local: 100_00, whole: 300_00, share: '1/3', missing: 1 },
      { currency: 'ZMW', local: 0, whole: 5_00, share: '0', missing: 1 },
    ]);
  });

  it('LOC-5 gives no share of nothing, and a fraction between 0 and 1 in lowest terms of anything else', () => {
    expect(localShares(begun().view(), DAY).shares.map(({ share }) => share)).toEqual(
      Array(4).fill(undefined),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('village', 'bank', 'school'), { minLength: 1, maxLength: 8 }),
        (led) => {
          const table = begun();
          for (const [index, accountable] of led.entries())
            table.add('ada', 'activity', `a${index}`, { title: fr('x'), accountable });
          const [found] = shareOf(table, 'activities');
          const [num = '', den = '1'] = (found?.share ?? '').split('/');
          const locals = led.filter((one) => one === 'village').length;
          expect(Number(num) * led.length).toBe(Number(den) * locals);
          expect(found?.unsaid).toBe(led.filter((one) => one === 'school').length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('LOC-6 lists the organisations at the table of which nobody said whether they are local', () => {
    const table = begun();
    table.add('ada', 'actor', 'herders', { name: 'Éleveurs', sector: 'civilSociety', missing: true });
    expect(localShares(table.view(), DAY)).toMatchObject({
      locals: 1,
      atTable: 3,
      unsaid: [{ id: 'school', name: 'École' }],
    });
  });

  it('LOC-7 lists the open commitments towards local organisations', () => {
    const table = begun();
    const owe = (id: string, slots: object): void => {
      table.add('ada', 'commitment', id, { what: fr(id), owner: 'bank', ...slots });
    };
    owe('late', { to: 'village', due: '2026-05-01' });
    owe('soon', { to: 'village', due: '2026-04-01' });
    owe('done', { to: 'village', state: 'done' });
    owe('else', { to: 'school' });
    expect(owedToLocals(table.view(), DAY, 'fr').map(({ id }) => id)).toEqual(['soon', 'late']);
  });
});
