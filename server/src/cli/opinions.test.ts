import { readFileSync } from 'node:fs';
import { opinionReportSchema, voteRowSchema } from '@tablee/domain/engines/opinion';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Io } from './command.ts';
import { command } from './opinions.ts';

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
const page = readFileSync(new URL('opinion-map.md', docs), 'utf8');
const block = (language: string): string => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
const votes = block('csv');

describe('tablee opinions', () => {
  it('OPN-14 prints the example of its page', async () => {
    expect(await run(['votes.csv', '--groups', 'sector'], { 'votes.csv': votes })).toEqual({
      status: 0,
      written: block('text'),
      said: '',
    });
  });

  it('OPN-15 writes a report by its schema, from standard input too', async () => {
    const { written, status } = await run(['-', '--json', '--groups=sector'], { '-': votes });
    expect(status).toBe(0);
    expect(z.safeParse(opinionReportSchema, JSON.parse(written)).success).toBe(true);
  });

  it('OPN-19 documents the schemas that the code holds', async () => {
    const stored = (name: string): unknown =>
      JSON.parse(readFileSync(new URL(`schema/${name}`, docs), 'utf8'));
    expect(stored('opinions.json')).toEqual(JSON.parse((await run(['--schema'])).written));
    expect(stored('opinions-vote.json')).toEqual(z.toJSONSchema(voteRowSchema));
  });

  it('OPN-19 names file, line, column and what was expected, with status 2', async () => {
    const wrong = votes.replace('3,community,agree', '3,community,perhaps');
    const { status, said } = await run(['v.csv', '--groups', 'sector'], { 'v.csv': wrong });
    expect([status, said]).toEqual([
      2,
      'tablee opinions: v.csv, line 4, column monitoring: expected agree, disagree or pass (or 1, -1, 0), found "perhaps"\n',
    ]);
    expect(await run(['v.csv'])).toMatchObject({
      status: 2,
      said: expect.stringContaining('v.csv: expected a file'),
    });
    expect(await run([])).toMatchObject({
      status: 2,
      said: expect.stringContaining('usage: tablee opinions'),
    });
    expect(await run(['--wrong'])).toMatchObject({
      status: 2,
      said: expect.stringContaining("Unknown option '--wrong'"),
    });
    expect((await run(['v.csv', '--seed', 'x'], { 'v.csv': votes })).said).toContain(
      '--seed: expected a whole number',
    );
    expect((await run(['v.csv', '--agree', '2'], { 'v.csv': votes })).said).toContain(
      '--agree: expected 1 or -1',
    );
    expect(
      (await run(['v.csv', '--groups', 'sector', '--moderated', 'x'], { 'v.csv': votes })).said,
    ).toContain('found "x"');
  });

  it('OPN-13 refuses a thin anonymous round and shows it under names', async () => {
    const thin = votes.split('\n').slice(0, 9).join('\n');
    expect((await run(['v.csv', '--groups', 'sector'], { 'v.csv': thin })).said).toContain(
      'at least 15 people',
    );
    const named = await run(['v.csv', '--groups', 'sector', '--named'], { 'v.csv': thin });
    expect([named.status, named.written.includes('7/0/0')]).toEqual([0, true]);
  });

  it('OPN-1 turns signs, leaves moderated statements out and shows texts', async () => {
    const files = {
      'v.csv': votes.replaceAll('disagree', '+1').replaceAll('agree', '-1'),
      's.csv': 'statement,text,moderated\nlevy,A levy on water,-1\ncalendar,One calendar for all,1\n',
    };
    const { written } = await run(
      ['v.csv', '--groups', 'sector', '--agree', '-1', '--statements', 's.csv'],
      files,
    );
    expect(written).toContain('levy A levy on water (moderated)');
    expect(written).toContain('calendar One calendar for all');
    expect(written).toContain('nearly all agree (7)');
  });

  it('OPN-20 reports totals that the votes contradict', async () => {
    const stated = votes.replace('sector', 'n-agree').replace('1,community', '1,4');
    const rest = stated.replaceAll(/,(community|firms|state),/g, ',,');
    const { said, status } = await run(['v.csv'], { 'v.csv': rest });
    expect([status, said]).toEqual([
      0,
      'tablee opinions: v.csv, line 2, column n-agree: states 4, its votes give 3; the votes count\n',
    ]);
  });
});
