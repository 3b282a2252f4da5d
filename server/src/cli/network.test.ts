import { readFileSync } from 'node:fs';
import { networkReportSchema, tieRowSchema } from '@tablee/domain/engines/network';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Io } from './command.ts';
import { command } from './network.ts';

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
const page = readFileSync(new URL('networks.md', docs), 'utf8');
const blocks = (language: string): string[] =>
  page
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((part) => part.split('```')[0] ?? '');
const [actors = '', ties = ''] = blocks('csv');
const files = { 'ties.csv': ties, 'actors.csv': actors };
const example = ['ties.csv', '--actors', 'actors.csv'];

describe('tablee network', () => {
  it('NET-8 prints the example of its page', async () => {
    expect(await run(example, files)).toEqual({ status: 0, written: blocks('text')[0], said: '' });
    const french = await run([...example, '--language', 'fr'], files);
    expect(french.written).toContain('Entre buyers et producers, un seul lien : District office.');
  });

  it('NET-1 writes a report by its schema', async () => {
    const { written } = await run([...example, '--json'], files);
    expect(z.safeParse(networkReportSchema, JSON.parse(written)).success).toBe(true);
  });

  it('NET-10 documents the schemas that the code holds', async () => {
    const stored = (name: string): unknown =>
      JSON.parse(readFileSync(new URL(`schema/${name}`, docs), 'utf8'));
    expect(stored('network.json')).toEqual(JSON.parse((await run(['--schema'])).written));
    expect(stored('network-tie.json')).toEqual(z.toJSONSchema(tieRowSchema));
  });

  it('NET-10 turns one format into another and reports the same of each', async () => {
    const direct = (await run([...example, '--json'], files)).written;
    for (const [format, name] of [
      ['graphml', 'n.graphml'],
      ['gexf', 'n.gexf'],
    ] as const) {
      const { written } = await run([...example, '--to', format], files);
      expect((await run([name, '--json'], { [name]: written })).written).toBe(direct);
    }
    const kumu = (await run([...example, '--to', 'kumu'], files)).written;
    const back = await run(['-', '--from', 'kumu', '--to', 'csv'], { '-': kumu });
    expect(back.written).toContain('District office,Mill,3,licenses,directed');
    expect((await run([...example, '--to', 'actors'], files)).written).toContain('d,District office,state');
    expect((await run([...example, '--to', 'csv'], files)).written.split('\n').length).toBe(9);
  });

  it('NET-9 prints a layout that a seed fixes', async () => {
    const one = await run([...example, '--layout', '--seed', '4'], files);
    expect(one).toEqual(await run([...example, '--layout', '--seed', '4'], files));
    expect(JSON.parse(one.written)).toHaveLength(9);
  });

  it('NET-10 names file, line, column or path and what was expected, with status 2', async () => {
    const said = async (args: readonly string[], texts: Readonly<Record<string, string>> = files) => {
      const result = await run(args, texts);
      expect(result.status).toBe(2);
      return result.said;
    };
    expect(await said(['t.csv'], { 't.csv': 'from,to\na,b\na,a\n' })).toBe(
      'tablee network: t.csv, line 3, column to: expected a tie between two actors, found "a" with itself\n',
    );
    expect(await said(example, { ...files, 'actors.csv': 'name\nx\nx\n' })).toContain(
      'actors.csv, line 3, column name',
    );
    expect(await said(example, { ...files, 'actors.csv': 'name\nx\n' })).toContain(
      'ties.csv, line 2, column to',
    );
    expect(await said(['k.json'], { 'k.json': '{"elements":[]}' })).toContain('k.json, column connections');
    expect(await said(['g.gexf'], { 'g.gexf': '<gexf>\n<graph>' })).toContain(
      'g.gexf, line 2, column 8: expected </graph>',
    );
    expect(await said(['g.gexf', '--actors', 'a'], { 'g.gexf': '' })).toContain('--actors: expected only');
    expect(await said(['ties.csv', '--actors', 'none.csv'])).toContain('none.csv: expected a file');
    expect(await said(['ties.csv', '--from', 'xls'])).toContain('--from: expected csv');
    expect(await said(['ties.csv', '--to', 'xls'])).toContain('--to: expected csv');
    expect(await said(['ties.csv', '--language', 'de'])).toContain('--language: expected en or fr');
    expect(await said(['ties.csv', '--seed', 'x'])).toContain('--seed: expected a whole number');
    expect(await said(['none.csv'])).toContain('none.csv: expected a file');
    expect(await said([])).toContain('usage: tablee network');
  });
});
