import {
  type EventOf,
  KEEPERS,
  PARTNER_ROLES,
  PARTNERS,
  type PartRef,
  process,
  type Role,
  refuse,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, fileFact, freeText, hashFact, idFact, languageFact, ordinalFact } from '../fact.ts';
import {
  adoptAgreement,
  declineAgreement,
  enterIntoForce,
  freezeAgreement,
  signAgreement,
} from './decide-agreement.ts';
import {
  type Agreement,
  type AgreementKind,
  type AgreementVersion,
  agreementState,
  type FrozenClause,
  SIGNING_METHODS,
  type Signature,
} from './state.ts';

const KINDS = [
  'memorandum',
  'charter',
  'convention',
  'frameworkAgreement',
] as const satisfies readonly AgreementKind[];
const languages = z.array(languageFact).check(z.minLength(1), z.maxLength(10));
const method = z.enum(SIGNING_METHODS);
const version = { version: ordinalFact };
const organisation = { organisation: idFact };
const frozenClause = z.object({ id: idFact, order: z.int(), kind: z.optional(z.string()) });
const SIGNERS: readonly (Role | 'system')[] = [...new Set([...PARTNER_ROLES, ...KEEPERS]), 'system'];

const EVENTS = {
  prepared: z.object({ kind: z.enum(KINDS), languages }),
  frozen: z.object({
    ...version,
    hash: hashFact,
    languages,
    clauses: z.array(frozenClause),
    signatories: z.array(idFact),
  }),
  voided: z.object({ ...version, by: ordinalFact, lapsed: z.array(idFact) }),
  adopted: z.object({ ...version, decision: idFact }),
  signed: z.object({ ...version, ...organisation, method, date: dayFact, person: z.optional(idFact) }),
  declined: z.object({ ...version, ...organisation }),
  enteredIntoForce: z.object({ ...version, date: dayFact }),
};

type Parts = { readonly [part: string]: PartRef };

const clauseFrom = (
  one: { readonly id: string; readonly order: number; readonly kind?: string | undefined },
  langs: readonly string[],
  parts: Parts,
): FrozenClause => ({
  id: one.id,
  order: one.order,
  kind: one.kind ?? null,
  title: parts[`title.${one.id}`] ?? null,
  texts: Object.fromEntries(
    langs.flatMap((lang) => {
      const text = parts[`text.${one.id}.${lang}`];
      return text === undefined ? [] : [[lang, text] as const];
    }),
  ),
});

const signatureFrom = ({ facts, parts, actor, at, stamp }: EventOf<typeof EVENTS, 'signed'>): Signature => ({
  organisation: facts.organisation,
  person: facts.person ?? null,
  method: facts.method,
  date: facts.date,
  mandate: parts['mandate'] ?? null,
  place: parts['place'] ?? null,
  scan: parts['scan'] ?? null,
  enteredBy: actor,
  at,
  stamp,
});

const withVersion = (
  state: Agreement,
  number: number,
  change: (held: AgreementVersion) => AgreementVersion,
): Agreement => ({
  ...state,
  versions: state.versions.map((held) => (held.number === number ? change(held) : held)),
});

/**
 * An agreement: its clauses frozen as a version, adopted by a decision on exactly that version, signed by each
 * organisation; a new version voids the earlier one and its signatures. Rules AGR-1 to AGR-12 of SPEC.md.
 */
export const agreement = process(agreementState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'accord', many: 'accords' }, en: { one: 'agreement', many: 'agreements' } },
  events: EVENTS,
  commands: {
    prepare: {
      payload: z.object({ title: freeText(300), kind: z.enum(KINDS), languages }),
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Préparer un accord', en: 'Prepare an agreement' },
    },
    freeze: {
      payload: z.object({
        signatories: z.array(idFact).check(z.maxLength(500)),
        lapse: z.optional(z.boolean()),
      }),
      who: { roles: KEEPERS },
      labels: { fr: 'Arrêter le texte', en: 'Freeze the text' },
    },
    adopt: {
      payload: z.object({ decision: idFact }),
      who: { roles: KEEPERS },
      labels: { fr: 'Constater l’adoption', en: 'Record the adoption' },
    },
    sign: {
      payload: z.object({
        ...version,
        ...organisation,
        method,
        person: z.optional(idFact),
        date: z.optional(dayFact),
        mandate: z.optional(freeText(2_000)),
        place: z.optional(freeText(300)),
        scan: z.optional(fileFact),
      }),
      who: { roles: SIGNERS },
      labels: { fr: 'Signer', en: 'Sign' },
    },
    decline: {
      payload: z.object({ ...version, ...organisation, reason: freeText(5_000) }),
      who: { roles: SIGNERS },
      labels: { fr: 'Refuser, avec la raison', en: 'Decline, with the reason' },
    },
    enterIntoForce: {
      payload: z.object({ date: dayFact }),
      who: { roles: KEEPERS },
      labels: { fr: 'Mettre en vigueur', en: 'Put into force' },
    },
  },
  evolve(state: Agreement | undefined, event): Agreement | undefined {
    if (event.verb === 'prepared') return state ?? prepared(event);
    if (state === undefined) return undefined;
    const { version: number } = event.facts;
    switch (event.verb) {
      case 'frozen':
        return { ...state, versions: [...state.versions, frozen(event)] };
      case 'voided': {
        const { by } = event.facts;
        return withVersion(state, number, (held) => ({ ...held, voided: { by, at: event.at } }));
      }
      case 'adopted': {
        const { decision } = event.facts;
        return withVersion(state, number, (held) => ({ ...held, adopted: { decision, at: event.at } }));
      }
      case 'signed': {
        const signature = signatureFrom(event);
        return withVersion(state, number, (held) => ({
          ...held,
          signatures: [...held.signatures, signature],
          declined: held.declined.filter((one) => one.organisation !== signature.organisation),
        }));
      }
      case 'declined': {
        const declined = {
          organisation: event.facts.organisation,
          reason: event.parts['reason'] ?? null,
          at: event.at,
        };
        return withVersion(state, number, (held) => ({
          ...held,
          declined: [...held.declined.filter((one) => one.organisation !== declined.organisation), declined],
        }));
      }
      case 'enteredIntoForce': {
        const { date } = event.facts;
        return withVersion(state, number, (held) => ({ ...held, inForce: date }));
      }
    }
  },
  decide(command, state, view, context) {
    if (command.name === 'prepare') {
      const { title, ...facts } = command.payload;
      return { ok: true, events: [{ verb: 'prepared', facts, parts: { title } }] };
    }
    if (state === undefined) return refuse('NotFound');
    switch (command.name) {
      case 'freeze':
        return freezeAgreement(command.entity, state, command.payload, view);
      case 'adopt':
        return adoptAgreement(command.entity, state, command.payload.decision, view);
      case 'sign':
        return signAgreement(state, command.payload, context);
      case 'decline':
        return declineAgreement(state, command.payload, context);
      case 'enterIntoForce':
        return enterIntoForce(state, command.payload.date);
    }
  },
  copies: (state) => [...new Set(state.versions.flatMap((held) => held.clauses.map((one) => one.id)))],
});

const prepared = ({ facts, parts, at }: EventOf<typeof EVENTS, 'prepared'>): Agreement => ({
  title: parts['title'] ?? null,
  kind: facts.kind,
  languages: facts.languages,
  preparedAt: at,
  versions: [],
});

const frozen = ({ facts, parts, at }: EventOf<typeof EVENTS, 'frozen'>): AgreementVersion => ({
  number: facts.version,
  hash: facts.hash,
  languages: facts.languages,
  clauses: facts.clauses.map((one) => clauseFrom(one, facts.languages, parts)),
  signatories: facts.signatories,
  frozenAt: at,
  adopted: null,
  signatures: [],
  declined: [],
  voided: null,
  inForce: null,
});
