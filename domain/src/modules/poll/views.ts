import { type Command, changeRecord, processCommand, type Ticket, type View } from '@tablee/domain/kernel';
import { processesIn, type Running, recordIn } from '../reading/index.ts';
import { type Poll, type PollAnswer, type PollOption, pollState } from './state.ts';

/** One date with what was said to it. */
export interface DateCount extends PollOption {
  readonly yes: number;
  readonly ifNeeded: number;
  readonly no: number;
  /** Voters who said nothing to this date. */
  readonly silent: number;
}

/** How the dates stand, in their order in time. */
export const countDates = (state: Poll): readonly DateCount[] =>
  [...state.options]
    .sort((a, b) => (a.instant < b.instant ? -1 : 1))
    .map((option) => {
      const said = (answer: PollAnswer): number =>
        state.votes.filter((vote) => vote.said[String(option.number)] === answer).length;
      const [yes, ifNeeded, no] = [said('yes'), said('ifNeeded'), said('no')];
      return { ...option, yes, ifNeeded, no, silent: state.votes.length - yes - ifNeeded - no };
    });

/** The date that suits most people; `undefined` while nobody answered. */
export const bestDate = (state: Poll): DateCount | undefined => {
  if (state.votes.length === 0) return undefined;
  return [...countDates(state)].sort(
    (a, b) => a.no + a.silent - (b.no + b.silent) || b.yes - a.yes || (a.instant < b.instant ? -1 : 1),
  )[0];
};

/** The polls of a meeting, the latest first. */
export const pollsOf = (view: View, meeting: string): readonly Running<Poll>[] =>
  processesIn(view, pollState)
    .filter(({ state }) => state.meeting === meeting)
    .sort((a, b) => (a.state.at < b.state.at ? 1 : -1));

/** The commands by which a date is taken, in their order: the poll ends with it, the meeting has it. */
export const takeDate = (
  view: View,
  held: Running<Poll>,
  number: number,
  ticket: () => Ticket,
): readonly Command[] => {
  const option = held.state.options.find((each) => each.number === number);
  const meeting = recordIn(view, 'meeting', held.state.meeting);
  if (option === undefined || meeting === undefined) return [];
  const { instant, zone } = option;
  return [
    processCommand(ticket(), 'poll.choose', { entity: held.id, circle: held.circle }, { option: number }),
    changeRecord(ticket(), meeting, { moment: { instant, zone } }),
  ];
};
