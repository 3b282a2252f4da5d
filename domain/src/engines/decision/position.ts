import type { Ballot, DecisionCase, Member, Proxy, Stance } from './case.ts';
import type { Rule, Step, Text } from './rule.ts';
import type { Problem, RefusalCode, RefusedBallot, UnconfirmedPosition } from './verdict.ts';
import { text } from './wording.ts';

/** A stance that counts, with its reason. */
export interface Position {
  readonly stance: Stance;
  readonly reason: string | undefined;
}

/** What the ballots and proxies of one step amount to. */
export interface Positions {
  readonly stances: ReadonlyMap<string, Position>;
  /** Members present or represented. */
  readonly present: ReadonlySet<string>;
  readonly refused: readonly RefusedBallot[];
  readonly unconfirmed: readonly UnconfirmedPosition[];
  readonly problems: readonly Problem[];
}

const WHY: Readonly<Record<RefusalCode, Text>> = {
  NotEntitled: text('siège sans voix', 'seat without a vote'),
  SeatVacant: text('siège vacant', 'vacant seat'),
  Recused: text('déport', 'recused'),
  NotADeputy: text('la personne n’est pas suppléante de ce siège', 'the person is not a deputy of this seat'),
  DeputiesNotAllowed: text('la règle n’admet pas de suppléance', 'the rule does not allow deputies'),
  MemberVotedInPerson: text(
    'le membre ou sa suppléance a déjà voté : une seule voix',
    'the member or the deputy voted: one vote only',
  ),
  NoSuchProxy: text('aucune procuration écrite à cette personne', 'no written proxy to this person'),
  ProxiesNotAllowed: text('la règle n’admet pas de procuration', 'the rule does not allow proxies'),
  ProxyCapReached: text('plafond de procurations dépassé', 'more proxies than one holder may carry'),
  ProxyOutsideGroup: text('procuration donnée hors du collège', 'proxy given outside the constituency'),
  AgainstInstruction: text(
    'contraire à l’instruction de la procuration, qui compte',
    'against the instruction of the proxy, which counts',
  ),
  ReasonMissing: text('motif exigé par la règle, non donné', 'the rule asks for a reason and none is given'),
  TooLate: text('reçu après l’échéance', 'received after the deadline'),
  Replaced: text('remplacé par une position plus récente', 'replaced by a later position'),
};

/** Builds the entry of a ballot or proxy that does not count, with its sentence. */
export function refuse(member: Member, stance: Stance | undefined, code: RefusalCode): RefusedBallot {
  const name = member.name ?? member.id;
  const why = WHY[code];
  const sentence = text(`${name} : ne compte pas (${why.fr}).`, `${name}: does not count (${why.en}).`);
  return stance === undefined
    ? { member: member.id, code, sentence }
    : { member: member.id, stance, code, sentence };
}

interface Reading {
  readonly input: DecisionCase;
  readonly rule: Rule;
  readonly members: ReadonlyMap<string, Member>;
  readonly recused: ReadonlySet<string>;
  readonly proxies: ReadonlyMap<string, Proxy>;
  readonly refused: RefusedBallot[];
}

function seatRefusal(member: Member, reading: Reading): RefusalCode | null {
  if (member.voting === false) return 'NotEntitled';
  if (member.vacant) return 'SeatVacant';
  return reading.recused.has(member.id) ? 'Recused' : null;
}

function needsReason(step: Step, stance: Stance): boolean {
  if (stance !== 'block' && stance !== 'no') return false;
  if (step.kind === 'consensus') return step.blockNeedsReason === true;
  return step.kind === 'silence' && step.objectionNeedsReason === true;
}

function ballotRefusal(ballot: Ballot, member: Member, step: Step, reading: Reading): RefusalCode | null {
  const seat = seatRefusal(member, reading);
  if (seat) return seat;
  if (ballot.castBy?.as === 'deputy') {
    if (reading.rule.deputies === false) return 'DeputiesNotAllowed';
    if (!member.deputies?.includes(ballot.castBy.person)) return 'NotADeputy';
  }
  if (ballot.castBy?.as === 'proxy' && reading.proxies.get(member.id)?.to !== ballot.castBy.person)
    return reading.rule.proxies?.allowed ? 'NoSuchProxy' : 'ProxiesNotAllowed';
  if (needsReason(step, ballot.stance) && !ballot.reason?.trim()) return 'ReasonMissing';
  const closesAt = step.kind === 'silence' ? reading.input.silence?.closesAt : undefined;
  if (closesAt && ballot.at && Date.parse(ballot.at) > Date.parse(closesAt)) return 'TooLate';
  return null;
}

/** Proxies that stand under the rule: allowed, within the caps, one per member; the others are refused and listed. */
function standingProxies(reading: Omit<Reading, 'proxies'>): Map<string, Proxy> {
  const terms = reading.rule.proxies;
  const kept = new Map<string, Proxy>();
  const byHolder = new Map<string, { proxy: Proxy; member: Member }[]>();
  for (const proxy of reading.input.proxies ?? []) {
    const member = reading.members.get(proxy.from);
    if (!member) continue;
    const seat = seatRefusal(member, { ...reading, proxies: kept });
    const holder = reading.members.get(proxy.to);
    const code: RefusalCode | null =
      seat ??
      (terms?.allowed !== true ? 'ProxiesNotAllowed' : null) ??
      (reading.recused.has(proxy.to) ? 'Recused' : null) ??
      (terms?.sameGroup && holder?.group !== member.group ? 'ProxyOutsideGroup' : null);
    if (code) reading.refused.push(refuse(member, proxy.instruction, code));
    else byHolder.set(proxy.to, [...(byHolder.get(proxy.to) ?? []), { proxy, member }]);
  }
  for (const carried of byHolder.values()) {
    const categories = [...new Set(carried.map(({ member }) => member.category ?? ''))];
    const within = categories.flatMap((category) => {
      const entries = carried.filter(({ member }) => (member.category ?? '') === category);
      return withinCap(entries, terms?.maxPerHolderByCategory?.[category], reading.refused);
    });
    for (const { proxy } of withinCap(within, terms?.maxPerHolder, reading.refused))
      kept.set(proxy.from, proxy);
  }
  return kept;
}

/**
 * The first `cap` proxies by the time they were given. Where times are missing or equal at the cut, nothing tells
 * which ones stand, so none of those in doubt does.
 */
function withinCap(
  entries: { proxy: Proxy; member: Member }[],
  cap: number | undefined,
  refused: RefusedBallot[],
): { proxy: Proxy; member: Member }[] {
  if (cap === undefined || entries.length <= cap) return entries;
  const time = (entry: { proxy: Proxy }): number =>
    entry.proxy.given === undefined ? Number.POSITIVE_INFINITY : Date.parse(entry.proxy.given);
  const sorted = [...entries].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  const firstOut = sorted[cap];
  const cut = firstOut ? time(firstOut) : Number.POSITIVE_INFINITY;
  for (const entry of sorted)
    if (time(entry) >= cut) refused.push(refuse(entry.member, entry.proxy.instruction, 'ProxyCapReached'));
  return sorted.filter((entry) => time(entry) < cut);
}

const RANK = { self: 2, deputy: 1, proxy: 0 } as const;

function rankOf(ballot: Ballot): number {
  return RANK[ballot.castBy?.as ?? 'self'];
}

function timeOf(ballot: Ballot): number {
  return ballot.at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(ballot.at);
}

interface Indexed {
  readonly ballot: Ballot;
  readonly index: number;
  readonly level: number;
}

/** The ballot that counts among several of one member: later step, then own before deputy before proxy, then later. */
function choose(
  entries: readonly Indexed[],
  member: Member,
  reading: Reading,
): { best: Ballot; problem?: Problem } {
  const sorted = [...entries].sort(
    (a, b) =>
      b.level - a.level ||
      rankOf(b.ballot) - rankOf(a.ballot) ||
      (timeOf(b.ballot) === timeOf(a.ballot) ? 0 : timeOf(b.ballot) > timeOf(a.ballot) ? 1 : -1) ||
      ((a.ballot.reason ?? '') < (b.ballot.reason ?? '') ? -1 : 1),
  );
  const [first, ...rest] = sorted;
  if (!first) throw new Error('A member without ballots has no choice to make');
  const rival = rest.find(
    ({ ballot, level }) =>
      level === first.level &&
      rankOf(ballot) === rankOf(first.ballot) &&
      timeOf(ballot) === timeOf(first.ballot) &&
      ballot.stance !== first.ballot.stance,
  );
  if (rival) {
    const problem = {
      path: `ballots[${Math.max(rival.index, first.index)}]`,
      expected: `one ballot of ${member.id}, or an instant "at" that tells which is the later one`,
      found: `${first.ballot.stance} and ${rival.ballot.stance}`,
    };
    return { best: first.ballot, problem };
  }
  for (const { ballot, level } of rest)
    if (level === first.level) {
      const code = rankOf(ballot) === rankOf(first.ballot) ? 'Replaced' : 'MemberVotedInPerson';
      reading.refused.push(refuse(member, ballot.stance, code));
    }
  return { best: first.ballot };
}

function levelOf(ballot: Ballot, rule: Rule): number {
  if (ballot.step === undefined) return -1;
  return rule.steps.findIndex((step) => step.id === ballot.step);
}

/**
 * Reads the ballots and proxies that one step counts. A later ballot replaces an earlier one; the member's own vote
 * goes before the deputy's, the deputy's before a proxy's; unconfirmed positions are set aside; what does not count is
 * listed with its reason. The order of the ballots never matters.
 */
export function readPositions(input: DecisionCase, rule: Rule, step: Step): Positions {
  const refused: RefusedBallot[] = [];
  const base = {
    input,
    rule,
    members: new Map(input.roll.members.map((member) => [member.id, member])),
    recused: new Set((input.recused ?? []).map((entry) => entry.member)),
    refused,
  };
  const reading: Reading = { ...base, proxies: standingProxies(base) };
  const here = rule.steps.indexOf(step);
  const own = step.kind !== 'silence' && step.ballots === 'own';
  const valid = new Map<string, Indexed[]>();
  const unconfirmed: UnconfirmedPosition[] = [];
  input.ballots.forEach((ballot, index) => {
    const member = reading.members.get(ballot.member);
    const level = levelOf(ballot, rule);
    if (!member || level > here || (own && level !== here)) return;
    const code = ballotRefusal(ballot, member, step, reading);
    if (code) refused.push(refuse(member, ballot.stance, code));
    else if (ballot.standing !== undefined && ballot.standing !== 'confirmed')
      unconfirmed.push({ member: member.id, stance: ballot.stance, standing: ballot.standing });
    else valid.set(member.id, [...(valid.get(member.id) ?? []), { ballot, index, level }]);
  });
  const problems: Problem[] = [];
  const stances = new Map<string, Position>();
  const present = new Set(input.present ?? []);
  for (const [id, entries] of valid) {
    const member = reading.members.get(id);
    if (!member) continue;
    const { best, problem } = choose(entries, member, reading);
    if (problem) problems.push(problem);
    stances.set(id, { stance: best.stance, reason: best.reason });
    present.add(id);
    bindToInstruction(best, member, reading, stances);
  }
  carryProxies(reading, stances, present);
  return { stances, present, refused: sortRefused(refused), unconfirmed: sortById(unconfirmed), problems };
}

function bindToInstruction(
  best: Ballot,
  member: Member,
  reading: Reading,
  stances: Map<string, Position>,
): void {
  if (best.castBy?.as !== 'proxy') return;
  const instruction = reading.proxies.get(member.id)?.instruction;
  if (instruction === undefined || instruction === best.stance) return;
  reading.refused.push(refuse(member, best.stance, 'AgainstInstruction'));
  stances.set(member.id, { stance: instruction, reason: undefined });
}

function carryProxies(reading: Reading, stances: Map<string, Position>, present: Set<string>): void {
  const attending = new Set(present);
  for (const proxy of reading.proxies.values()) {
    if (!attending.has(proxy.to) || stances.has(proxy.from)) continue;
    present.add(proxy.from);
    if (proxy.instruction !== undefined && !attending.has(proxy.from))
      stances.set(proxy.from, { stance: proxy.instruction, reason: undefined });
  }
}

function sortById<T extends { readonly member: string; readonly stance?: Stance }>(items: readonly T[]): T[] {
  const key = (item: T): string => `${item.member} ${item.stance ?? ''}`;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function sortRefused(items: readonly RefusedBallot[]): RefusedBallot[] {
  const key = (item: RefusedBallot): string => `${item.member} ${item.code} ${item.stance ?? ''}`;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
