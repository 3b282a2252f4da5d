import type { Draft } from './event.ts';
import type { Refusal } from './refusal.ts';

/** What a decision yields: drafts to append (none = accepted, nothing changed), or a refusal. */
export type Outcome = { readonly ok: true; readonly events: readonly Draft[] } | Refusal;
