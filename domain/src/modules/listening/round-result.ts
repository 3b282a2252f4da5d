import {
  gatherVotes,
  givenGroups,
  mapOpinions,
  type OpinionMap,
  type OpinionReport,
  publishOpinions,
  type Stance,
  type Vote,
} from '@tablee/domain/engines/opinion';

/** One person's answers, as they are kept beside the ledger: an id that means nothing outside, and no time. */
export interface Voice {
  readonly person: string;
  readonly sector: string | undefined;
  readonly answers: readonly { readonly statement: string; readonly stance: Stance }[];
}

/** Hands counted in a room: for each statement how many of one sector agreed, disagreed and passed. */
export interface HandCount {
  readonly sector: string | undefined;
  readonly counts: {
    readonly [statement: string]: {
      readonly agree: number;
      readonly disagree: number;
      readonly pass: number;
    };
  };
}

/** What a round is published from. */
export interface RoundAnswers {
  /** Statements in their order; with `shown` false, counted and kept out of rankings. */
  readonly statements: readonly { readonly id: string; readonly shown: boolean }[];
  readonly voices: readonly Voice[];
  readonly hands: readonly HandCount[];
  readonly sectors: readonly string[];
  readonly floors: { readonly perGroup: number; readonly inAll: number };
  /** Everybody answered under their name and knew so: nothing is hidden. */
  readonly named: boolean;
}

/** What is published: the engine's report, or nothing but the number of people. */
export type RoundResult =
  | { readonly ok: true; readonly report: OpinionReport }
  | { readonly ok: false; readonly people: number; readonly floor: number };

const STANCES = [
  ['agree', 1],
  ['disagree', -1],
  ['pass', 0],
] as const;

/** The highest number of hands up for one statement: as many people were in the room, at least. */
const sizeOf = ({ counts }: HandCount): number =>
  Object.values(counts).reduce(
    (most, { agree, disagree, pass }) => Math.max(most, agree + disagree + pass),
    0,
  );

/** Hands as answers of people who never were one: right for the counts of each statement, wrong for a map. */
const voicesOf = (hands: readonly HandCount[]): readonly Voice[] =>
  hands.flatMap((hand, room) => {
    const answers = Array.from({ length: sizeOf(hand) }, (): { statement: string; stance: Stance }[] => []);
    for (const [statement, counts] of Object.entries(hand.counts)) {
      let place = 0;
      for (const [name, stance] of STANCES)
        for (let raised = 0; raised < counts[name]; raised += 1)
          answers[place++]?.push({ statement, stance });
    }
    return answers.map((own, place) => ({
      person: `hand ${room} ${place}`,
      sector: hand.sector,
      answers: own,
    }));
  });

const votesOf = (voices: readonly Voice[]): readonly Vote[] =>
  voices.flatMap(({ person, answers }) =>
    answers.map(({ statement, stance }) => ({ person, statement, stance })),
  );

const mapOf = (answers: RoundAnswers, voices: readonly Voice[]): OpinionMap => {
  const table = gatherVotes(
    votesOf(voices),
    answers.statements.map(({ id }) => id),
  );
  const hidden = answers.statements.flatMap(({ shown }, place) => (shown ? [] : [place]));
  return mapOpinions(table, { moderated: new Set(hidden), smallestGroup: answers.floors.perGroup });
};

const publish = (answers: RoundAnswers, voices: readonly Voice[]): RoundResult => {
  const map = mapOf(answers, voices);
  const sectorOf = new Map(
    voices.flatMap(({ person, sector }) => (sector === undefined ? [] : [[person, sector] as const])),
  );
  const bySector = answers.sectors.length > 1 ? givenGroups(map.table, sectorOf) : undefined;
  const grouping = bySector ?? map.found;
  const { floors, named } = answers;
  const published = publishOpinions(map, grouping, named ? { named } : { floors });
  return published.ok
    ? { ok: true, report: withoutNames(published.report) }
    : { ok: false, people: published.people, floor: published.floor };
};

/** The ids at the places of a named map mean nothing to anybody and are left out. */
const withoutNames = (report: OpinionReport): OpinionReport => {
  const { map, ...rest } = report;
  if (map === undefined) return report;
  const spots = map.spots.map(({ names: _names, ...spot }) => spot);
  return { ...rest, map: { ...map, spots } };
};

/**
 * What may be published of a round at its close (LSN-11, LSN-12): by sector where at least two were offered, else by
 * the groups that the answers themselves show. Hands counted in a room are in every count and not on the map.
 */
export const publishRound = (answers: RoundAnswers): RoundResult => {
  const hands = voicesOf(answers.hands);
  const whole = publish(answers, [...answers.voices, ...hands]);
  if (!whole.ok || hands.length === 0) return whole;
  const people = publish(answers, answers.voices);
  const { map: _map, ...counts } = whole.report;
  return {
    ok: true,
    report: {
      ...counts,
      ...(people.ok && people.report.map !== undefined ? { map: people.report.map } : {}),
    },
  };
};
