import { openChance } from '../../chance/index.ts';
import type { Text } from '../rule.ts';
import { listText, text } from '../wording.ts';
import type { Election, OpenTie } from './election.ts';

/** Breaks ties as the election declares, and remembers what it did for the notices. */
export interface TieBreaker {
  /**
   * The one of the tied who goes first (`best`: to a seat or a transfer) or out (`worst`), or null when nothing declared
   * settles it. `past` lists the votes of earlier stages, most recent first; each compares two candidates.
   */
  pick(
    tied: readonly string[],
    want: 'best' | 'worst',
    past: readonly ((a: string, b: string) => number)[],
  ): string | null;
  readonly notices: readonly Text[];
}

/** The name of a candidate as it stands on the ballot. */
export function nameOf(election: Election, id: string): string {
  return election.candidates.find((candidate) => candidate.id === id)?.name ?? id;
}

/** Names joined as a list in both languages. */
export function namesText(election: Election, ids: readonly string[]): Text {
  return listText(ids.map((id) => text(nameOf(election, id), nameOf(election, id))));
}

/**
 * Makes the tie-breaker of one count. Earlier stages narrow the tie step by step; a drawing of lots takes its numbers
 * from the seed, which a notice names.
 */
export function tieBreakerOf(election: Election, always: readonly 'earlierStages'[] = []): TieBreaker {
  const ways = [...new Set([...always, ...(election.tieBreaks ?? [])])];
  const chance = election.seed === undefined ? null : openChance(election.seed);
  const notices: Text[] = [];
  const say = (tied: readonly string[], how: Text, picked: string): string => {
    const names = namesText(election, tied);
    const name = nameOf(election, picked);
    notices.push(
      text(
        `Égalité entre ${names.fr} : ${how.fr} désigne ${name}.`,
        `Tie between ${names.en}: ${how.en} picks ${name}.`,
      ),
    );
    return picked;
  };
  return {
    notices,
    pick(tied, want, past) {
      let left = [...tied];
      for (const way of ways) {
        if (way === 'earlierStages') {
          left = narrow(left, want, past);
          const [only] = left;
          if (left.length === 1 && only !== undefined)
            return say(tied, text('une étape antérieure', 'an earlier stage'), only);
        }
        const order = election.tieOrder;
        if (way === 'order' && order && left.every((id) => order.includes(id))) {
          const sorted = [...left].sort((a, b) => order.indexOf(a) - order.indexOf(b));
          const picked = want === 'best' ? sorted[0] : sorted.at(-1);
          if (picked !== undefined) return say(left, text('l’ordre déclaré', 'the declared order'), picked);
        }
        if (way === 'lot' && chance) {
          const picked = left[chance.below(left.length)];
          const seed = election.seed ?? 0;
          if (picked !== undefined)
            return say(left, text(`le tirage au sort (graine ${seed})`, `the lot (seed ${seed})`), picked);
        }
      }
      return null;
    },
  };
}

function narrow(
  tied: readonly string[],
  want: 'best' | 'worst',
  past: readonly ((a: string, b: string) => number)[],
): string[] {
  let left = [...tied];
  for (const order of past) {
    const sorted = [...left].sort((a, b) => (want === 'best' ? order(b, a) : order(a, b)));
    const [first] = sorted;
    if (first === undefined) break;
    left = left.filter((id) => order(id, first) === 0);
    if (left.length === 1) break;
  }
  return left;
}

/** The sentence of a tie that stays open. */
export function openTieText(election: Election, tie: OpenTie): Text {
  const names = namesText(election, tie.candidates);
  const over = {
    seat: text('pour un siège', 'for a seat'),
    exclusion: text('pour l’élimination', 'for exclusion'),
    transfer: text('pour l’ordre des transferts', 'for the order of transfers'),
  }[tie.over];
  return text(
    `Égalité ${over.fr} entre ${names.fr} : rien de déclaré ne la tranche.`,
    `Tie ${over.en} between ${names.en}: nothing declared settles it.`,
  );
}
