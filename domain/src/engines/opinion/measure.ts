import { addCounts, type Counts } from './tally.ts';

/** Where a share is significant at 90 %, one-sided: the standard normal quantile of 0.9. */
const SIGNIFICANT = 1.2816;

/**
 * Share of those who saw a statement and took a side, drawn to one half where few did: (side + 1) ÷ (seen + 2)
 * (OPN-8). 0.5 where nobody saw it.
 */
export function likelyShare(side: number, seen: number): number {
  return (side + 1) / (seen + 2);
}

/**
 * How far a share lies above one half, in standard errors, with one vote of each kind added: 2 √n (s/n − ½) for
 * s = side + 1 and n = seen + 1 (OPN-9).
 */
export function testAboveHalf(side: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((side + 1) / (seen + 1) - 0.5);
}

/**
 * How far the share of a group lies above that of the others, in standard errors: the test of two proportions with
 * a pooled share, one vote added to each of the four counts (OPN-9). 0 where the pooled share is 1.
 *
 * @see Newcombe (1998) for the test; the added votes follow the Polis server.
 */
export function testBetween(
  group: { readonly side: number; readonly seen: number },
  others: { readonly side: number; readonly seen: number },
): number {
  const [s1, n1, s2, n2] = [group.side + 1, group.seen + 1, others.side + 1, others.seen + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled === 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}

/**
 * Group-aware consensus of a statement: the product over groups of the likely share that agrees (or disagrees), so
 * that a statement stands high only where every group, small or large, is for it (OPN-8). From 0 to 1; 1 for none.
 *
 * @see Small and others, "Polis" (2021), section 3.4.
 */
export function groupAwareConsensus(line: readonly Counts[], side: 'agree' | 'disagree' = 'agree'): number {
  return line.reduce((product, counts) => product * likelyShare(counts[side], counts.seen), 1);
}

/** How one group stands to one statement, compared with all the others together. */
export interface Mark {
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
  /** Members of the group on that side, and members who saw it. */
  readonly count: number;
  readonly seen: number;
  /** Likely share of the group on that side, and how far above one half in standard errors. */
  readonly share: number;
  readonly aboveHalf: number;
  /** That share divided by the one of the others, and how far above theirs in standard errors. */
  readonly ratio: number;
  readonly aboveOthers: number;
}

/** Measures one side of one statement for one group. */
export function markOf(
  line: readonly Counts[],
  group: number,
  statement: number,
  side: 'agree' | 'disagree',
): Mark {
  const own = line[group] ?? addCounts([]);
  const others = addCounts(line.filter((_, index) => index !== group));
  const share = likelyShare(own[side], own.seen);
  return {
    statement,
    side,
    count: own[side],
    seen: own.seen,
    share,
    aboveHalf: testAboveHalf(own[side], own.seen),
    ratio: share / likelyShare(others[side], others.seen),
    aboveOthers: testBetween({ side: own[side], seen: own.seen }, { side: others[side], seen: others.seen }),
  };
}

/**
 * Statements that mark a group (OPN-10): first the one that the group most agrees on, then those on which its share
 * lies significantly above one half and above the others', strongest first; at most `most`, agreements before
 * disagreements.
 *
 * @param lines counts by group of each statement; a missing line (moderated, hidden) is left out.
 * @see the Polis server's `repness.clj`, whose choice this repeats.
 */
export function marksOfGroup(
  lines: readonly (readonly Counts[] | undefined)[],
  group: number,
  most = 5,
): Mark[] {
  const strong: Mark[] = [];
  let agreed: Mark | undefined;
  for (const [statement, line] of lines.entries()) {
    if (line === undefined) continue;
    const [yes, no] = [markOf(line, group, statement, 'agree'), markOf(line, group, statement, 'disagree')];
    const mark = yes.aboveOthers > no.aboveOthers ? yes : no;
    if (mark.aboveOthers > SIGNIFICANT && mark.aboveHalf > SIGNIFICANT) strong.push(mark);
    if (yes.count + no.count > 0 && isBetterAgreed(yes, agreed)) agreed = yes;
  }
  const rest = strong.filter((mark) => mark.statement !== agreed?.statement);
  rest.sort((a, b) => strengthOf(b) - strengthOf(a));
  const chosen = [...(agreed ? [agreed] : []), ...rest].slice(0, most);
  return [
    ...chosen.filter((mark) => mark.side === 'agree'),
    ...chosen.filter((mark) => mark.side === 'disagree'),
  ];
}

function strengthOf(mark: Mark): number {
  return mark.ratio * mark.aboveOthers * mark.share * mark.aboveHalf;
}

function isBetterAgreed(mark: Mark, best: Mark | undefined): boolean {
  if (best === undefined) return mark.aboveHalf > SIGNIFICANT || (mark.ratio > 1 && mark.share > 0.5);
  if (best.ratio > 1) return strengthOf(mark) > strengthOf(best);
  return mark.share * mark.aboveHalf > best.share * best.aboveHalf;
}

/** A statement on which most people who saw it take the same side. */
export interface Majority {
  readonly statement: number;
  readonly count: number;
  readonly seen: number;
  readonly share: number;
  readonly aboveHalf: number;
}

/** Statements with a significant majority over everybody, strongest first, at most `most` (OPN-11). */
export function majorities(
  counts: readonly (Counts | undefined)[],
  side: 'agree' | 'disagree',
  most = 5,
): Majority[] {
  const found: Majority[] = [];
  for (const [statement, count] of counts.entries()) {
    if (count === undefined) continue;
    const share = likelyShare(count[side], count.seen);
    const aboveHalf = testAboveHalf(count[side], count.seen);
    if (share > 0.5 && aboveHalf > SIGNIFICANT) {
      found.push({ statement, count: count[side], seen: count.seen, share, aboveHalf });
    }
  }
  return found.sort((a, b) => b.share * b.aboveHalf - a.share * a.aboveHalf).slice(0, most);
}

/** How far apart the two groups are that differ most on a statement. */
export interface Divide {
  readonly statement: number;
  /** The group that agrees most and the one that agrees least. */
  readonly most: number;
  readonly least: number;
  /** Difference of their likely shares of agreement, from 0 to 1. */
  readonly gap: number;
  /** The same difference in standard errors. */
  readonly test: number;
}

/** Statements that divide the groups, widest first: only gaps that are significant between their two groups (OPN-12). */
export function divides(lines: readonly (readonly Counts[] | undefined)[]): Divide[] {
  const found: Divide[] = [];
  for (const [statement, line] of lines.entries()) {
    const answered = [...(line ?? []).entries()].filter(([, counts]) => counts.seen > 0);
    const shares = answered.map(([group, counts]) => ({
      group,
      counts,
      share: likelyShare(counts.agree, counts.seen),
    }));
    shares.sort((a, b) => b.share - a.share);
    const [top, bottom] = [shares[0], shares.at(-1)];
    if (top === undefined || bottom === undefined || top === bottom) continue;
    const test = testBetween(
      { side: top.counts.agree, seen: top.counts.seen },
      { side: bottom.counts.agree, seen: bottom.counts.seen },
    );
    if (test <= SIGNIFICANT) continue;
    found.push({ statement, most: top.group, least: bottom.group, gap: top.share - bottom.share, test });
  }
  return found.sort((a, b) => b.gap - a.gap || a.statement - b.statement);
}
