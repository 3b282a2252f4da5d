import { type JsonObject, processState, type Stamp } from '@tablee/domain/kernel';

/** One version of a rule: the engine's data, when and by whom it was adopted. */
export type RuleVersion = {
  readonly data: JsonObject;
  readonly at: Stamp;
  readonly on: string;
  readonly by: string;
  /** The decision that adopted it. */
  readonly decision?: string;
};

/** A decision rule with its versions, the one in force last. */
export type RuleState = { readonly versions: readonly RuleVersion[]; readonly retired: boolean };

/** Refusals of rules: the engine cannot read it (with what is wrong, by path), or the version does not follow. */
export type RuleRefusal = 'RuleUnreadable' | 'RuleVersionNotNext' | 'RuleRetired';

/** How the ledger holds it: what views read, without the rules that write it. */
export const ruleState = processState<RuleState>('rule');
