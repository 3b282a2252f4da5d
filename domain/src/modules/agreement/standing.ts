import { textOf, type View } from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import {
  type Agreement,
  type AgreementVersion,
  agreementState,
  currentVersion,
  type Declined,
  type Signature,
} from './state.ts';

/** Where an agreement stands. */
export type AgreementStatus = 'draft' | 'frozen' | 'adopted' | 'inForce';

/** Signatures of the current version: n of m, who signed, who declined, who is still to say. */
export interface SignatureCount {
  readonly signed: number;
  readonly of: number;
  readonly signatures: readonly Signature[];
  readonly declined: readonly Declined[];
  readonly waiting: readonly string[];
  /** Signatures given to earlier versions, which lapsed; their organisations are to be told. */
  readonly lapsed: readonly { readonly version: number; readonly organisation: string }[];
}

/** One agreement as its room shows it. */
export interface AgreementLine {
  readonly id: string;
  readonly state: Agreement;
  readonly title: string | undefined;
  readonly status: AgreementStatus;
  readonly current: AgreementVersion | undefined;
  readonly signatures: SignatureCount;
}

/** Where an agreement stands, by its current version. */
export const agreementStatus = (state: Agreement): AgreementStatus => {
  const current = currentVersion(state);
  if (current === undefined) return 'draft';
  if (current.inForce !== null) return 'inForce';
  return current.adopted === null ? 'frozen' : 'adopted';
};

/** The signatures of the current version, and those that lapsed. */
export const signatureCount = (state: Agreement): SignatureCount => {
  const current = currentVersion(state);
  const signatures = current?.signatures ?? [];
  const declined = current?.declined ?? [];
  const signatories = current?.signatories ?? [];
  const said = new Set([...signatures, ...declined].map((one) => one.organisation));
  return {
    signed: signatures.length,
    of: signatories.length,
    signatures,
    declined,
    waiting: signatories.filter((id) => !said.has(id)),
    lapsed: state.versions
      .filter((held) => held.voided !== null)
      .flatMap((held) =>
        held.signatures.map((one) => ({ version: held.number, organisation: one.organisation })),
      ),
  };
};

const byPreparation = (a: Running<Agreement>, b: Running<Agreement>): number =>
  a.state.preparedAt < b.state.preparedAt ? -1 : a.state.preparedAt > b.state.preparedAt ? 1 : 0;

/** All agreements, the one prepared first at the head. */
export const agreements = (view: View): readonly AgreementLine[] =>
  [...processesIn(view, agreementState)].sort(byPreparation).map(({ id, state }) => ({
    id,
    state,
    title: textOf(state.title ?? undefined),
    status: agreementStatus(state),
    current: currentVersion(state),
    signatures: signatureCount(state),
  }));

/** The agreements that wait for an organisation's signature. */
export const agreementsToSign = (view: View, organisation: string): readonly AgreementLine[] =>
  agreements(view).filter(
    (line) =>
      line.current !== undefined &&
      line.current.adopted !== null &&
      line.signatures.waiting.includes(organisation),
  );
