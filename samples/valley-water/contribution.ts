import type { Story } from '../build/story.ts';
import { fr } from '../build/words.ts';

/** What each partner brings: money, things, days of work; and the two lines of the budget. */
export const contributions = (s: Story): void => {
  s.at('2024-11-22T09:00');
  const brings = (key: string, organisation: string, content: Parameters<Story['add']>[3]): void =>
    s.add('esther', 'contribution', key, { organisation: s.id(organisation), ...content });
  const euros = (amount: number): { minor: number; currency: string } => ({
    minor: amount * 100,
    currency: 'EUR',
  });
  brings('c-pumps', 'brewery', {
    kind: 'money',
    description: fr('Trois pompes et leur pose', 'Three pumps and their fitting'),
    amount: euros(38_000),
    activity: s.id('build'),
    until: '2025-06-30',
    state: 'acknowledged',
    announced: '2024-09-12',
    delivered: '2025-05-20',
    acknowledged: '2025-06-02',
  });
  brings('c-land', 'town', {
    kind: 'inKind',
    description: fr(
      'Trois terrains et deux camions de gravier',
      'Three plots of land and two lorries of gravel',
    ),
    valued: euros(21_000),
    activity: s.id('build'),
    until: '2025-03-31',
    state: 'acknowledged',
    delivered: '2025-02-14',
    acknowledged: '2025-06-02',
  });
  brings('c-days', 'committees', {
    kind: 'time',
    description: fr('640 journées de chantier', '640 days of work on site'),
    quantity: { value: '640', unit: 'jours' },
    valued: euros(19_200),
    activity: s.id('build'),
    until: '2025-07-31',
    state: 'acknowledged',
    delivered: '2025-07-31',
    acknowledged: '2025-09-01',
  });
  brings('c-post', 'bank', {
    kind: 'money',
    description: fr('La moitié du demi-poste du secrétariat', 'Half of the secretariat’s half post'),
    amount: euros(9_000),
    until: '2026-12-31',
    state: 'delivered',
    delivered: '2025-01-10',
  });
  s.add('esther', 'budgetLine', 'b-post', {
    title: 'Secrétariat, demi-poste',
    funder: s.id('bank'),
    planned: euros(18_000),
    spent: euros(16_400),
    from: '2025-01-01',
    until: '2026-12-31',
  });
  s.add('esther', 'budgetLine', 'b-taps', {
    title: 'Bornes-fontaines',
    activity: s.id('build'),
    funder: s.id('brewery'),
    planned: euros(40_000),
    spent: euros(38_000),
    until: '2025-07-31',
  });
};
