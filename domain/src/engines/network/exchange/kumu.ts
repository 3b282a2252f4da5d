import * as z from 'zod/mini';
import { inputProblem } from '../../csv/index.ts';
import type { Network } from '../graph.ts';
import { checkNetwork, makeActor, type NetworkFile } from './gather.ts';

/** Kumu's JSON as far as a network needs it; further fields are left alone. */
export const kumuSchema = z.object({
  elements: z.array(
    z.object({
      label: z.string().check(z.minLength(1)),
      id: z.optional(z.string()),
      type: z.optional(z.nullable(z.string())),
    }),
  ),
  connections: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      direction: z.optional(z.nullable(z.enum(['directed', 'undirected', 'mutual']))),
      type: z.optional(z.nullable(z.string())),
      weight: z.optional(z.nullable(z.number())),
    }),
  ),
});

/**
 * Reads Kumu's JSON (NET-10): elements by label (or id), their type as sector; connections without direction run both
 * ways, as in Kumu they are drawn one way only where they say `directed`.
 *
 * @see https://docs.kumu.io/guides/import/blueprints
 */
export function readKumu(text: string): NetworkFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return notJson(text, error instanceof Error ? error.message : '');
  }
  const parsed = z.safeParse(kumuSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return inputProblem(issue?.message ?? 'Kumu elements and connections', 'something else', {
      column: issue?.path.join('.') ?? '',
    });
  }
  const { elements, connections } = parsed.data;
  const byId = new Map(elements.flatMap(({ id, label }) => (id === undefined ? [] : [[id, label] as const])));
  return checkNetwork({
    actors: elements.map(({ label, type }, i) => ({
      actor: makeActor(label.trim(), label, type ?? undefined),
      where: { column: `elements.${i}.label` },
    })),
    ties: connections.map(({ from, to, direction, type, weight }, i) => ({
      tie: {
        from: (byId.get(from) ?? from).trim(),
        to: (byId.get(to) ?? to).trim(),
        weight: weight ?? 1,
        directed: direction === 'directed',
        ...(type ? { kind: type } : {}),
      },
      where: { column: `connections.${i}` },
    })),
  });
}

/** Where engines tell the position of the first wrong sign, it is turned into a line. */
function notJson(text: string, message: string): NetworkFile {
  const position = /position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
  return inputProblem(
    'JSON',
    text.trim() === '' ? 'nothing' : 'something that is not JSON',
    line ? { line } : {},
  );
}

/** Writes Kumu's JSON, actors by name; actors of the same name are told apart by their id behind it. */
export function writeKumu(network: Network): string {
  const names = new Map<string, number>();
  for (const { name } of network.actors) names.set(name, (names.get(name) ?? 0) + 1);
  const labels = new Map(
    network.actors.map(({ id, name }) => [id, (names.get(name) ?? 0) > 1 ? `${name} (${id})` : name]),
  );
  const file: z.infer<typeof kumuSchema> = {
    elements: network.actors.map(({ id, name, sector }) => ({
      label: labels.get(id) ?? name,
      ...(sector === undefined ? {} : { type: sector }),
    })),
    connections: network.ties.map(({ from, to, weight, directed, kind }) => ({
      from: labels.get(from) ?? from,
      to: labels.get(to) ?? to,
      direction: directed ? ('directed' as const) : ('mutual' as const),
      weight,
      ...(kind === undefined ? {} : { type: kind }),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
