import { expiryOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  conversation,
  engagement,
  expiresSoon,
  followUpsDue,
  newNote,
  noteValue,
  quietContacts,
  readNote,
  shareNote,
  talks,
} from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat', 'core']);
  made.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  made.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  return made;
};

describe('conversations', () => {
  it('CNV-1 keeps a private note for twelve months', () => {
    const note = newNote('Mme N.', 'Prête à venir', 'fr', '2026-02-28');
    expect(note.expires).toBe('2027-02-28');
    expect(readNote(JSON.parse(JSON.stringify(note)))).toEqual(note);
    expect(readNote({ withName: '' })).toBeUndefined();
    expect(readNote(null)).toBeUndefined();
  });

  it('CNV-2 shares a note as a new record in the circle that was named', () => {
    const made = table();
    const note = { ...newNote('Mme N.', 'Prête à venir', 'fr', '2026-01-10'), organisation: 'utility' };
    const ticket = { id: 'share1', space: 'space0000000000000000', saidAt: made.now };
    const command = shareNote(ticket, note, { entity: 'shared22', circle: 'core', by: 'ada' });
    expect(command).toMatchObject({ type: 'conversation.add', entity: 'shared22', circle: 'core' });
    expect(made.act('ada', command.type, command.entity, command.payload, command.circle)).toBe('ok');
    expect(talks(made.viewOf('ada'))).toMatchObject([
      { withName: 'Mme N.', organisation: 'utility', mine: false },
    ]);
    expect(talks(made.view())).toEqual([]);
  });

  it('CNV-3 calls a follow-up due from its day on, until it is done', () => {
    const view = table().view();
    const note = { ...newNote('Mme N.', '', 'fr', '2026-01-10'), followUp: '2026-01-20' };
    expect(followUpsDue(view, '2026-01-19', [{ id: 'n1', note }])).toEqual([]);
    expect(followUpsDue(view, '2026-01-20', [{ id: 'n1', note }])).toMatchObject([{ id: 'n1', mine: true }]);
    expect(followUpsDue(view, '2026-01-20', [{ id: 'n1', note: { ...note, followedUp: true } }])).toEqual([]);
  });

  it('CNV-4 lists those gone quiet, and not those never spoken with', () => {
    const view = table().view();
    const note = { ...newNote('Mme N.', '', 'fr', '2026-01-01'), organisation: 'utility' };
    expect(quietContacts(view, '2026-04-01', [{ id: 'n1', note }])).toEqual([]);
    expect(quietContacts(view, '2026-04-02', [{ id: 'n1', note }])).toEqual([
      { organisation: 'utility', name: 'Régie', last: '2026-01-01', days: 91 },
    ]);
  });

  it('CNV-5 asks for the erasure of a shared conversation after its day, and then lists it no longer', () => {
    const made = table();
    const slots = { withName: 'Mme N.', text: { lang: 'fr', text: 'Prête' }, expires: '2026-02-01' };
    made.add('ada', 'conversation', 'talk1', slots, 'core');
    const held = made.state.entities.get('talk1');
    const expiry = held?.kind === 'record' ? expiryOf(conversation, held) : undefined;
    expect(expiry).toMatchObject({ at: '2026-02-01T23:59:59.999Z', targets: ['withName', 'text'] });
    expect(talks(made.viewOf('ada'))).toHaveLength(1);
    made.act('system', 'conversation.erase', 'talk1', { targets: [...(expiry?.targets ?? [])] }, 'core');
    expect(talks(made.viewOf('ada'))).toEqual([]);
  });

  it('CNV-6 warns thirty days before a note is deleted', () => {
    const note = newNote('Mme N.', '', 'fr', '2026-01-01');
    expect(expiresSoon(note, '2026-12-01')).toBe(false);
    expect(expiresSoon(note, '2026-12-02')).toBe(true);
  });

  it('CNV-8 keeps up to ten photos and sounds with a note, and shares its words alone', () => {
    const sound = { hash: 'a'.repeat(64), name: 'memo.webm', size: 12, type: 'audio/webm' };
    const note = { ...newNote('Mme N.', 'Prête à venir', 'fr', '2026-01-10'), files: [sound] };
    expect(readNote(noteValue(note))?.files).toEqual([sound]);
    expect(readNote(noteValue({ ...note, files: Array.from({ length: 11 }, () => sound) }))).toBeUndefined();
    expect(readNote(noteValue({ ...note, files: [{ ...sound, hash: 'none' }] }))).toBeUndefined();
    const ticket = { id: 'share1', space: 'space0000000000000000', saidAt: '2026-01-10T10:00:00.000Z' };
    const command = shareNote(ticket, note, { entity: 'shared22', circle: 'core', by: 'ada' });
    expect(JSON.stringify(command)).not.toContain(sound.hash);
  });

  it('CNV-7 counts talks month by month, and leaves out who was never spoken with', () => {
    const view = table().view();
    const on = (day: string) => ({ ...newNote('Mme N.', '', 'fr', day), organisation: 'utility' });
    const notes = ['2026-03-02', '2026-03-20', '2025-04-30', '2025-03-31'].map((day) => ({
      id: day,
      note: on(day),
    }));
    expect(engagement(view, '2026-03-21', notes)).toEqual([
      { organisation: 'utility', name: 'Régie', total: 3, months: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2] },
    ]);
  });
});
