/** What became of the bytes that a source handed over. */
export type Taken = 'taken' | 'left' | 'later';

/** Where mail comes from. */
export interface MailSource {
  /** Milliseconds between two looks. */
  readonly every: number;
  /**
   * Hands over each new mail, one after the other. One that was taken is gone from the source; one that was left stays
   * and is not handed over again; one for later is.
   */
  each(take: (raw: Uint8Array) => Promise<Taken>): Promise<void>;
  /** Calls when something may have come; answers how to stop. */
  watch(heard: () => void): () => void;
}
