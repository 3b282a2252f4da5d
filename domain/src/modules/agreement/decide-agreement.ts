import { type Context, type Json, type Refusal, refuse, type View } from '@tablee/domain/kernel';
import { decisionState, isAdopted } from '../decision/index.ts';
import { processIn } from '../reading/index.ts';
import { voiceOf } from '../voice.ts';
import { freeze } from './freeze.ts';
import type { Agreement, AgreementRefusal, AgreementVersion, SigningMethod } from './state.ts';
import { currentVersion } from './state.ts';

/** What a signature says. */
export interface Signing {
  readonly version: number;
  readonly organisation: string;
  readonly method: SigningMethod;
  readonly person?: string | undefined;
  readonly date?: string | undefined;
  readonly mandate?: string | undefined;
  readonly place?: string | undefined;
  readonly scan?:
    | { readonly hash: string; readonly name: string; readonly size: number; readonly type: string }
    | undefined;
}

type Parts = { readonly [part: string]: Json };
type Frozen = {
  readonly version: number;
  readonly hash: string;
  readonly languages: string[];
  readonly clauses: { readonly id: string; readonly order: number; readonly kind?: string }[];
  readonly signatories: string[];
};
type Signed = {
  readonly version: number;
  readonly organisation: string;
  readonly method: SigningMethod;
  readonly date: string;
  readonly person?: string;
};
/** The events of an agreement after it was prepared. */
export type AgreementSaid =
  | {
      readonly verb: 'voided';
      readonly facts: { readonly version: number; readonly by: number; readonly lapsed: string[] };
    }
  | { readonly verb: 'frozen'; readonly facts: Frozen; readonly parts: Parts }
  | { readonly verb: 'adopted'; readonly facts: { readonly version: number; readonly decision: string } }
  | { readonly verb: 'signed'; readonly facts: Signed; readonly parts: Parts }
  | {
      readonly verb: 'declined';
      readonly facts: { readonly version: number; readonly organisation: string };
      readonly parts: Parts;
    }
  | {
      readonly verb: 'enteredIntoForce';
      readonly facts: { readonly version: number; readonly date: string };
    };

type Outcome = { readonly ok: true; readonly events: readonly AgreementSaid[] } | Refusal;

const no = (code: AgreementRefusal, detail?: Json): Refusal => refuse<AgreementRefusal>(code, detail);

/** AGR-1 to AGR-4: copies the clauses; an earlier version and its signatures lapse in the same act, which says so. */
export const freezeAgreement = (
  entity: string,
  state: Agreement,
  asked: { readonly signatories: readonly string[]; readonly lapse?: boolean | undefined },
  view: View,
): Outcome => {
  const frozen = freeze(view, entity, state.languages);
  if (!frozen.ok) return frozen;
  const current = currentVersion(state);
  if (current?.hash === frozen.hash) return no('Unchanged', { version: current.number });
  const signed = (current?.signatures ?? []).map((one) => one.organisation);
  if (signed.length > 0 && asked.lapse !== true)
    return no('SignaturesWouldLapse', { signed, wayOn: 'confirmLapse' });
  const number = state.versions.length + 1;
  const parts: Record<string, Json> = {};
  for (const one of frozen.clauses) {
    parts[`title.${one.id}`] = one.title;
    for (const [lang, text] of Object.entries(one.texts)) parts[`text.${one.id}.${lang}`] = text;
  }
  const facts: Frozen = {
    version: number,
    hash: frozen.hash,
    languages: [...state.languages],
    clauses: frozen.clauses.map(({ id, order, kind }) => ({
      id,
      order,
      ...(kind === undefined ? {} : { kind }),
    })),
    signatories: [...new Set(asked.signatories)],
  };
  const voided: AgreementSaid[] =
    current === undefined
      ? []
      : [{ verb: 'voided', facts: { version: current.number, by: number, lapsed: signed } }];
  return { ok: true, events: [...voided, { verb: 'frozen', facts, parts }] };
};

/** AGR-5: adopted by a decision that was taken on exactly this version. */
export const adoptAgreement = (entity: string, state: Agreement, by: string, view: View): Outcome => {
  const current = currentVersion(state);
  if (current === undefined) return no('NotFrozen', { wayOn: 'freeze' });
  if (current.adopted !== null) return { ok: true, events: [] };
  const held = processIn(view, decisionState, by);
  if (held === undefined || !isAdopted(held.state, { entity, version: current.number }))
    return no('NotDecided', { version: current.number, wayOn: 'putDecision' });
  return { ok: true, events: [{ verb: 'adopted', facts: { version: current.number, decision: by } }] };
};

/** The version to be signed, or why it cannot be: it is the current one, adopted, and waits for this organisation. */
const toSign = (state: Agreement, version: number, organisation: string): AgreementVersion | Refusal => {
  const current = currentVersion(state);
  if (current === undefined) return no('NotFrozen', { wayOn: 'freeze' });
  if (current.number !== version)
    return no('VersionReplaced', { current: current.number, wayOn: 'readCurrent' });
  if (current.adopted === null) return no('NotAdopted', { wayOn: 'putDecision' });
  if (!current.signatories.includes(organisation)) return no('NotASignatory');
  if (current.signatures.some((one) => one.organisation === organisation)) return no('AlreadySigned');
  return current;
};

/** AGR-6 to AGR-8: signs for one organisation; with the last signature the version enters into force. */
export const signAgreement = (state: Agreement, signing: Signing, context: Context): Outcome => {
  const found = toSign(state, signing.version, signing.organisation);
  if ('ok' in found) return found;
  const voice = voiceOf(context.actor, signing.organisation);
  if (voice === undefined || (voice === 'behalf' && signing.method === 'simple'))
    return no('NotYourOrganisation', { wayOn: 'signOnPaper' });
  if (signing.method === 'paper' && signing.scan === undefined)
    return no('ScanMissing', { wayOn: 'addScan' });
  const today = context.now.slice(0, 10);
  const facts: Signed = {
    version: found.number,
    organisation: signing.organisation,
    method: signing.method,
    date: signing.date ?? today,
    ...(signing.person === undefined ? {} : { person: signing.person }),
  };
  const parts: Parts = {
    ...(signing.mandate === undefined ? {} : { mandate: signing.mandate }),
    ...(signing.place === undefined ? {} : { place: signing.place }),
    ...(signing.scan === undefined ? {} : { scan: signing.scan }),
  };
  const events: AgreementSaid[] = [{ verb: 'signed', facts, parts }];
  const missing = found.signatories.filter((id) => !found.signatures.some((one) => one.organisation === id));
  if (found.inForce === null && missing.length === 1)
    events.push({ verb: 'enteredIntoForce', facts: { version: found.number, date: today } });
  return { ok: true, events };
};

/** AGR-9: declines with a reason; the organisation may still sign later. */
export const declineAgreement = (
  state: Agreement,
  asked: { readonly version: number; readonly organisation: string; readonly reason: string },
  context: Context,
): Outcome => {
  const found = toSign(state, asked.version, asked.organisation);
  if ('ok' in found) return found;
  if (voiceOf(context.actor, asked.organisation) === undefined) return no('NotYourOrganisation');
  const facts = { version: found.number, organisation: asked.organisation };
  return { ok: true, events: [{ verb: 'declined', facts, parts: { reason: asked.reason } }] };
};

/** AGR-8: puts an adopted version into force on a day that the partners agreed, before all have signed. */
export const enterIntoForce = (state: Agreement, date: string): Outcome => {
  const current = currentVersion(state);
  if (current === undefined) return no('NotFrozen', { wayOn: 'freeze' });
  if (current.adopted === null) return no('NotAdopted', { wayOn: 'putDecision' });
  if (current.inForce !== null) return { ok: true, events: [] };
  return { ok: true, events: [{ verb: 'enteredIntoForce', facts: { version: current.number, date } }] };
};
