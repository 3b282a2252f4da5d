import type { Actor, Command, Entities } from '@tablee/domain/kernel';
import type { CommandOutcome } from '@tablee/domain/protocol';
import type { Sheltered } from '../space/shelter.ts';
import type { Traces } from '../space/traces.ts';

/**
 * What people and doors ask of the spaces: the folded state to read from, and commands to issue. The space service
 * gives it; nothing here knows of the ledger.
 */
export interface SpaceDesk {
  /**
   * The folded state, to be read at once and not kept, without the words of people in safety; `undefined` when there
   * is no such space.
   */
  read(space: string): Promise<Entities | undefined>;
  /**
   * Decides and appends one command as that person of the space, or as `system`, who lets people in and answers
   * for those without an account. A retry of the same command gets the same answer.
   */
  issue(command: Command, as: string): Promise<CommandOutcome>;
  /** The same for commands of one space that belong together: what is accepted of them is durable at once or not at all. */
  issueAll(commands: readonly Command[], as: string): Promise<readonly CommandOutcome[]>;
  /** Who says whose words are kept from others. */
  shelteredBy(source: (space: string) => Promise<Sheltered>): void;
  /** Somebody came into safety or back: from here on everybody reads so. */
  shelter(space: string): Promise<void>;
  /** Where a person stands in what `by` reads; `undefined` when there is no such space. */
  traces(
    space: string,
    by: Pick<Actor, 'circles'>,
    person: { readonly id: string; readonly name: string | undefined },
  ): Promise<Traces | undefined>;
  /** The ids of all spaces. */
  all(): Promise<readonly string[]>;
}

/** The clock of the server: milliseconds since 1970. */
export type Clock = () => number;

/** A command that the server issues on behalf of people: `base` is empty, the device's claim is now. */
export const serverCommand = (
  id: string,
  target: Pick<Command, 'space' | 'type' | 'entity' | 'circle' | 'payload'>,
  now: number,
): Command => ({ id, ...target, base: {}, saidAt: new Date(now).toISOString() });
