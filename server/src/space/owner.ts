/** Whose items, and in which space they were noted. */
export interface Owner {
  readonly account: string;
  readonly space: string;
  /** Who the account is in that space. */
  readonly person: string;
}
