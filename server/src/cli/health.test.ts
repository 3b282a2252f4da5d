import { readFileSync } from 'node:fs';
import { answerRowSchema, healthReportSchema, trustReportSchema } from '@tablee/domain/engines/health';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Io } from './command.ts';
import { command } from './health.ts';

/** Runs the command on files held in memory. */
async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const out = { status: -1, written: '', said: '' };
  const io: Io = {
    read: async (path) => files[path] ?? Promise.reject(new Error('no such file')),
    write: (text) => {
      out.written += text;
    },
    error: (text) => {
      out.said += text;
    },
  };
  out.status = await command.run(args, io);
  return out;
}

const docs = new URL('../../../docs/', import.meta.url);
const page = readFileSync(new URL('health.md', docs), 'utf8');
const block = (language: string): string => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
const files = { 'a.csv': block('csv') };

/** Sixteen organisations in a ring, each rating the next five. */
const ratings = [
  'from,to,rating',
  ...Array.from({ length: 80 }, (_, i) => {
    const [from, step] = [Math.floor(i / 5), (i % 5) + 1];
    return `o${from},o${(from + step) % 16},${1 + (from % 5)}`;
  }),
].join('\n');

describe('tablee health', () => {
  it('HLT-9 prints the example of its page', async () => {
    expect(await run(['a.csv'], files)).toEqual({ status: 0, written: block('text'), said: '' });
  });

  it('HLT-8 HLT-10 shows the secretariat against the partners in a named round', async () => {
    const { written } = await run(['a.csv', '--named', '--secretariat', 'secretariat'], files);
    expect(written).toContain('partners and secretariat');
    expect(written).toContain('4.5 (0.75, 2)');
  });

  it('HLT-9 writes reports by their schemas', async () => {
    const health = await run(['a.csv', '--json'], files);
    expect(z.safeParse(healthReportSchema, JSON.parse(health.written)).success).toBe(true);
    const trust = await run(['-', '--trust', '--json'], { '-': ratings });
    expect(z.safeParse(trustReportSchema, JSON.parse(trust.written)).success).toBe(true);
  });

  it('HLT-11 documents the schemas that the code holds', async () => {
    const stored = (name: string): unknown =>
      JSON.parse(readFileSync(new URL(`schema/${name}`, docs), 'utf8'));
    expect(stored('health.json')).toEqual(JSON.parse((await run(['--schema'])).written));
    expect(stored('trust.json')).toEqual(JSON.parse((await run(['--schema', '--trust'])).written));
    expect(stored('health-answer.json')).toEqual(z.toJSONSchema(answerRowSchema));
  });

  it('HLT-6 states response rates', async () => {
    const invited = { ...files, 'i.csv': 'group,invited\nstate,10\nfirms,5\ncommunities,8\nsecretariat,2\n' };
    const { written } = await run(['a.csv', '--invited', 'i.csv'], invited);
    expect(written).toContain('18 people of 25 invited');
    expect(written).toContain('state (5 of 10, 50 %)');
  });

  it('HLT-13 prints who is central and who is little known', async () => {
    const { written, status } = await run(['r.csv', '--trust'], { 'r.csv': `${ratings}\no1,x,5\n` });
    expect([status, written.includes('little known: x')]).toEqual([0, true]);
    expect(written.startsWith('16 of 17 organisations rated others, 81 ratings on 1-5, anonymous\n')).toBe(
      true,
    );
    const named = await run(['r.csv', '--trust', '--named'], { 'r.csv': 'from,to,rating\na,b,4\nb,a,3\n' });
    expect(named.written).toContain('1 of 1 pairs see each other alike');
  });

  it('HLT-11 names file, line, column and what was expected, with status 2', async () => {
    const said = async (args: readonly string[], texts: Readonly<Record<string, string>> = files) => {
      const result = await run(args, texts);
      expect(result.status).toBe(2);
      return result.said;
    };
    expect(await said(['b.csv'], { 'b.csv': 'question,group,answer\nq,g,9\n' })).toBe(
      'tablee health: b.csv, line 2, column answer: expected a whole number from 1 to 5, or nothing, found "9"\n',
    );
    expect(await said(['b.csv'], { 'b.csv': 'question,group,answer\n' })).toContain(
      'expected at least one row',
    );
    expect(await said(['b.csv'], { 'b.csv': 'question,group,answer\nq,g,1\n' })).toContain(
      'at least 15 people',
    );
    expect(await said(['a.csv', '--round', '2024'])).toContain(
      'expected one of "2025", "2026", found "2024"',
    );
    expect(await said(['a.csv', '--secretariat', 'x'])).toContain('expected one of the groups "state"');
    expect(await said(['a.csv', '--scale', '1-2'])).toContain('--scale: expected a scale');
    expect(await said(['a.csv', '--seed', '-1'])).toContain('--seed: expected a whole number');
    expect(await said(['a.csv', '--invited', 'none.csv'])).toContain('none.csv: expected a file');
    expect(await said(['r.csv', '--trust'], { 'r.csv': 'from,to,rating\na,b,4\n' })).toContain(
      'organisations that rate',
    );
    expect(await said([])).toContain('usage: tablee health');
  });
});
