import type { Json } from './json.ts';

/** Refusal codes of the kernel itself; modules add their own closed unions. Never renamed. */
export type KernelRefusal =
  | 'NotFound'
  | 'NotAllowed'
  | 'UnknownCommand'
  | 'Invalid'
  | 'IdTaken'
  | 'IdReused'
  | 'CircleWidened'
  | 'SettleFirst'
  | 'ChangedSince'
  | 'DependsOnRefused'
  | 'AlreadyErased'
  | 'NotAReader'
  | 'LastReader';

/** The domain says no: a value, never thrown. `detail` names slots, limits or fields, never what others wrote. */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly detail?: Json;
}

/** Makes a refusal; `detail` is left out when there is nothing to add. */
export const refuse = <Code extends string>(code: Code, detail?: Json): Refusal<Code> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };
