import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';

/** What the partners call their text. */
export const AGREEMENT_KIND = {
  memorandum: { fr: 'Protocole d’accord', en: 'Memorandum' },
  charter: { fr: 'Charte', en: 'Charter' },
  convention: { fr: 'Convention', en: 'Convention' },
  frameworkAgreement: { fr: 'Accord-cadre', en: 'Framework agreement' },
} as const;
/** A kind of agreement. */
export type AgreementKind = keyof typeof AGREEMENT_KIND;

/** How it was signed: in the app or by personal link, without verified identity; or on paper, shown by a scan. */
export const SIGNING_METHODS = ['simple', 'paper'] as const;
/** A way of signing. */
export type SigningMethod = (typeof SIGNING_METHODS)[number];

/** A clause as it was frozen: a copy of its text in every authentic language. */
export type FrozenClause = {
  readonly id: string;
  readonly order: number;
  readonly kind: string | null;
  readonly title: PartRef | null;
  readonly texts: { readonly [lang: string]: PartRef };
};

/** The signature of one organisation. */
export type Signature = {
  readonly organisation: string;
  readonly person: string | null;
  readonly method: SigningMethod;
  /** The day on which it was signed; on paper it may be earlier than the day of entry. */
  readonly date: string;
  readonly mandate: PartRef | null;
  readonly place: PartRef | null;
  readonly scan: PartRef | null;
  readonly enteredBy: string;
  readonly at: string;
  readonly stamp: Stamp;
};

/** A refusal to sign, with its reason. */
export type Declined = {
  readonly organisation: string;
  readonly reason: PartRef | null;
  readonly at: string;
};

/** One frozen version. */
export type AgreementVersion = {
  readonly number: number;
  /** SHA-256 over the clauses in their authentic languages, in order; a translation does not change it. */
  readonly hash: string;
  readonly languages: readonly string[];
  readonly clauses: readonly FrozenClause[];
  /** The organisations that are to sign. */
  readonly signatories: readonly string[];
  readonly frozenAt: string;
  readonly adopted: { readonly decision: string; readonly at: string } | null;
  readonly signatures: readonly Signature[];
  readonly declined: readonly Declined[];
  /** Set when a newer version took its place; the signatures given to it lapsed then. */
  readonly voided: { readonly by: number; readonly at: string } | null;
  /** The day from which it is in force. */
  readonly inForce: string | null;
};

/** An agreement with its frozen versions, the current one last. */
export type Agreement = {
  readonly title: PartRef | null;
  readonly kind: AgreementKind;
  /** The authentic languages, the prevailing one first. */
  readonly languages: readonly string[];
  readonly preparedAt: string;
  readonly versions: readonly AgreementVersion[];
};

/** Refusals of agreements. */
export type AgreementRefusal =
  | 'NoClauses'
  | 'SettleFirst'
  | 'AuthenticTextMissing'
  | 'AuthenticTextStale'
  | 'Unchanged'
  | 'SignaturesWouldLapse'
  | 'NotFrozen'
  | 'NotDecided'
  | 'NotAdopted'
  | 'VersionReplaced'
  | 'NotASignatory'
  | 'NotYourOrganisation'
  | 'AlreadySigned'
  | 'ScanMissing';

/** How the ledger holds it: what views read, without the rules that write it. */
export const agreementState = processState<Agreement>('agreement');

/** The version that stands: the last one that was frozen. */
export const currentVersion = (state: Agreement): AgreementVersion | undefined => state.versions.at(-1);
