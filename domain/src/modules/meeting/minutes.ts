import {
  type Entity,
  type Json,
  KEEPERS,
  openConflicts,
  PARTNERS,
  type PartRef,
  type ProcessOutcome,
  partRef,
  process,
  type Refusal,
  refuse,
  type View,
  valueOf,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact, ordinalFact } from '../fact.ts';
import { minuteLine } from './minute-line.ts';
import {
  type ApprovedLine,
  type Correction,
  type Minutes,
  type MinutesRefusal,
  minutesState,
  openCorrections,
} from './minutes-state.ts';

const lineFacts = z.object({
  line: idFact,
  kind: z.enum(['decision', 'action', 'note']),
  owner: z.optional(idFact),
  due: z.optional(z.string().check(z.maxLength(10))),
  lang: z.string().check(z.maxLength(20)),
});
type LineFacts = z.infer<typeof lineFacts>;

/** From the draft to the approved record of a meeting. The lines are records; approving freezes a copy of them. */
export const minutes = process(minutesState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'compte rendu', many: 'comptes rendus' }, en: { one: 'minutes', many: 'minutes' } },
  events: {
    drafted: z.object({ meeting: idFact }),
    circulated: z.object({ until: dayFact, tacit: z.boolean() }),
    correctionAsked: z.object({ organisation: z.optional(idFact) }),
    correctionAnswered: z.object({ number: ordinalFact, answer: z.enum(['taken', 'noted']) }),
    approved: z.object({ lines: z.array(lineFacts).check(z.maxLength(1_000)) }),
    reopened: z.object({}),
  },
  commands: {
    draft: {
      payload: z.object({ meeting: idFact }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Rédiger le compte rendu', en: 'Draft the minutes' },
    },
    circulate: {
      payload: z.object({ until: dayFact, tacit: z.optional(z.boolean()) }),
      who: { roles: WRITERS },
      labels: { fr: 'Envoyer pour correction', en: 'Send for correction' },
    },
    correct: {
      payload: z.object({ text: freeText(5_000), organisation: z.optional(idFact) }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Demander une correction', en: 'Ask for a correction' },
    },
    answer: {
      payload: z.object({ number: ordinalFact, answer: z.enum(['taken', 'noted']) }),
      who: { roles: WRITERS },
      labels: { fr: 'Répondre à la correction', en: 'Answer the correction' },
    },
    approve: {
      payload: z.object({}),
      who: { roles: [...KEEPERS, 'system'] },
      labels: { fr: 'Approuver', en: 'Approve' },
    },
    reopen: {
      payload: z.object({ reason: freeText(2_000) }),
      who: { roles: KEEPERS },
      labels: { fr: 'Rouvrir, avec raison', en: 'Reopen, with reason' },
    },
  },
  evolve(state: Minutes | undefined, event): Minutes | undefined {
    if (event.verb === 'drafted') return state ?? drafted(event.facts.meeting);
    if (state === undefined) return undefined;
    const part = (name: string): PartRef => event.parts[name] ?? partRef(name, event.stamp, undefined);
    switch (event.verb) {
      case 'circulated':
        return { ...state, state: 'inCorrection', until: event.facts.until, tacit: event.facts.tacit };
      case 'correctionAsked': {
        const correction: Correction = {
          number: state.corrections.length + 1,
          organisation: event.facts.organisation ?? null,
          by: event.actor,
          text: part('text'),
          at: event.at,
          answer: null,
        };
        return { ...state, corrections: [...state.corrections, correction] };
      }
      case 'correctionAnswered': {
        const { number, answer } = event.facts;
        const corrections = state.corrections.map((held) =>
          held.number === number ? { ...held, answer } : held,
        );
        return { ...state, corrections };
      }
      case 'approved': {
        const lines = event.facts.lines.map(
          (line): ApprovedLine => ({
            line: line.line,
            kind: line.kind,
            owner: line.owner ?? null,
            due: line.due ?? null,
            lang: line.lang,
            text: part(linePart(line.line)),
          }),
        );
        return {
          ...state,
          state: 'approved',
          approved: { by: event.actor, at: event.at, stamp: event.stamp, lines },
        };
      }
      case 'reopened':
        return { ...state, state: 'draft', until: null, tacit: false, approved: null };
    }
  },
  decide(command, state, view) {
    if (command.name === 'draft')
      return { ok: true, events: [{ verb: 'drafted', facts: { meeting: command.payload.meeting } }] };
    if (state === undefined) return { ok: true, events: [] };
    if (command.name === 'reopen')
      return state.state === 'approved'
        ? { ok: true, events: [{ verb: 'reopened', facts: {}, parts: { reason: command.payload.reason } }] }
        : refuse<MinutesRefusal>('NotApproved');
    if (state.state === 'approved') return refuse<MinutesRefusal>('AlreadyApproved');
    switch (command.name) {
      case 'circulate': {
        const { until, tacit } = command.payload;
        return { ok: true, events: [{ verb: 'circulated', facts: { until, tacit: tacit ?? false } }] };
      }
      case 'correct': {
        const { text, organisation } = command.payload;
        const facts = organisation === undefined ? {} : { organisation };
        return { ok: true, events: [{ verb: 'correctionAsked', facts, parts: { text } }] };
      }
      case 'answer':
        return state.corrections[command.payload.number - 1] === undefined
          ? refuse<MinutesRefusal>('UnknownCorrection', { number: command.payload.number })
          : { ok: true, events: [{ verb: 'correctionAnswered', facts: command.payload }] };
      case 'approve':
        return approve(state, view);
    }
  },
  due: (state) =>
    state.state === 'inCorrection' &&
    state.tacit &&
    state.until !== null &&
    openCorrections(state).length === 0
      ? [{ at: `${state.until}T23:59:59.999Z`, command: 'approve', payload: {} }]
      : [],
  copies: (state) => state.approved?.lines.map((line) => line.line) ?? [],
});

const drafted = (meeting: string): Minutes => ({
  meeting,
  state: 'draft',
  until: null,
  tacit: false,
  corrections: [],
  approved: null,
});

const linePart = (line: string): string => `line-${line}`;

type Approved = {
  readonly verb: 'approved';
  readonly facts: { readonly lines: LineFacts[] };
  readonly parts: { readonly [part: string]: Json };
};

/** Freezes what everybody who reads these minutes can read, in the order in which it was caught. */
const approve = (state: Minutes, view: View): ProcessOutcome<Approved> => {
  const open = openCorrections(state);
  if (open.length > 0)
    return refuse<MinutesRefusal>(
      'CorrectionsOpen',
      open.map((correction) => correction.number),
    );
  const frozen = [...view.list('minuteLine')]
    .filter((line) => line.kind === 'record' && valueOf(minuteLine, line, 'meeting') === state.meeting)
    .filter((line) => line.kind === 'record' && line.slots['~exists']?.value === true)
    .sort(byPlace);
  const unsettled = frozen.filter((line) => openConflicts(line).length > 0);
  if (unsettled.length > 0) return unsettledRefusal(unsettled);
  const lines: LineFacts[] = [];
  const parts: Record<string, Json> = {};
  for (const line of frozen) {
    const kind = valueOf(minuteLine, line, 'kind');
    const text = valueOf(minuteLine, line, 'text');
    if (kind === undefined || text === undefined) continue;
    const owner = valueOf(minuteLine, line, 'owner');
    const due = valueOf(minuteLine, line, 'due');
    lines.push({
      line: line.id,
      kind,
      lang: text.lang,
      ...(owner ? { owner } : {}),
      ...(due ? { due } : {}),
    });
    parts[linePart(line.id)] = text.text;
  }
  if (lines.length === 0) return refuse<MinutesRefusal>('NothingToApprove');
  return { ok: true, events: [{ verb: 'approved', facts: { lines }, parts }] };
};

const unsettledRefusal = (lines: readonly Entity[]): Refusal =>
  refuse(
    'SettleFirst',
    lines.map((line) => line.id),
  );

const place = (line: Entity): number => valueOf(minuteLine, line, 'order') ?? 0;

const byPlace = (a: Entity, b: Entity): number => place(a) - place(b) || (a.id < b.id ? -1 : 1);
