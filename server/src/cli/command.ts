/** What a command may touch: files by path (`-` is standard input), standard output, standard error. */
export interface Io {
  /** The text of a file, or of standard input for `-`. Rejects when it cannot be read. */
  read(path: string): Promise<string>;
  /** Writes to standard output; the text brings its own line ends. */
  write(text: string): void;
  /** Writes to standard error; the text brings its own line ends. */
  error(text: string): void;
}

/** Exit status of a command: 0 done, 2 wrong input (said on standard error in one message). */
export type ExitStatus = 0 | 2;

/** One subcommand of `tablee`. */
export interface Command {
  /** The word after `tablee`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Runs with the arguments after the name. */
  run(args: readonly string[], io: Io): Promise<number>;
}
