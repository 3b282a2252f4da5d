export type { NetworkFile } from './gather.ts';
export { kumuSchema, readKumu, writeKumu } from './kumu.ts';
export { readTies, tieRowSchema, writeActors, writeTies } from './table.ts';
export { readGexf, readGraphml, writeGexf, writeGraphml } from './xml.ts';
