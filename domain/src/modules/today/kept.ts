import {
  type AnyRecord,
  type Entity,
  EXISTS,
  isPresent,
  KEEPERS,
  openConflicts,
  titleOf,
  WRITERS,
} from '@tablee/domain/kernel';
import { dayOf } from '@tablee/domain/text';
import { homeOf } from '../compass/index.ts';
import { followUpsDue } from '../conversation/index.ts';
import { decisions } from '../decision/index.ts';
import { figuresToApprove } from '../figure/index.ts';
import { flagsFor } from '../flag/index.ts';
import { handoversFor } from '../handover/index.ts';
import { mailsToSort } from '../mail/index.ts';
import { meetings, minutesOf, nextMeeting, openCorrections } from '../meeting/index.ts';
import { item } from './asked.ts';
import type { Asking, Source, TodayItem } from './item.ts';
import { waitingSentence } from './word.ts';

const isKeeper = ({ me }: Asking): boolean => KEEPERS.some((role) => me.roles.has(role));

/** Conversations to take up again: this person's own notes, and those shared with a circle that they read. */
export const ofFollowUps: Source = (asking) =>
  followUpsDue(asking.view, asking.today, asking.notes).map((talk) => {
    const values = { name: talk.withName, day: talk.followUp ?? '' };
    const own = talk.mine || talk.by === asking.me.id;
    return item(asking, talk.mine ? 'followUp' : 'followUpShared', 'call', {
      entity: talk.id,
      room: 'people',
      due: talk.followUp,
      circle: talk.circle,
      sentence: own
        ? waitingSentence.followUp(values, asking.lang)
        : waitingSentence.followUpShared(values, asking.lang),
    });
  });

/** E-mails that wait to be sorted, for the secretariat and for whoever keeps a circle to which a reply came. */
export const ofMails: Source = (asking) => {
  if (!isKeeper(asking)) return [];
  const waiting = mailsToSort(asking.view);
  if (waiting.length === 0) return [];
  const answers = waiting.filter(({ state }) => state.kind === 'answer').length;
  const values = { count: waiting.length, answers };
  return [
    item(asking, 'mail', 'sort', {
      entity: waiting[0]?.id ?? '',
      room: 'documents',
      sentence: waitingSentence.mail(values, asking.lang),
    }),
  ];
};

/** The next meeting, for everybody. */
export const ofMeetings: Source = (asking) => {
  const next = nextMeeting(asking.view, asking.now, asking.lang);
  if (next === undefined) return [];
  const day = dayOf(next.instant ?? '', next.zone ?? 'UTC') ?? '';
  return [
    item(asking, 'meeting', isKeeper(asking) ? 'prepare' : 'open', {
      entity: next.id,
      room: 'meetings',
      due: day,
      sentence: waitingSentence.meeting({ title: next.title, day }, asking.lang),
    }),
  ];
};

const conflictOf = (asking: Asking, declaration: AnyRecord, entity: Entity): TodayItem => {
  const slots = openConflicts(entity);
  const beside = entity.kind === 'record' ? (entity.slots[slots[0] ?? '']?.beside?.length ?? 0) : 0;
  const title = titleOf(declaration, entity, asking.lang) ?? '';
  return item(asking, 'conflict', 'choose', {
    entity: entity.id,
    room: homeOf(declaration.name),
    sentence: waitingSentence.conflict(
      { noun: declaration.labels[asking.lang].one, title, versions: beside + 1 },
      asking.lang,
    ),
  });
};

/** Two versions of the same thing that wait for a choice, for those who write. */
export const ofConflicts: Source = (asking) => {
  if (!WRITERS.some((role) => asking.me.roles.has(role))) return [];
  return [...(asking.nouns?.declarations.values() ?? [])].flatMap((declaration) =>
    declaration.kind === 'process'
      ? []
      : [...asking.view.list(declaration.name)]
          .filter(
            (entity) =>
              openConflicts(entity).length > 0 &&
              (isPresent(entity) || openConflicts(entity).includes(EXISTS)),
          )
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((entity) => conflictOf(asking, declaration, entity)),
  );
};

/** What is offered to this person to take over. */
export const ofHandovers: Source = (asking) =>
  handoversFor(asking.view, asking.me.id, asking.today).map((line) =>
    item(asking, 'handover', 'answer', {
      entity: line.id,
      room: 'handover',
      due: line.state.date,
      sentence: waitingSentence.handover({ title: line.title ?? '', day: line.state.date }, asking.lang),
    }),
  );

/**
 * Flags that nobody has taken up. A partner is asked for an answer about what concerns it, first and alone; the
 * keepers are asked to talk about it. What is asked of the partner anyway (a figure, a commitment) is not said twice.
 */
export const ofFlags: Source = (asking) => {
  const { view, me, today, lang } = asking;
  const keeper = isKeeper(asking);
  return flagsFor(view, me, today, lang)
    .open.filter((seen) => seen.entries.length === 0)
    .flatMap((seen): readonly TodayItem[] => {
      const mine = seen.audience.first === 'partner' && seen.audience.partner === me.organisation;
      const said = seen.kind === 'figure-missing' || seen.kind === 'commitment-overdue';
      if (mine ? said : !keeper) return [];
      const place = { entity: seen.id, room: 'flags', sentence: seen.sentence } as const;
      return [item(asking, 'flag', mine ? 'answer' : 'talk', place)];
    });
};

/** What the keepers of the thread have to look at: figures, minutes, decisions whose time is over. */
export const ofKeepers: Source = (asking) => {
  const { view, now, lang } = asking;
  if (!isKeeper(asking)) return [];
  const figures = figuresToApprove(view);
  const found: TodayItem[] = [];
  if (figures.length > 0)
    found.push(
      item(asking, 'figuresToApprove', 'approve', {
        entity: figures.length === 1 ? (figures[0]?.id ?? '') : '',
        room: 'monitoring',
        sentence: waitingSentence.figuresToApprove({ count: figures.length }, lang),
      }),
    );
  for (const line of decisions(view, now).filter((one) => one.status === 'over'))
    found.push(
      item(asking, 'decisionOver', 'open', {
        entity: line.id,
        room: 'decisions',
        sentence: waitingSentence.decisionOver({ title: line.question ?? '' }, lang),
      }),
    );
  return [...found, ...ofMinutes(asking)];
};

const ofMinutes = (asking: Asking): readonly TodayItem[] => {
  const { view, lang } = asking;
  return meetings(view, lang).flatMap((meeting): readonly TodayItem[] => {
    const state = minutesOf(view, meeting.id);
    if (state === undefined || state.state === 'approved') return [];
    const open = openCorrections(state).length;
    const values = { entity: meeting.id, room: 'meetings' } as const;
    return open > 0
      ? [
          item(asking, 'corrections', 'open', {
            ...values,
            sentence: waitingSentence.corrections({ title: meeting.title, count: open }, lang),
          }),
        ]
      : [
          item(asking, 'minutes', 'approve', {
            ...values,
            sentence: waitingSentence.minutes({ title: meeting.title }, lang),
          }),
        ];
  });
};
