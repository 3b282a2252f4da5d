import type { Json } from './json.ts';

/**
 * The form in which one process keeps its entities: its name, and how the state is read. Screens and views need
 * no more; the rules that write the state are declared apart and may come later.
 */
export interface ProcessState<S extends Json = Json> {
  readonly name: string;
  /** The state of an entity of this process. */
  read(state: Json): S;
}

/** Names a process and the type of its state. `process` declares the rules on it. */
export const processState = <S extends Json>(name: string): ProcessState<S> => ({
  name,
  // Only this process's evolve writes the state of its entities, and a snapshot of another format is never opened.
  read: (state) => state as S,
});
