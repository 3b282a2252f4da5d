import graphModule from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import pageRankModule from 'graphology-metrics/centrality/pagerank.js';

// These packages are CommonJS whose whole export is the function or class, in Node as in bundlers; their type files
// speak of a property `default` instead, as Node's rules read them and bundlers' do not: each is cast once, here, to
// what it is under both.
type Whole<Module> = Module extends { readonly default: infer Export } ? Export : Module;

/** The library's graph. */
export const Graph = graphModule as unknown as Whole<typeof graphModule>;
/** Betweenness of every node, from a pass over every node. */
export const betweennessCentrality = betweennessModule as unknown as Whole<typeof betweennessModule>;
/** PageRank of every node. */
export const pagerank = pageRankModule as unknown as Whole<typeof pageRankModule>;
/** Communities by the Louvain method. */
export const louvain = louvainModule as unknown as Whole<typeof louvainModule>;
