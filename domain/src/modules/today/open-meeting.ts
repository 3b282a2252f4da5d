import type { View } from '@tablee/domain/kernel';
import { commitments } from '../commitment/index.ts';
import { actionsToLand, caughtLines, meetings, minutesId, minutesOf } from '../meeting/index.ts';
import { lateRequests, subjectOf } from '../request/index.ts';
import { counted, template } from '../sentence/index.ts';
import { shortened } from './asked.ts';
import type { FoundPoint, OpenAsked } from './open-shape.ts';

const minutesTitle = template<{ title: string }>('open.minutes', ({ title }) => ({
  fr: `Approuver le compte rendu : ${title}`,
  en: `Approve the minutes: ${title}`,
}));
const actionsTitle = template<{ title: string; count: number }>('open.actions', ({ title, count }) => ({
  fr: `Où en sont les actions de « ${title} » : ${counted('fr', count, 'ouverte', 'ouvertes')}`,
  en: `Where the actions of “${title}” stand: ${count} open`,
}));
const requestTitle = template<{ title: string; count: number }>('open.request', ({ title, count }) => ({
  fr: `${counted('fr', count, 'réponse manque', 'réponses manquent')} encore : ${title}`,
  en: `${counted('en', count, 'answer is', 'answers are')} still missing: ${title}`,
}));

/** The minutes that wait for approval, and what became of the actions of the last meeting held. */
export const ofMeetings = (view: View, { lang, today }: OpenAsked): readonly FoundPoint[] => {
  const held = meetings(view, lang).filter((line) => line.state === 'held');
  const unapproved = held.filter(
    (line) => minutesOf(view, line.id)?.state !== 'approved' && caughtLines(view, line.id, lang).length > 0,
  );
  const last = held[0];
  return [
    ...unapproved.map(
      (line): FoundPoint => ({
        kind: 'minutes',
        from: minutesId(line.id),
        title: minutesTitle({ title: line.title }, lang).text,
        wanted: 'decide',
      }),
    ),
    ...(last === undefined ? [] : openActions(view, last, { lang, today })),
  ];
};

const openActions = (
  view: View,
  last: { readonly id: string; readonly title: string },
  { lang, today }: Pick<OpenAsked, 'lang' | 'today'>,
): readonly FoundPoint[] => {
  const lines = new Set(caughtLines(view, last.id, lang).map((line) => line.id));
  // What is late stands as a point of its own.
  const open = commitments(view, today, lang).filter(
    (owed) =>
      owed.state === 'open' &&
      (owed.daysLate ?? 0) <= 0 &&
      owed.origin !== undefined &&
      lines.has(owed.origin),
  );
  const count = open.length + actionsToLand(view, last.id).length;
  if (count === 0) return [];
  const title = actionsTitle({ title: last.title, count }, lang).text;
  return [{ kind: 'actions', from: last.id, title, wanted: 'inform' }];
};

/** What was asked and not answered in time, by what it is about; who comes to a meeting is no point for one. */
export const ofRequests = (view: View, { lang, today }: OpenAsked): readonly FoundPoint[] => {
  const late = lateRequests(view, today).filter(
    ({ state }) => state.kind === 'position' || state.kind === 'figure',
  );
  const counts = new Map<string, number>();
  for (const { state } of late) counts.set(state.subject, (counts.get(state.subject) ?? 0) + 1);
  return [...counts].map(([from, count]) => {
    const title = shortened(subjectOf(view, { subject: from, version: null }, lang).title);
    return { kind: 'request', from, title: requestTitle({ title, count }, lang).text, wanted: 'discuss' };
  });
};
