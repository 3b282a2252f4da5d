import type { Registry } from '../kernel/index.ts';
import { Table } from './table.ts';

/** When the meeting of {@link meetingTable} is. */
export const MEETING_MOMENT = { instant: '2026-02-10T09:00:00Z', zone: 'Africa/Douala' };

/**
 * A partnership one month before its meeting `meeting1`: `ada` keeps it, `cleo` (focal point) and `ben` (deputy) are of
 * the `utility`, the `brewery` sits at the table too, and nobody is expected yet.
 */
export const meetingTable = (nouns: Registry): Table => {
  const table = new Table(nouns);
  table.join('ada', ['secretariat']);
  table.join('ben', ['deputy'], 'utility');
  table.join('cleo', ['focal'], 'utility');
  table.add('ada', 'actor', 'utility', { name: 'Régie des eaux', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  table.add('ada', 'meeting', 'meeting1', {
    title: { lang: 'fr', text: 'Rencontre' },
    moment: MEETING_MOMENT,
  });
  return table;
};
