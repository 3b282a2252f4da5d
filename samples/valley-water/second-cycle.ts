import type { Story } from '../build/story.ts';
import { each, fr } from '../build/words.ts';
import { decideOnMemorandum, paper, SIGNATORIES, stand } from './agreement.ts';
import { activity, step } from './design.ts';
import { figure } from './work.ts';

/** The second cycle: hygiene at home enters chain, roadmap and agreement; then back to work. */
export const secondCycle = (s: Story): void => {
  plan(s);
  secondVersion(s);
  s.at('2025-07-07T09:00');
  s.act('esther', 'journey.enter', 'space-journey', { phase: 3 });
  work(s);
};

const plan = (s: Story): void => {
  s.at('2025-06-02T09:00');
  step(s, 'home', {
    level: 'outcome',
    statement: fr(
      'Dans les maisons, l’eau reste propre jusqu’au verre.',
      'In homes, water stays clean until it reaches the glass.',
    ),
    leadsTo: ['impact'],
  });
  step(s, 'relays', {
    level: 'output',
    statement: fr(
      'Chaque quartier a deux relais d’hygiène formés.',
      'Every quarter has two trained hygiene volunteers.',
    ),
    leadsTo: ['home'],
  });
  activity(
    s,
    'train',
    fr('Former 34 relais d’hygiène dans les quartiers', 'Train 34 hygiene volunteers in the quarters'),
    {
      result: 'relays',
      accountable: 'clinic',
      involved: ['federation', 'committees', 'ngo'],
      start: '2025-07',
      end: '2027-03',
    },
  );
  s.add('esther', 'indicator', 'i-cases', {
    name: fr('Cas de diarrhée chez les moins de cinq ans', 'Cases of diarrhoea among children under five'),
    result: s.id('impact'),
    unit: 'cas',
    direction: 'down',
    baseline: { value: '41', unit: 'cas' },
    baselineDate: '2025-06',
    target: { value: '20', unit: 'cas' },
    targetDate: '2026-12',
    source: fr('Registre du centre de santé, chaque mois', 'Register of the clinic, every month'),
    collector: s.id('clinic'),
    rhythm: 'month',
    disaggregation: each('quartier', 'sexe'),
    sdg: each('3.9', '6.2'),
  });
  s.add('esther', 'indicator', 'i-soap', {
    name: fr('Foyers avec un point de lavage des mains', 'Homes with a place to wash hands'),
    result: s.id('home'),
    unit: '%',
    direction: 'up',
    baseline: { value: '12', unit: '%' },
    baselineDate: '2025-06',
    target: { value: '50', unit: '%' },
    targetDate: '2026-12',
    source: fr('Visites des relais', 'Visits by the volunteers'),
    collector: s.id('ngo'),
    rhythm: 'halfYear',
    sdg: each('6.2'),
  });
};

const secondVersion = (s: Story): void => {
  s.add('esther', 'clause', 'clause43', {
    agreement: s.id('memorandum'),
    order: 43,
    title: 'Hygiène à la maison',
    kind: 'roles',
    text: fr(
      'Le centre de santé forme des relais dans chaque quartier ; la Fédération les choisit et la Banque paie leurs déplacements.',
      'The clinic trains volunteers in every quarter; the Federation chooses them and the Bank pays their travel.',
    ),
    results: each(s.id('home')),
    activities: each(s.id('train')),
    indicators: each(s.id('i-cases')),
    organisations: each(s.id('federation'), s.id('clinic')),
  });
  s.act('esther', 'agreement.freeze', 'memorandum', {
    signatories: SIGNATORIES.map(([key]) => s.id(key)),
    lapse: true,
  });
  decideOnMemorandum(s, 'd-adopt2', 2, {
    question:
      'Adoptons-nous la version 2 du protocole, avec la nouvelle clause 6 sur l’hygiène à la maison ?',
    background:
      'Une seule clause s’ajoute. Les signatures de la version 1 tombent avec l’adoption : chacun signe de nouveau.',
    closes: '2025-06-24T16:00',
  });
  s.at('2025-06-16T09:00');
  for (const [organisation, , who] of SIGNATORIES)
    stand(s, 'd-adopt2', { who, organisation, stance: 'agree' });
  s.act('esther', 'decision.close', 'd-adopt2', {});
  s.act('esther', 'agreement.adopt', 'memorandum', { decision: s.id('d-adopt2') });
  s.at('2025-06-30T09:00');
  for (const [organisation, , who] of SIGNATORIES)
    if (organisation !== 'park' && organisation !== 'committees')
      s.act(who, 'agreement.sign', 'memorandum', {
        version: 2,
        organisation: s.id(organisation),
        method: 'simple',
        person: s.id(who),
      });
  paper(s, 2, '2025-06-30');
  s.act('esther', 'agreement.enterIntoForce', 'memorandum', { date: '2025-07-01' });
};

/** Cases by month, as the clinic gave them and the secretariat approved them. */
const CASES = [
  ['2025-07', '40'],
  ['2025-08', '42'],
  ['2025-09', '39'],
  ['2025-10', '41'],
  ['2025-11', '43'],
  ['2025-12', '40'],
  ['2026-01', '41'],
] as const;

const work = (s: Story): void => {
  s.at('2025-07-14T09:00');
  figure(s, 'paul', 'f-flow-2025a', {
    indicator: 'i-flow',
    organisation: 'regulator',
    period: '2025-H1',
    value: '3.3',
    unit: 'm3/h',
    source: 'Essai de pompage du 24 juin',
  });
  s.act('esther', 'figure.approve', 'f-flow-2025a', {});
  s.change('monique', 'train', { progress: 'underWay' });
  s.at('2025-08-01T09:00');
  s.change('daniel', 'build', {
    progress: 'done',
    rating: 'onTrack',
    ratingDate: '2025-08-01',
    ratingReason: fr(
      'Les trois bornes coulent depuis le 28 juillet.',
      'All three standpipes have been running since 28 July.',
    ),
  });
};

/** The monthly count of the clinic, from a month to another (`YYYY-MM`, both included), each told on the tenth of the next. */
export const casesOf = (s: Story, from: string, to: string): void => {
  for (const [period, value] of CASES.filter(([month]) => month >= from && month <= to)) {
    const [year = 0, month = 0] = period.split('-').map(Number);
    const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
    s.at(`${next}-10T08:00`);
    figure(s, 'monique', `f-cases-${period}`, {
      indicator: 'i-cases',
      organisation: 'clinic',
      period,
      value,
      unit: 'cas',
      source: 'Registre du centre de santé',
    });
    s.act('jonas', 'figure.approve', `f-cases-${period}`, {});
  }
};
