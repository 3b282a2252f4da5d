import {
  type Context,
  isPresent,
  type Json,
  type JsonObject,
  type Refusal,
  refuse,
  type View,
} from '@tablee/domain/kernel';
import { voiceOf } from '../voice.ts';
import type { Channel } from '../wording/index.ts';
import type { Figure, FigureRefusal } from './state.ts';

type FileValue = {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
};
interface Values {
  readonly value: string;
  readonly unit: string;
  readonly source?: string | undefined;
  readonly evidence?: FileValue | undefined;
  readonly reason?: string | undefined;
  readonly place?: string | undefined;
  readonly channel: Channel;
}
type Asked =
  | {
      readonly name: 'record';
      readonly entity: string;
      readonly payload: Values & {
        readonly indicator: string;
        readonly organisation: string;
        readonly period: string;
      };
    }
  | { readonly name: 'revise'; readonly entity: string; readonly payload: Values }
  | { readonly name: 'return'; readonly entity: string; readonly payload: { readonly reason: string } }
  | { readonly name: 'confirm' | 'approve'; readonly entity: string; readonly payload: JsonObject };

type Given = {
  readonly value: string;
  readonly unit: string;
  readonly channel: Channel;
  readonly onBehalf: boolean;
};
type Parts = { readonly [part: string]: Json };
type FigureSaid =
  | {
      readonly verb: 'recorded';
      readonly facts: Given & {
        readonly indicator: string;
        readonly organisation: string;
        readonly period: string;
      };
      readonly parts: Parts;
    }
  | { readonly verb: 'revised'; readonly facts: Given; readonly parts: Parts }
  | {
      readonly verb: 'confirmed' | 'approved' | 'returned';
      readonly facts: { readonly [none: string]: never };
      readonly parts?: Parts;
    };
type Outcome = { readonly ok: true; readonly events: readonly FigureSaid[] } | Refusal;

const no = (code: FigureRefusal, detail?: Json): Refusal => refuse<FigureRefusal>(code, detail);

const partsOf = (values: Values): Parts => ({
  ...(values.place === undefined ? {} : { place: values.place }),
  ...(values.source === undefined ? {} : { source: values.source }),
  ...(values.evidence === undefined ? {} : { evidence: values.evidence }),
  ...(values.reason === undefined ? {} : { reason: values.reason }),
});

const sameCell = (a: Figure, b: { indicator: string; organisation: string; period: string }): boolean =>
  a.indicator === b.indicator && a.organisation === b.organisation && a.period === b.period;

const isFigure = (state: Json): state is Figure =>
  typeof state === 'object' && state !== null && 'revisions' in state;

const record = (asked: Extract<Asked, { name: 'record' }>, view: View, context: Context): Outcome => {
  const { payload } = asked;
  const voice = voiceOf(context.actor, payload.organisation);
  if (voice === undefined) return no('NotYourOrganisation');
  const about = view.get(payload.indicator);
  if (about?.type !== 'indicator' || !isPresent(about)) return no('UnknownIndicator');
  if (payload.place === undefined)
    for (const entity of view.list('figure'))
      if (entity.kind === 'process' && isFigure(entity.state))
        if (entity.state.place === undefined && sameCell(entity.state, payload))
          return no('AlreadyGiven', { figure: entity.id });
  const { indicator, organisation, period, value, unit, channel } = payload;
  const facts = { indicator, organisation, period, value, unit, channel, onBehalf: voice === 'behalf' };
  return { ok: true, events: [{ verb: 'recorded', facts, parts: partsOf(payload) }] };
};

const revise = (state: Figure, values: Values, context: Context): Outcome => {
  const voice = voiceOf(context.actor, state.organisation);
  if (voice === undefined) return no('NotYourOrganisation');
  if (state.approved !== undefined && values.reason === undefined) return no('ReasonMissing');
  const { value, unit, channel } = values;
  const facts = { value, unit, channel, onBehalf: voice === 'behalf' };
  return { ok: true, events: [{ verb: 'revised', facts, parts: partsOf(values) }] };
};

/** Decides a command on a figure; see SPEC.md. */
export const decideFigure = (
  asked: Asked,
  state: Figure | undefined,
  view: View,
  context: Context,
): Outcome => {
  if (asked.name === 'record') return record(asked, view, context);
  if (state === undefined) return refuse('NotFound');
  switch (asked.name) {
    case 'revise':
      return revise(state, asked.payload, context);
    case 'confirm':
      return state.revisions.at(-1)?.confirmed === false
        ? { ok: true, events: [{ verb: 'confirmed', facts: {} }] }
        : no('NothingToConfirm');
    case 'approve':
      return state.status === 'approved'
        ? { ok: true, events: [] }
        : { ok: true, events: [{ verb: 'approved', facts: {} }] };
    case 'return':
      if (state.status === 'approved') return no('AlreadyApproved');
      return { ok: true, events: [{ verb: 'returned', facts: {}, parts: { reason: asked.payload.reason } }] };
  }
};
