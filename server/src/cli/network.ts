import {
  layOutNetwork,
  measureNetwork,
  type Network,
  type NetworkFile,
  type NetworkReport,
  networkReportSchema,
  readGexf,
  readGraphml,
  readKumu,
  readTies,
  sayFinding,
  writeActors,
  writeGexf,
  writeGraphml,
  writeKumu,
  writeTies,
} from '@tablee/domain/engines/network';
import type { Command, ExitStatus, Io } from './command.ts';
import {
  describeProblem,
  engineCommand,
  fail,
  layOut,
  type Options,
  percent,
  readFile,
  readWholeNumber,
} from './engine-command.ts';

const SPEC = {
  values: { actors: 'FILE', from: 'FORMAT', to: 'FORMAT', language: 'en|fr', seed: 'N' },
  flags: ['json', 'schema', 'layout'],
  files: [1, 1],
} as const;

const USAGE =
  'EDGES.csv [--actors ACTORS.csv] [--from csv|graphml|gexf|kumu] [--to csv|actors|graphml|gexf|kumu] [--language en|fr] [--seed N] [--layout] [--json | --schema]';

const WRITERS: Readonly<Record<string, (network: Network) => string>> = {
  csv: writeTies,
  actors: writeActors,
  graphml: writeGraphml,
  gexf: writeGexf,
  kumu: writeKumu,
};
const FORMATS = ['csv', 'graphml', 'gexf', 'kumu'];

/** `tablee network EDGES.csv`: who is central, who links sectors, who stands apart; and files from one format to another. */
export const command: Command = engineCommand({
  name: 'network',
  summary:
    'network of actors: centrality, communities, who links sectors; converts formats (docs/networks.md)',
  options: SPEC,
  usage: USAGE,
  schema: () => networkReportSchema,
  answer: report,
});

async function report(options: Options, io: Io): Promise<ExitStatus> {
  const stop = (message: string): ExitStatus => fail(io, 'network', message);
  const seed = readWholeNumber(options, 'seed', 0);
  if (!seed.ok) return stop(seed.message);
  const language = options.values.get('language') ?? 'en';
  if (language !== 'en' && language !== 'fr')
    return stop(`--language: expected en or fr, found "${language}"`);
  const to = options.values.get('to');
  const write = to === undefined ? undefined : WRITERS[to];
  if (to !== undefined && write === undefined) {
    return stop(`--to: expected ${Object.keys(WRITERS).join(', ')}, found "${to}"`);
  }
  const read = await readAny(options, io);
  if (!read.ok) return stop(read.message);
  const { network } = read;
  const settings = seed.number === undefined ? {} : { seed: seed.number };
  if (write) io.write(write(network));
  else if (options.flags.has('layout')) io.write(printLayout(network, settings));
  else {
    const measured = measureNetwork(network, settings);
    io.write(
      options.flags.has('json') ? `${JSON.stringify(measured, null, 2)}\n` : print(measured, language),
    );
  }
  return 0;
}

type AnyNetwork =
  | { readonly ok: true; readonly network: Network }
  | { readonly ok: false; readonly message: string };

async function readAny(options: Options, io: Io): Promise<AnyNetwork> {
  const path = options.files[0] ?? '-';
  const format = options.values.get('from') ?? formatOf(path);
  if (!FORMATS.includes(format)) {
    return { ok: false, message: `--from: expected ${FORMATS.join(', ')}, found "${format}"` };
  }
  const actorsPath = options.values.get('actors');
  const file = await readFile(io, path);
  if (!file.ok) return file;
  if (format !== 'csv') {
    if (actorsPath !== undefined)
      return { ok: false, message: '--actors: expected only beside a CSV file of ties' };
    const read = format === 'gexf' ? readGexf : format === 'graphml' ? readGraphml : readKumu;
    return describe(read(file.text), path);
  }
  if (actorsPath === undefined) return describe(readTies(file.text), path);
  const actors = await readFile(io, actorsPath);
  if (!actors.ok) return actors;
  // A table of actors that cannot be read alone is named as the culprit; what is left concerns the ties.
  const alone = readTies('from,to\n', actors.text);
  return alone.ok ? describe(readTies(file.text, actors.text), path) : describe(alone, actorsPath);
}

function formatOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'json') return 'kumu';
  return ending === 'gexf' || ending === 'graphml' ? ending : 'csv';
}

function describe(read: NetworkFile, path: string): AnyNetwork {
  return read.ok ? read : { ok: false, message: describeProblem(path, read) };
}

function printLayout(network: Network, settings: { readonly seed?: number }): string {
  const number = new Map(network.actors.map((actor, i) => [actor.id, i]));
  const places = layOutNetwork({
    ...settings,
    actors: network.actors.length,
    ties: network.ties.map(
      ({ from, to, weight }) => [number.get(from) ?? 0, number.get(to) ?? 0, weight] as const,
    ),
  });
  const rows = network.actors.map(({ id }, i) => ({
    id,
    x: Math.round((places[2 * i] ?? 0) * 10) / 10,
    y: Math.round((places[2 * i + 1] ?? 0) * 10) / 10,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

const WORDS = {
  en: {
    actors: 'actors',
    ties: 'ties',
    density: 'density',
    parts: 'parts',
    communities: 'communities',
    columns: ['ties', 'between', 'PageRank', 'community', 'sector', 'actor'],
    within: ['density', 'ties', 'sectors'],
    estimated: (pivots: number) => `betweenness estimated from ${pivots} sources`,
  },
  fr: {
    actors: 'acteurs',
    ties: 'liens',
    density: 'densité',
    parts: 'parties',
    communities: 'communautés',
    columns: ['liens', 'entre', 'PageRank', 'communauté', 'secteur', 'acteur'],
    within: ['densité', 'liens', 'secteurs'],
    estimated: (pivots: number) => `intermédiarité estimée à partir de ${pivots} sources`,
  },
} as const;

/** Lines shown at most in each part for people; `--json` holds all. */
const SHOWN = 20;
const FINDINGS_SHOWN = 10;

function print(report: NetworkReport, language: 'en' | 'fr'): string {
  const words = WORDS[language];
  const names = new Map(report.actors.map((actor) => [actor.id, actor.name]));
  const central = report.actors
    .toSorted((a, b) => b.betweenness - a.betweenness || b.degree - a.degree)
    .slice(0, SHOWN);
  const rows = central.map((actor) => [
    `${actor.degree}`,
    actor.betweenness.toFixed(3),
    actor.pageRank.toFixed(3),
    communityName(actor.community),
    actor.sector ?? '',
    actor.name,
  ]);
  const sectors = report.sectors
    .filter((entry) => entry.pairs > 0)
    .map((entry) => {
      const [one, other] = entry.sectors;
      return [
        percent(entry.density),
        `${entry.ties}/${entry.pairs}`,
        one === other ? one : `${one} - ${other}`,
      ];
    });
  const findings = report.findings
    .slice(0, FINDINGS_SHOWN)
    .map((finding) => `${sayFinding(finding, language, (id) => names.get(id) ?? id)}\n`);
  const head = [
    `${report.actors.length} ${words.actors}`,
    `${report.ties} ${words.ties}`,
    `${words.density} ${percent(report.density)}`,
    `${report.parts.length} ${words.parts}`,
    `${report.communities.length} ${words.communities}`,
    ...(report.pivots === undefined ? [] : [words.estimated(report.pivots)]),
  ];
  return [
    `${head.join(', ')}\n`,
    findings.length > 0 ? `\n${findings.join('')}` : '',
    `\n${layOut(words.columns, rows)}`,
    sectors.length > 0 ? `\n${layOut(words.within, sectors)}` : '',
  ].join('');
}

/** A, B, ... Z, then numbers. */
function communityName(community: number): string {
  return community < 26 ? String.fromCharCode(65 + community) : String(community + 1);
}
