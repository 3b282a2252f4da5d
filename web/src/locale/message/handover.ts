// Generated from web/locale/handover.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `handover` and the values they take. */
export interface HandoverMessages {
  'handover.accept': NoValues;
  'handover.accept-do': NoValues;
  'handover.accept-sure': { date: string; title: string };
  'handover.add-essential': NoValues;
  'handover.date-missing': NoValues;
  'handover.decline': NoValues;
  'handover.decline-hint': NoValues;
  'handover.decline-why': NoValues;
  'handover.e-by': { name: string; organisation: string; state: string };
  'handover.e-lapsed': { date: string };
  'handover.e-row': { name: string; state: string };
  'handover.e-until': { date: string };
  'handover.empty': NoValues;
  'handover.essentials': NoValues;
  'handover.f-date': NoValues;
  'handover.f-kind': NoValues;
  'handover.f-notes': NoValues;
  'handover.f-notes-hint': NoValues;
  'handover.f-refused': NoValues;
  'handover.f-title': NoValues;
  'handover.f-title-hint': NoValues;
  'handover.f-to': NoValues;
  'handover.f-to-org': NoValues;
  'handover.finish': NoValues;
  'handover.from-day': { date: string };
  'handover.late': NoValues;
  'handover.mine': NoValues;
  'handover.no-essentials': NoValues;
  'handover.none': NoValues;
  'handover.notes': NoValues;
  'handover.offer': NoValues;
  'handover.offer-do': NoValues;
  'handover.opening': { all: number; secured: number; waiting: number };
  'handover.opening-none': NoValues;
  'handover.reason': { reason: string };
  'handover.roles': NoValues;
  'handover.row': { state: string; title: string; who: string };
  'handover.status-accepted': NoValues;
  'handover.status-declined': NoValues;
  'handover.status-done': NoValues;
  'handover.status-offered': NoValues;
  'handover.status-withdrawn': NoValues;
  'handover.title': NoValues;
  'handover.title-missing': NoValues;
  'handover.to-missing': NoValues;
  'handover.withdraw': NoValues;
}
