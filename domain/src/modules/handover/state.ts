import { type PartRef, processState } from '@tablee/domain/kernel';

/** What can be handed over. */
export const HANDOVER_KIND = {
  role: { fr: 'Un rôle', en: 'A role' },
  task: { fr: 'Une tâche', en: 'A task' },
  secretariat: { fr: 'Le secrétariat', en: 'The secretariat' },
  thing: { fr: 'Un bien ou un accès', en: 'A thing or an access' },
} as const;
/** A kind of handover. */
export type HandoverKind = keyof typeof HANDOVER_KIND;

/** Where a handover stands. */
export type HandoverStatus = 'offered' | 'accepted' | 'declined' | 'done' | 'withdrawn';

/** A role or thing that goes from one person to another who accepts it. */
export type Handover = {
  readonly kind: HandoverKind;
  readonly title: PartRef | null;
  /** What the successor needs to know: contacts, calendar, open items, where passwords are kept. */
  readonly notes: PartRef | null;
  readonly fromPerson: string | null;
  readonly fromOrganisation: string | null;
  readonly toPerson: string;
  readonly toOrganisation: string | null;
  /** The day from which the successor carries it. */
  readonly date: string;
  readonly status: HandoverStatus;
  readonly offeredBy: string;
  readonly offeredAt: string;
  readonly answeredAt: string | null;
  readonly reason: PartRef | null;
  readonly doneAt: string | null;
};

/** Refusals of handovers. */
export type HandoverRefusal = 'NotTheSuccessor' | 'AlreadyAnswered' | 'NotAccepted' | 'AlreadyDone';

/** How the ledger holds it: what views read, without the rules that write it. */
export const handoverState = processState<Handover>('handover');
