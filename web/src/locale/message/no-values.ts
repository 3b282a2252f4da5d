/** A message without placeholders. */
export type NoValues = Record<never, never>;
