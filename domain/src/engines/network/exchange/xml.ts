import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { inputProblem } from '../../csv/index.ts';
import type { Network } from '../graph.ts';
import { Graph } from '../library.ts';
import { checkNetwork, makeActor, type NetworkFile } from './gather.ts';
import { checkXml } from './well-formed.ts';

/** Reads GEXF, as Gephi writes it (NET-10). Attributes `label`, `sector`, `weight` and `kind` are taken over. */
export function readGexf(text: string): NetworkFile {
  return readXml(text, 'gexf');
}

/** Reads GraphML, as yEd, Gephi and networkx write it (NET-10); attributes as in {@link readGexf}. */
export function readGraphml(text: string): NetworkFile {
  return readXml(text, 'graphml');
}

function readXml(text: string, root: 'gexf' | 'graphml'): NetworkFile {
  const fault = checkXml(text, root);
  if (fault) return fault;
  let graph: InstanceType<typeof Graph>;
  try {
    graph = root === 'gexf' ? gexf.parse(Graph, text) : graphml.parse(Graph, text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^[\w/-]+: /, '') : String(error);
    return inputProblem(`a ${root === 'gexf' ? 'GEXF' : 'GraphML'} graph`, message);
  }
  return checkNetwork({
    actors: graph.mapNodes((id, attributes) => ({
      actor: makeActor(
        id,
        textOf(attributes, 'label', 'name'),
        textOf(attributes, 'sector', 'group', 'type'),
      ),
      where: { column: `node ${id}` },
    })),
    ties: graph.mapEdges((edge, attributes, from, to) => {
      const kind = textOf(attributes, 'kind', 'type');
      const weight = textOf(attributes, 'weight');
      const directed = graph.isDirected(edge);
      return {
        tie: {
          from,
          to,
          weight: weight === undefined ? 1 : Number(weight),
          directed,
          ...(kind ? { kind } : {}),
        },
        where: { column: `edge ${from} to ${to}` },
      };
    }),
  });
}

function textOf(
  attributes: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): string | undefined {
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return undefined;
}

/** Writes GEXF 1.2 with the library. */
export function writeGexf(network: Network): string {
  const graph = new Graph({ type: 'mixed', multi: true });
  for (const { id, name, sector } of network.actors) {
    graph.addNode(id, { label: name, ...(sector === undefined ? {} : { sector }) });
  }
  for (const [i, { from, to, weight, directed, kind }] of network.ties.entries()) {
    const attributes = { weight, ...(kind === undefined ? {} : { kind }) };
    if (directed) graph.addDirectedEdgeWithKey(`t${i}`, from, to, attributes);
    else graph.addUndirectedEdgeWithKey(`t${i}`, from, to, attributes);
  }
  return `${gexf.write(graph, {
    formatEdge: (_key, { weight, kind }) => ({
      weight,
      ...(kind === undefined ? {} : { attributes: { kind } }),
    }),
  })}\n`;
}

/** Writes GraphML (the library only reads it). */
export function writeGraphml(network: Network): string {
  const data = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `<data key="${key}">${escapeXml(value)}</data>`;
  const nodes = network.actors.map(
    ({ id, name, sector }) =>
      `    <node id="${escapeXml(id)}">${data('label', name)}${data('sector', sector)}</node>`,
  );
  const edges = network.ties.map(
    ({ from, to, weight, directed, kind }) =>
      `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}" directed="${directed}">${data('weight', String(weight))}${data('kind', kind)}</edge>`,
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    '  <key id="sector" for="node" attr.name="sector" attr.type="string"/>',
    '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '  <key id="kind" for="edge" attr.name="kind" attr.type="string"/>',
    '  <graph edgedefault="undirected">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
  ].join('\n')}\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
}
