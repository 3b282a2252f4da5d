import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Network,
  type NetworkFile,
  readGexf,
  readGraphml,
  readKumu,
  readTies,
  writeActors,
  writeGexf,
  writeGraphml,
  writeKumu,
  writeTies,
} from '../index.ts';

const text = fc
  .string({
    unit: fc.constantFrom('a', 'B', 'é', '&', '<', '>', '"', "'", ' ', ',', ';', '-', '’'),
    minLength: 1,
    maxLength: 6,
  })
  .map((raw) => raw.trim())
  .filter((raw) => raw !== '');

const anyNetwork = fc
  .tuple(
    fc.uniqueArray(text, { minLength: 2, maxLength: 6 }),
    fc.array(fc.option(text, { nil: undefined }), { minLength: 6, maxLength: 6 }),
    fc.array(
      fc.record({
        from: fc.nat(5),
        to: fc.nat(5),
        weight: fc.integer({ min: 1, max: 40 }).map((n) => n / 4),
        directed: fc.boolean(),
        kind: fc.option(text, { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([names, sectors, pairs]): Network => {
    const ties = pairs.filter(({ from, to }) => from !== to && from < names.length && to < names.length);
    return {
      actors: names.map((name, i) => ({ id: name, name, ...(sectors[i] ? { sector: sectors[i] } : {}) })),
      ties: ties.map(({ from, to, weight, directed, kind }) => ({
        from: names[from] ?? '',
        to: names[to] ?? '',
        weight,
        directed,
        ...(kind ? { kind } : {}),
      })),
    };
  });

const formats: Readonly<Record<string, (network: Network) => NetworkFile>> = {
  CSV: (network) => readTies(writeTies(network), writeActors(network)),
  GraphML: (network) => readGraphml(writeGraphml(network)),
  GEXF: (network) => readGexf(writeGexf(network)),
  'Kumu JSON': (network) => readKumu(writeKumu(network)),
};

describe('exchange', () => {
  it.each(Object.entries(formats))('NET-10 reads back what it wrote as %s', (_, roundTrip) => {
    const sorted = ({ actors, ties }: Network) => ({
      actors,
      ties: ties.map((tie) => JSON.stringify(tie, Object.keys(tie).sort())).sort(),
    });
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const read = roundTrip(network);
        if (!read.ok) throw new Error(JSON.stringify(read));
        expect(sorted(read.network)).toEqual(sorted(network));
      }),
      { numRuns: 60 },
    );
  });

  it('NET-10 reads the headers of Kumu and Gephi, and takes actors from ties', () => {
    const read = readTies('From,To,Type,Direction\nA,B,supplies,directed\nB,C,,mutual\n');
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.network.actors.map((actor) => actor.id)).toEqual(['A', 'B', 'C']);
    expect(read.network.ties[0]).toEqual({ from: 'A', to: 'B', weight: 1, directed: true, kind: 'supplies' });
    const gephi = readTies('Source;Target;Weight\na;b;2,5\n', 'Id;Label\na;Ana\nb;Ben\n');
    expect(gephi).toMatchObject({
      ok: true,
      network: { actors: [{ name: 'Ana' }, {}], ties: [{ weight: 2.5 }] },
    });
  });

  it('NET-10 reads GraphML as networkx writes it', () => {
    const read = readGraphml(`<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><!-- by hand -->
<key id="d1" for="edge" attr.name="weight" attr.type="long"/><key id="d0" for="node" attr.name="sector" attr.type="string"/>
<graph edgedefault="directed"><node id="0"><data key="d0">state &amp; co</data></node><node id="1"/>
<edge source="0" target="1"><data key="d1">3</data></edge></graph></graphml>`);
    expect(read).toEqual({
      ok: true,
      network: {
        actors: [
          { id: '0', name: '0', sector: 'state & co' },
          { id: '1', name: '1' },
        ],
        ties: [{ from: '0', to: '1', weight: 3, directed: true }],
      },
    });
  });

  it('NET-1 NET-10 refuses tables with line, column and what was expected', () => {
    expect(readTies('a,b\n')).toMatchObject({ line: 1, expected: 'a column "from"' });
    expect(readTies('from,b\n')).toMatchObject({ line: 1, expected: 'a column "to"' });
    expect(readTies('from,to\na,\n')).toMatchObject({ line: 2, column: 'to', found: 'nothing' });
    expect(readTies('from,to\n,a\n')).toMatchObject({ line: 2, column: 'from' });
    expect(readTies('from,to\na,a\n')).toMatchObject({ line: 2, found: '"a" with itself' });
    expect(readTies('from,to,weight\na,b,0\n')).toMatchObject({ line: 2, column: 'weight' });
    expect(readTies('from,to,direction\na,b,up\n')).toMatchObject({ line: 2, column: 'direction' });
    expect(readTies('from,to\na,b\n', 'id\na\n')).toMatchObject({ line: 2, found: '"b"' });
    expect(readTies('from,to\na,b\n', 'id\na\na\n')).toMatchObject({ line: 3, found: '"a" again' });
    expect(readTies('from,to\na,b\n', 'x\na\n')).toMatchObject({
      line: 1,
      expected: 'a column "id" or "name"',
    });
  });

  it('NET-10 refuses XML at the place where it breaks', () => {
    expect(readGexf('')).toMatchObject({ line: 1, expected: '<gexf>', found: 'the end of the file' });
    expect(readGexf('hello')).toMatchObject({ line: 1, column: '1', expected: '<gexf>' });
    expect(readGexf('<gexf>\n  <graph>\n</gexf>')).toMatchObject({
      line: 3,
      column: '1',
      expected: '</graph>',
    });
    expect(readGexf('<gexf><graph></graph>')).toMatchObject({
      expected: '</gexf>',
      found: 'the end of the file',
    });
    expect(readGraphml('<graphml>\n<node id=a/></graphml>')).toMatchObject({ line: 2, expected: 'a tag' });
    expect(readGraphml('<graphml>\n<node id="a&b"/></graphml>')).toMatchObject({
      line: 2,
      expected: expect.stringContaining('entity'),
    });
    expect(readGraphml('<graphml>caf&eacute;</graphml>')).toMatchObject({ line: 1, column: '10' });
    expect(readGraphml('<graphml/><x/>')).toMatchObject({ expected: 'the end of the file' });
    expect(readGraphml('<graphml></graphml>')).toMatchObject({ ok: false, expected: 'a GraphML graph' });
    const dangling =
      '<graphml><graph edgedefault="undirected"><edge source="a" target="b"/></graph></graphml>';
    expect(readGraphml(dangling)).toMatchObject({ ok: false, expected: 'a GraphML graph' });
  });

  it('NET-10 refuses JSON by the path of the value', () => {
    expect(readKumu('')).toMatchObject({ found: 'nothing' });
    expect(readKumu('{\n"elements": [,]}')).toMatchObject({ expected: 'JSON' });
    expect(readKumu('{"elements":[{"label":"a"}]}')).toMatchObject({ column: 'connections' });
    expect(readKumu('{"elements":[{"label":""}],"connections":[]}')).toMatchObject({
      column: 'elements.0.label',
    });
    const dangling = '{"elements":[{"label":"a"}],"connections":[{"from":"a","to":"b"}]}';
    expect(readKumu(dangling)).toMatchObject({ column: 'connections.0', found: '"b"' });
    const byId =
      '{"elements":[{"label":"A","id":"1"},{"label":"B","id":"2"}],"connections":[{"from":"1","to":"2"}]}';
    expect(readKumu(byId)).toMatchObject({
      ok: true,
      network: { ties: [{ from: 'A', to: 'B', directed: false }] },
    });
  });
});
