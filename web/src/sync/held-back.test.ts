import type { Command, JsonObject } from '@tablee/domain/kernel';
import { describe, expect, it } from 'vitest';
import { ready } from './held-back.ts';
import type { WaitingRow } from './shelf.ts';

const PHOTO = 'a'.repeat(64);
const SPACE = 'space0000000000000000';

const row = (id: string, entity: string, payload: JsonObject = {}, base = {}): WaitingRow => {
  const command: Command = {
    id,
    space: SPACE,
    type: 'meetingPhoto.add',
    entity,
    circle: 'partners',
    payload,
    base,
    saidAt: '2026-03-01T10:00:00.000Z',
  };
  return { key: id, space: SPACE, order: 1, command };
};
const file = { hash: PHOTO, name: 'photo.jpg', size: 3, type: 'image/jpeg' };
const keys = (rows: readonly WaitingRow[]): readonly string[] => rows.map(({ key }) => key);

describe('commands that can go', () => {
  it('are all of them, in order, when no file waits', () => {
    const rows = [row('command1', 'photo1', { file }), row('command2', 'line1')];
    expect(keys(ready(rows, new Set()))).toEqual(['command1', 'command2']);
  });

  it('are those that name no file on this device: words do not wait for a photo', () => {
    const rows = [
      row('command1', 'photo1', { file }),
      row('command2', 'line1', { text: 'On ferme le puits' }),
    ];
    expect(keys(ready(rows, new Set([PHOTO])))).toEqual(['command2']);
  });

  it('are not those that speak of what waits: the same thing, what builds on it, what points to it', () => {
    const rows = [
      row('command1', 'photo1', { file }),
      row('command2', 'photo1', { caption: 'Le puits' }),
      row('command3', 'card1', { photo: 'photo1' }),
      row('command4', 'line1', {}, { text: 'command3' }),
      row('command5', 'line2'),
    ];
    expect(keys(ready(rows, new Set([PHOTO])))).toEqual(['command5']);
  });
});
