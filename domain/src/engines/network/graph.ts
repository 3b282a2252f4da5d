import { Graph } from './library.ts';

/** Someone or something on the map: an organisation, an office, a group. */
export interface Actor {
  /** Tells actors apart; ties name it. */
  readonly id: string;
  readonly name: string;
  readonly sector?: string;
}

/** A tie between two different actors. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** Above 0; 1 where nothing is known of its strength. */
  readonly weight: number;
  /** Whether it runs one way only. */
  readonly directed: boolean;
  readonly kind?: string;
}

/** Actors and their ties, as plain data that can be stored, sent to a worker and shown. */
export interface Network {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
}

/** Attributes of an edge in the library's graphs. */
export interface TieAttributes {
  weight: number;
}

/** A graph of the library over actor ids. */
export type ActorGraph = InstanceType<typeof Graph<Record<string, never>, TieAttributes>>;

/**
 * Who is tied to whom, whatever the direction: ties between the same two actors become one whose weight is their sum
 * (NET-2).
 *
 * @throws {Error} where a tie names an actor that is not there; readers refuse such files.
 */
export function buildUndirected(network: Network): ActorGraph {
  const graph: ActorGraph = new Graph({ type: 'undirected', multi: false });
  for (const actor of network.actors) graph.addNode(actor.id);
  for (const { from, to, weight } of network.ties) addWeight(graph, [from, to], weight);
  return graph;
}

/** Who reaches whom: a tie without direction runs both ways (NET-2). */
export function buildDirected(network: Network): ActorGraph {
  const graph: ActorGraph = new Graph({ type: 'directed', multi: false });
  for (const actor of network.actors) graph.addNode(actor.id);
  for (const { from, to, weight, directed } of network.ties) {
    addWeight(graph, [from, to], weight);
    if (!directed) addWeight(graph, [to, from], weight);
  }
  return graph;
}

function addWeight(graph: ActorGraph, [from, to]: readonly [string, string], weight: number): void {
  const known = graph.edge(from, to);
  if (known === undefined) graph.addEdge(from, to, { weight });
  else graph.setEdgeAttribute(known, 'weight', graph.getEdgeAttribute(known, 'weight') + weight);
}
