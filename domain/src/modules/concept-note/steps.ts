import { textIn, titleOf } from '@tablee/domain/kernel';
import { dayOf, formatDate } from '@tablee/domain/text';
import { activity, activityLines } from '../activity/index.ts';
import { actorName } from '../actor/index.ts';
import { commitments } from '../commitment/index.ts';
import { nextMeeting } from '../meeting/index.ts';
import { lastDay } from '../reading/index.ts';
import type { NoteAsked, PartContent } from './part.ts';
import { noteWordsIn } from './part-words.ts';

interface Step {
  readonly date: string;
  readonly text: string;
  readonly circle: string | undefined;
}

/** A note names the next steps, not the whole plan. */
const STEPS = 6;

const meetingStep = ({ view, language, now }: NoteAsked): readonly Step[] => {
  const next = nextMeeting(view, now, language);
  if (next?.instant === undefined) return [];
  const date = dayOf(next.instant, next.zone ?? 'UTC') ?? next.instant.slice(0, 10);
  const text = noteWordsIn(language).meeting(next.title, next.place);
  return [{ date, text, circle: view.get(next.id)?.circle }];
};

const promisedSteps = ({ view, language, now }: NoteAsked): readonly Step[] => {
  const today = now.slice(0, 10);
  return commitments(view, today, language).flatMap((owed) =>
    owed.state !== 'open' || owed.due === undefined || lastDay(owed.due) < today || owed.what === ''
      ? []
      : [
          {
            date: owed.due,
            text: noteWordsIn(language).by(owed.what, owed.ownerName),
            circle: owed.entity.circle,
          },
        ],
  );
};

const plannedSteps = ({ view, language, now }: NoteAsked): readonly Step[] => {
  const today = now.slice(0, 10);
  return activityLines(view, today).flatMap((line) => {
    const what =
      textIn(line.entity, activity.title, language)?.text ?? titleOf(activity, line.entity, language);
    if (line.end === undefined || line.end < today || line.progress === 'done' || !what) return [];
    const who = actorName(view, line.accountable);
    return [{ date: line.end, text: noteWordsIn(language).by(what, who), circle: line.entity.circle }];
  });
};

/** The next meeting, what was promised and what is planned, by date. */
export const stepsPart = (asked: NoteAsked): PartContent => {
  const steps = [...meetingStep(asked), ...promisedSteps(asked), ...plannedSteps(asked)]
    .sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))
    .slice(0, STEPS);
  if (steps.length === 0) return { blocks: [], circles: [] };
  const colon = asked.language === 'fr' ? ' : ' : ': ';
  const items = steps.map(({ date, text }) => `${formatDate(date, asked.language)}${colon}${text}`);
  return { blocks: [{ kind: 'list', items }], circles: steps.map(({ circle }) => circle) };
};
