import type { Story } from '../build/story.ts';
import { en, fr } from '../build/words.ts';

/** A figure for one period; `who` speaks for the organisation or enters it for them. */
export const figure = (
  s: Story,
  who: string,
  key: string,
  given: {
    indicator: string;
    organisation: string;
    period: string;
    value: string;
    unit: string;
    source?: string;
    channel?: string;
  },
): void => {
  const { indicator, organisation, channel, ...rest } = given;
  s.act(who, 'figure.record', key, {
    ...rest,
    indicator: s.id(indicator),
    organisation: s.id(organisation),
    channel: channel ?? 'app',
  });
};

/** Phase 3, first cycle: building, measuring, and the question that the clinic raised. */
export const implementation = (s: Story): void => {
  s.at('2024-11-25T09:00');
  s.act('esther', 'journey.enter', 'space-journey', { phase: 3 });
  s.change('daniel', 'build', {
    progress: 'underWay',
    rating: 'onTrack',
    ratingDate: '2024-12-02',
    ratingReason: fr('Les trois terrains sont bornés.', 'All three plots are marked out.'),
  });
  s.change('paul', 'meters', { progress: 'underWay' });
  s.at('2025-01-09T09:00');
  s.change('paul', 'meters', { progress: 'done' });
  figures(s);
  change(s);
  returned(s);
};

const figures = (s: Story): void => {
  s.at('2025-01-20T09:00');
  figure(s, 'ruth', 'f-access-2024', {
    indicator: 'i-access',
    organisation: 'town',
    period: '2024',
    value: '47',
    unit: '%',
    source: 'Enquête de décembre, 600 ménages',
  });
  figure(s, 'ruth', 'f-taps-2024', {
    indicator: 'i-taps',
    organisation: 'town',
    period: '2024',
    value: '352',
    unit: 'ménages',
    source: 'Fichier des abonnés au 31 décembre',
  });
  figure(s, 'esther', 'f-flow-2024', {
    indicator: 'i-flow',
    organisation: 'regulator',
    period: '2024-H2',
    value: '3.2',
    unit: 'm3/h',
    source: 'Essai de pompage, dicté au téléphone',
    channel: 'phone',
  });
  s.at('2025-01-27T09:00');
  s.act('paul', 'figure.confirm', 'f-flow-2024', {});
  for (const key of ['f-access-2024', 'f-taps-2024', 'f-flow-2024'])
    s.act('esther', 'figure.approve', key, {});
};

/** The focal point of Eau claire leaves and asks to be forgotten: card, words and position's author are gone. */
const change = (s: Story): void => {
  s.at('2025-03-10T09:00');
  s.act('system', 'member.leave', 'thomas', {});
  s.arrive(
    'helene',
    { name: 'Hélène Banda', designation: 'Chargée de programme', language: 'fr' },
    { roles: ['leader'], organisation: 'ngo' },
  );
  s.change('esther', 'ngo', { leader: s.id('helene') });
  s.at('2025-03-17T09:00');
  s.onRecord('paul', 'erase', 'call', { targets: ['withName', 'text'] });
  s.erasePerson('thomas');
};

/** The committee goes back to design: water is there, children are still ill. */
const returned = (s: Story): void => {
  s.at('2025-04-28T09:00');
  s.add('monique', 'perspective', 'jars', {
    statement: fr(
      'L’eau de la borne est propre ; celle de la jarre ne l’est plus le soir.',
      'Water from the standpipe is clean; in the jar it no longer is by evening.',
    ),
    group: 'Infirmières du centre de santé',
    sector: 'state',
    organisation: s.id('clinic'),
    source: fr('42 jarres analysées en avril', '42 jars tested in April'),
    heardOn: '2025-04-25',
  });
  s.add('esther', 'meeting', 'm2', {
    title: fr('Comité de pilotage : réflexion à mi-chemin', 'Steering committee: reflection half way'),
    purpose: fr(
      'Dire pourquoi les enfants restent malades, et ce que nous changeons.',
      'Say why children are still ill, and what we change.',
    ),
    moment: { instant: '2025-05-12T07:00:00.000Z', zone: 'Africa/Lusaka' },
    minutesLong: 150,
    place: { name: 'Centre de santé de Kasanga' },
    state: 'planned',
  });
  s.add('esther', 'agendaItem', 'm2-item1', {
    meeting: s.id('m2'),
    order: 1,
    title: fr(
      'L’eau arrive, les enfants restent malades : que changeons-nous ?',
      'The water is there, children are still ill: what do we change?',
    ),
    wanted: 'decide',
    minutes: 90,
    from: s.id('clean'),
  });
  decided(s);
};

/** Decided in the room, by the committee's own rule; the return says why, what is reopened and what stands. */
const decided = (s: Story): void => {
  s.at('2025-05-12T07:30');
  s.act('moyo', 'decision.open', 'd-return', {
    question: 'Revenons-nous en conception pour faire entrer l’hygiène à la maison dans le plan ?',
    background: 'Sur 42 jarres analysées, 29 sont souillées le soir. Les bornes ne sont pas en cause.',
    body: s.id('committee'),
    meeting: s.id('m2'),
    deadline: { instant: '2025-05-12T10:00:00.000Z', zone: 'Africa/Lusaka' },
  });
  for (const organisation of ['regulator', 'brewery', 'federation', 'university'])
    s.act('moyo', 'decision.take', 'd-return', {
      organisation: s.id(organisation),
      stance: organisation === 'brewery' ? 'reservations' : 'agree',
      standing: 'confirmed',
      channel: 'meeting',
      ...(organisation === 'brewery' ? { reason: 'Que les pompes ne prennent pas de retard.' } : {}),
    });
  s.act('moyo', 'decision.close', 'd-return', {});
  s.change('jonas', 'm2', { state: 'held' });
  s.add('jonas', 'minuteLine', 'm2-line1', {
    meeting: s.id('m2'),
    item: s.id('m2-item1'),
    kind: 'decision',
    order: 1,
    text: fr(
      'Retour en conception ; l’hygiène à la maison entre dans le plan.',
      'Back to design; hygiene at home becomes part of the plan.',
    ),
  });
  s.act('esther', 'journey.goBack', 'space-journey', {
    phase: 2,
    reason:
      'L’eau des bornes est propre, celle des jarres ne l’est plus le soir : sans l’hygiène à la maison, les enfants restent malades.',
    reopened: ['results', 'roadmap', 'agreement'],
    standing: ['problem', 'vision', 'governance', 'resources'],
    cycle: 1,
    decision: s.id('d-return'),
  });
  s.change('monique', 'clean', {
    checked: '2025-05',
    holds: 'unsure',
    evidence: en(
      '29 of 42 jars were soiled by evening (April 2025).',
      '29 jarres sur 42 étaient souillées le soir (avril 2025).',
    ),
  });
  minutesOf(s);
};

const minutesOf = (s: Story): void => {
  s.act('jonas', 'minutes.draft', 'm2-minutes', { meeting: s.id('m2') });
  s.act('jonas', 'minutes.circulate', 'm2-minutes', { until: '2025-05-26' });
  s.at('2025-05-27T08:00');
  s.act('moyo', 'minutes.approve', 'm2-minutes', {});
};
