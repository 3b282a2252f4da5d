import type { Story } from '../build/story.ts';
import { fr, type Said } from '../build/words.ts';

/** The key of the member under whose name everything is entered: sources, no person. It leaves at the end. */
export const SOURCES = 'sources';
const percent = (value: string): { value: string; unit: string } => ({ value, unit: '%' });

/** One published value: its period, the number, and where it stands. */
type Published = readonly [period: string, value: string, source: string];

/** An indicator with everything that was published of it. */
interface Series {
  readonly key: string;
  readonly result: string;
  readonly name: Said;
  readonly unit: string;
  readonly source: string;
  readonly more?: Parameters<Story['add']>[3];
  readonly values: readonly Published[];
}

const MEMBERS = 'csr-news.net; domradio.de; zeit.de; tt.com; 2030watch.de';
const MARKET = 'fair-fashion.net; domradio.de; textilbuendnis.com';
const MEASURES = 'zeit.de; tt.com; report.textilbuendnis.com/bnt2021';
const TEN_YEARS = 'textilbuendnis.com/10-jahre-bnt; aktiencheck.de';

const SERIES: readonly Series[] = [
  {
    key: 'i-cotton',
    result: 'cotton',
    name: fr('Part du coton durable chez les membres', 'Share of sustainable cotton among members'),
    unit: '%',
    source: 'textilbuendnis.com, 12.09.2019; textilbuendnis.com/ocmr2022',
    more: {
      direction: 'up',
      baseline: percent('32.2'),
      baselineDate: '2018',
      target: percent('70'),
      targetDate: '2025',
    },
    values: [
      ['2018', '32.2', 'textilbuendnis.com, 12.09.2019: 10,5 % bio + 21,7 % autre, ~800 000 t'],
      [
        '2021',
        '65.1',
        'textilbuendnis.com/ocmr2022: 142 512 t bio (14,7 %) + 489 621 t autre (50,4 %), 971 470 t',
      ],
    ],
  },
  {
    key: 'i-organic',
    result: 'cotton',
    name: fr('Part du coton biologique chez les membres', 'Share of organic cotton among members'),
    unit: '%',
    source: 'textilbuendnis.com, 12.09.2019; textilbuendnis.com/ocmr2022',
    more: {
      direction: 'up',
      baseline: percent('10.5'),
      baselineDate: '2018',
      target: percent('20'),
      targetDate: '2025',
    },
    values: [
      ['2018', '10.5', 'textilbuendnis.com, 12.09.2019'],
      ['2021', '14.7', 'textilbuendnis.com/ocmr2022: 142 512 t / 971 470 t'],
    ],
  },
  {
    key: 'i-market',
    result: 'market',
    name: fr('Part de marché des membres', 'Market share of members'),
    unit: '%',
    source: MARKET,
    more: { direction: 'up', target: percent('75'), targetDate: '2018' },
    values: [
      ['2015', '50', `${MARKET} (~50 %, 2015)`],
      ['2016-11', '55', `${MARKET} (11/2016)`],
      ['2017-04', '50', `${MARKET} (04/2017)`],
      ['2019', '50', `${MARKET} (~50 %, 2019)`],
    ],
  },
  {
    key: 'i-members',
    result: 'growth',
    name: fr('Nombre de membres', 'Number of members'),
    unit: 'membres',
    source: MEMBERS,
    more: { direction: 'up', baseline: { value: '0', unit: 'membres' }, baselineDate: '2014' },
    values: [
      ['2015-08', '143', `${MEMBERS} (08/2015)`],
      ['2016-11', '188', `${MEMBERS} (11/2016)`],
      ['2017-04', '150', `${MEMBERS} (04/2017)`],
      ['2018', '130', `${MEMBERS} (~130, 2018)`],
      ['2019-08', '120', `${MEMBERS} (08/2019)`],
    ],
  },
  {
    key: 'i-kept',
    result: 'duties',
    name: fr('Mesures tenues, parmi celles fixées en 2019', 'Measures met, of those set in 2019'),
    unit: '%',
    source: MEASURES,
    more: { direction: 'up' },
    values: [['2021', '78.6', 'report.textilbuendnis.com/bnt2021: 405 / 515']],
  },
  {
    key: 'i-set',
    result: 'duties',
    name: fr('Mesures fixées par les membres', 'Measures set by members'),
    unit: 'mesures',
    source: MEASURES,
    values: [
      ['2018', '1300', `${MEASURES} (2018)`],
      ['2019', '515', 'report.textilbuendnis.com/bnt2021'],
      ['2021', '871', 'report.textilbuendnis.com/bnt2021 (104 membres / members)'],
    ],
  },
  {
    key: 'i-sites',
    result: 'duties',
    name: fr('Sites de production de premier rang rendus publics', 'Tier-1 production sites disclosed'),
    unit: 'sites',
    source: 'report.textilbuendnis.com/bnt2023',
    values: [['2023', '8755', 'report.textilbuendnis.com/bnt2023']],
  },
  {
    key: 'i-wages',
    result: 'people',
    name: fr('Entreprises au laboratoire des salaires vitaux, sur 70', 'Firms in the living wage lab, of 70'),
    unit: 'entreprises',
    source: 'evangelisch.de, 16.03.2022',
    values: [['2022', '13', 'evangelisch.de, 16.03.2022: 13 / 70']],
  },
  {
    key: 'i-farmers',
    result: 'people',
    name: fr(
      'Petits producteurs accompagnés dans leur conversion, en dix ans',
      'Smallholders supported to convert, in ten years',
    ),
    unit: 'personnes',
    source: TEN_YEARS,
    more: { direction: 'up', target: { value: '12500', unit: 'personnes' } },
    values: [['2024', '12358', TEN_YEARS]],
  },
  {
    key: 'i-remedy',
    result: 'people',
    name: fr(
      'Personnes ayant un meilleur accès à la réparation, en dix ans',
      'People with better access to remedy, in ten years',
    ),
    unit: 'personnes',
    source: TEN_YEARS,
    values: [['2024', '164070', TEN_YEARS]],
  },
  {
    key: 'i-trained',
    result: 'people',
    name: fr('Personnes formées, en dix ans', 'People trained, in ten years'),
    unit: 'personnes',
    source: TEN_YEARS,
    values: [['2024', '84030', TEN_YEARS]],
  },
  {
    key: 'i-suppliers',
    result: 'people',
    name: fr('Fournisseurs, en dix ans', 'Suppliers, in ten years'),
    unit: 'fournisseurs',
    source: TEN_YEARS,
    values: [['2024', '824', TEN_YEARS]],
  },
];

/** Indicators with the values that were published, each with its source; what was not published is not there. */
export const figures = (s: Story): void => {
  for (const { key, result, name, unit, source, more, values } of SERIES) {
    s.add(SOURCES, 'indicator', key, {
      name,
      result: s.id(result),
      unit,
      source: fr(source, source),
      ...more,
    });
    for (const [period, value, from] of values) {
      const figure = `${key}-${period}`;
      s.act(SOURCES, 'figure.record', figure, {
        indicator: s.id(key),
        organisation: s.id('office'),
        period,
        value,
        unit,
        source: from,
        channel: 'paper',
      });
      s.act(SOURCES, 'figure.approve', figure, {});
    }
  }
  const interim = (indicator: string, value: string): void =>
    s.add(SOURCES, 'milestone', `${indicator}-2020`, {
      indicator: s.id(indicator),
      date: '2020',
      value: percent(value),
    });
  interim('i-cotton', '35');
  interim('i-organic', '10');
};
