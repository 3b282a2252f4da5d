import { textIn, valueOf } from '@tablee/domain/kernel';
import { invitationState, meeting } from '@tablee/domain/modules/meeting';
import { typography } from '@tablee/domain/text';
import type { Asked } from '../asked.ts';
import { invitationFacts } from './invitation.ts';

/** How long a meeting lasts in a calendar when nobody said, in minutes. */
const USUAL_MINUTES = 120;

/** A calendar file, and whether mail programs take it as an invitation or as a cancellation. */
export interface Calendar {
  readonly name: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly text: string;
}

/**
 * The calendar file of a meeting (RFC 5545): the same UID for ever, a SEQUENCE that grows with each change that was
 * announced, hours in UTC, which every calendar shows in the zone of its owner. `undefined` without a date or when
 * the meeting is not in view. `now` is the stamp, ISO 8601 UTC.
 */
export const calendarOf = async (id: string, asked: Asked, now: string): Promise<Calendar | undefined> => {
  const facts = invitationFacts(id, asked);
  const moment = valueOf(meeting, facts?.entity, 'moment');
  if (facts === undefined || moment === undefined) return undefined;
  const ical = await import('ical-generator');
  const { language } = asked;
  const set = (text: string): string => typography(text, language);
  const start = Date.parse(moment.instant);
  const minutes = valueOf(meeting, facts.entity, 'minutesLong') ?? USUAL_MINUTES;
  const purpose = textIn(facts.entity, 'purpose', language)?.text;
  const link = valueOf(meeting, facts.entity, 'link');
  const method = facts.off ? ical.ICalCalendarMethod.CANCEL : ical.ICalCalendarMethod.REQUEST;
  const calendar = ical.default({
    prodId: { company: 'Tablee', product: 'Tablee', language: language.toUpperCase() },
    method,
  });
  calendar.createEvent({
    id: `${id}@tablee`,
    sequence: invitationState(asked.view, id).sequence,
    stamp: new Date(now),
    start: new Date(start),
    end: new Date(start + minutes * 60_000),
    summary: set(`${facts.title} (${facts.partnership})`),
    description: set([purpose, link].filter((part) => part !== undefined).join('\n\n')),
    ...(facts.place === undefined ? {} : { location: set(facts.place) }),
    status: facts.off ? ical.ICalEventStatus.CANCELLED : ical.ICalEventStatus.CONFIRMED,
    url: `${asked.address}/meetings/${id}`,
  });
  return { name: facts.title, method: facts.off ? 'CANCEL' : 'REQUEST', text: calendar.toString() };
};
