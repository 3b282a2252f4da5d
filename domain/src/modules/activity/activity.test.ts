import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  activityLines,
  overdueActivities,
  roadmapByQuarter,
  roadmapByWorkstream,
  withoutAccountable,
} from './index.ts';

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  const add = (id: string, slots: { [slot: string]: string | boolean }) =>
    table.add('ada', 'activity', id, { title: { lang: 'en', text: id }, ...slots });
  add('survey', {
    end: '2026-02',
    progress: 'done',
    workstream: 'Water',
    accountable: 'utility',
    rating: 'onTrack',
  });
  add('build', {
    end: '2026-03-31',
    progress: 'underWay',
    workstream: 'Water',
    'after#survey': true,
    'after#permit': true,
  });
  add('permit', { start: '2026-05', progress: 'notStarted' });
  add('dream', { progress: 'notStarted' });
  return table;
};

describe('roadmap', () => {
  it('ROAD-1 lists quarters by end, then start, then without a date', () => {
    const quarters = roadmapByQuarter(setTable().view(), '2026-01-01');
    expect(quarters.map((one) => [one.quarter, one.lines.map((line) => line.entity.id)])).toEqual([
      ['2026-Q1', ['survey', 'build']],
      ['2026-Q2', ['permit']],
      [undefined, ['dream']],
    ]);
    expect(withoutAccountable(setTable().view()).map((entity) => entity.id)).toEqual([
      'build',
      'dream',
      'permit',
    ]);
  });

  it('ROAD-2 counts days late after the end, of what is still open only', () => {
    const view = setTable().view();
    expect(overdueActivities(view, '2026-03-31')).toEqual([]);
    expect(overdueActivities(view, '2026-04-02').map((line) => [line.entity.id, line.daysLate])).toEqual([
      ['build', 2],
    ]);
  });

  it('ROAD-3 waits for what should come first and is still open', () => {
    const line = activityLines(setTable().view(), '2026-01-01').find((one) => one.entity.id === 'build');
    expect(line?.waitsFor).toEqual(['permit']);
  });

  it('ROAD-4 counts progress and judgements of a workstream', () => {
    const [water] = roadmapByWorkstream(setTable().view(), '2026-01-01');
    expect(water?.counts).toEqual({ notStarted: 0, underWay: 1, done: 1, stopped: 0 });
    expect(water?.ratings).toEqual({ onTrack: 1, atRisk: 0, offTrack: 0, notRated: 1 });
  });
});
