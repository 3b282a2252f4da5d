import { type Entity, memberState, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { actor, actorsAtTable } from '../actor/index.ts';
import { addMonths, firstDay, lastDay, recordIn, recordsIn } from '../reading/index.ts';
import { MANDATE_ROLES, type MandateRole, mandate } from './mandate.ts';

/**
 * How sure it is that somebody speaks for their organisation: designated and in time (`endsSoon`: for two more months
 * at most), designated for later, over, or only known as such, without a designation that anybody noted.
 */
export type MandateStanding = 'inForce' | 'endsSoon' | 'notYet' | 'expired' | 'named';

/** Somebody in a role of an organisation on a day. */
export interface Speaker {
  readonly organisation: string;
  readonly role: MandateRole;
  readonly person: string;
  readonly standing: MandateStanding;
  /** Last day, `YYYY-MM-DD`; `undefined` without a term. */
  readonly until: string | undefined;
  /** The mandate's id; `undefined` for somebody who is only known in this role. */
  readonly mandate: string | undefined;
  readonly designatedBy: string | undefined;
  readonly designatedOn: string | undefined;
}

/** Mandates are called to mind this many months before their end. */
export const MANDATE_WARNING_MONTHS = 2;

/** The standing of a mandate on a day (`YYYY-MM-DD`); dates of lower precision count whole. */
export const mandateStanding = (entity: Entity, today: string): Exclude<MandateStanding, 'named'> => {
  const from = valueOf(mandate, entity, 'from');
  const until = valueOf(mandate, entity, 'until');
  if (until !== undefined && lastDay(until) < today) return 'expired';
  if (from !== undefined && firstDay(from) > today) return 'notYet';
  return until !== undefined && lastDay(until) <= addMonths(today, MANDATE_WARNING_MONTHS)
    ? 'endsSoon'
    : 'inForce';
};

/** The mandates of an organisation, past ones too, the latest first. */
export const mandatesOf = (view: View, organisation: string): readonly RecordEntity[] =>
  recordsIn(view, 'mandate')
    .filter((entity) => valueOf(mandate, entity, 'organisation') === organisation)
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));

const startOf = (entity: RecordEntity): string => valueOf(mandate, entity, 'from') ?? '';

const SURE: readonly MandateStanding[] = ['inForce', 'endsSoon', 'notYet', 'expired'];

/** The mandate that says most about a role today: one in force, else one to come, else the last one. */
const designated = (
  view: View,
  organisation: string,
  role: MandateRole,
  today: string,
): Speaker | undefined => {
  const [best] = mandatesOf(view, organisation)
    .filter((entity) => valueOf(mandate, entity, 'role') === role)
    .flatMap((entity): readonly Speaker[] => {
      const person = valueOf(mandate, entity, 'person');
      if (person === undefined) return [];
      const until = valueOf(mandate, entity, 'until');
      return [
        {
          organisation,
          role,
          person,
          standing: mandateStanding(entity, today),
          until: until === undefined ? undefined : lastDay(until),
          mandate: entity.id,
          designatedBy: valueOf(mandate, entity, 'designatedBy'),
          designatedOn: valueOf(mandate, entity, 'designatedOn'),
        },
      ];
    })
    .sort((a, b) => SURE.indexOf(a.standing) - SURE.indexOf(b.standing));
  return best;
};

/** Who is known in a role without a designation: a member with that role, else whom the organisation's card names. */
const known = (view: View, organisation: string, role: MandateRole): string | undefined => {
  for (const entity of view.list('member')) {
    if (entity.kind !== 'process') continue;
    const held = memberState.read(entity.state);
    if (held.active && held.organisation === organisation && held.roles.includes(role)) return entity.id;
  }
  return valueOf(actor, recordIn(view, 'actor', organisation), role);
};

/** Leader, focal point and deputy of an organisation on a day; a role that nobody is known in is left out. */
export const speakersOf = (view: View, organisation: string, today: string): readonly Speaker[] =>
  MANDATE_ROLES.flatMap((role): readonly Speaker[] => {
    const named = designated(view, organisation, role, today);
    if (named !== undefined && named.standing !== 'expired') return [named];
    const person = known(view, organisation, role);
    // Somebody whose mandate is over is not known in the role by being still a member.
    if (person === undefined || person === named?.person) return named === undefined ? [] : [named];
    const blank = { until: undefined, mandate: undefined, designatedBy: undefined, designatedOn: undefined };
    return [{ organisation, role, person, standing: 'named', ...blank }];
  });

/** Who may speak for an organisation today: those designated and in time; where there is none, those known in a role. */
export const whoMaySpeak = (view: View, organisation: string, today: string): readonly Speaker[] => {
  const all = speakersOf(view, organisation, today);
  const sure = all.filter(({ standing }) => standing === 'inForce' || standing === 'endsSoon');
  return sure.length > 0 ? sure : all.filter(({ standing }) => standing === 'named');
};

/** True when the person holds a designation in time; else what they say is still taken, with this remark. */
export const isDesignated = (view: View, organisation: string, person: string, today: string): boolean =>
  whoMaySpeak(view, organisation, today).some(
    (speaker) => speaker.person === person && speaker.standing !== 'named',
  );

/** What is worth asking an organisation for. Advice, never a condition of anything. */
export interface MandateAdvice {
  readonly organisation: string;
  readonly kind: 'nobody' | 'notDesignated' | 'expired' | 'endsSoon';
  /** Last day of what ends or ended. */
  readonly until: string | undefined;
}

/** The organisations at the table whose designations are missing, over or about to end. */
export const mandateAdvice = (view: View, today: string): readonly MandateAdvice[] =>
  actorsAtTable(view).flatMap(({ id }): readonly MandateAdvice[] => {
    const all = speakersOf(view, id, today);
    const ending = all.find(({ standing }) => standing === 'endsSoon');
    if (all.some(({ standing }) => standing === 'inForce')) return [];
    if (ending !== undefined) return [{ organisation: id, kind: 'endsSoon', until: ending.until }];
    const over = all.find(({ standing }) => standing === 'expired');
    if (over !== undefined) return [{ organisation: id, kind: 'expired', until: over.until }];
    return [{ organisation: id, kind: all.length === 0 ? 'nobody' : 'notDesignated', until: undefined }];
  });

/** How many organisations at the table have somebody designated today, of how many. */
export const designatedCount = (
  view: View,
  today: string,
): { readonly designated: number; readonly all: number } => {
  const all = actorsAtTable(view);
  const has = (id: string): boolean =>
    whoMaySpeak(view, id, today).some(({ standing }) => standing !== 'named');
  return { designated: all.filter(({ id }) => has(id)).length, all: all.length };
};
