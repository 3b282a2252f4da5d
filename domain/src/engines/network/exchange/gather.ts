import { type InputProblem, inputProblem } from '../../csv/index.ts';
import type { Actor, Network, Tie } from '../graph.ts';

/** A network as read, or the place that could not be. */
export type NetworkFile = { readonly ok: true; readonly network: Network } | InputProblem;

/** What a format found, before it is checked; `where` names the place of each for a refusal. */
export interface Gathered {
  readonly actors: readonly { readonly actor: Actor; readonly where: Place }[];
  readonly ties: readonly { readonly tie: Tie; readonly where: Place }[];
}

/** A place in a file: a line, and the name of a column or the path of a value. */
export interface Place {
  readonly line?: number;
  readonly column?: string;
}

/**
 * Makes a network of what a file holds (NET-1): ids are there once, ties join two different actors that are there,
 * weights are above 0. The first that is not so is refused.
 */
export function checkNetwork({ actors, ties }: Gathered): NetworkFile {
  const known = new Set<string>();
  for (const { actor, where } of actors) {
    if (actor.id === '') return inputProblem('the id or name of an actor', 'nothing', where);
    if (known.has(actor.id)) return inputProblem('each actor once', `"${actor.id}" again`, where);
    known.add(actor.id);
  }
  for (const { tie, where } of ties) {
    for (const end of [tie.from, tie.to]) {
      if (!known.has(end)) return inputProblem('an actor of the file', `"${end}"`, where);
    }
    if (tie.from === tie.to)
      return inputProblem('a tie between two actors', `"${tie.from}" with itself`, where);
    if (!(tie.weight > 0 && Number.isFinite(tie.weight))) {
      return inputProblem('a weight above 0', `"${tie.weight}"`, where);
    }
  }
  return {
    ok: true,
    network: { actors: actors.map(({ actor }) => actor), ties: ties.map(({ tie }) => tie) },
  };
}

/** An actor from what a file says of it; empty texts count as not said. */
export function makeActor(id: string, name: string | undefined, sector: string | undefined): Actor {
  const trimmed = sector?.trim();
  return { id, name: name?.trim() || id, ...(trimmed ? { sector: trimmed } : {}) };
}
