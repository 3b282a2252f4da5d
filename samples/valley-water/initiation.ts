import type { JsonObject } from '@tablee/domain/kernel';
import type { Story } from '../build/story.ts';
import { en, fr } from '../build/words.ts';
import { problemTree } from './problem-tree.ts';

/** Phase 1: understand, listen, bring together; a verdict before anything is founded. */
export const initiation = (s: Story): void => {
  firstSentence(s);
  listening(s);
  context(s);
  problem(s);
  problemTree(s);
  conversations(s);
  coreGroup(s);
};

const firstSentence = (s: Story): void => {
  s.at('2024-01-18T09:00');
  s.act('esther', 'wording.open', 'problem', {
    kind: 'problem',
    lang: 'fr',
    text: 'Les puits se vident en mars.',
  });
  s.act('jonas', 'wording.translate', 'problem', {
    version: 1,
    lang: 'en',
    text: 'The wells run dry in March.',
  });
};

const problem = (s: Story): void => {
  s.at('2024-02-20T14:00');
  s.act('peter', 'wording.propose', 'problem', {
    after: 1,
    lang: 'en',
    text: 'From February to May, half of the families of the valley walk more than half an hour for water, because the wells and the factories draw on the same groundwater and nobody decides together how much.',
  });
  s.act('esther', 'wording.translate', 'problem', {
    version: 2,
    lang: 'fr',
    text: 'De février à mai, la moitié des familles de la vallée marche plus d’une demi-heure pour trouver de l’eau, parce que puits et usines tirent sur la même nappe et que personne ne décide ensemble de combien.',
  });
  const take = (who: string, organisation: string, said: JsonObject): void =>
    s.act(who, 'wording.take', 'problem', { organisation: s.id(organisation), version: 2, ...said });
  s.at('2024-02-22T10:00');
  take('agnes', 'federation', { stance: 'agree', standing: 'confirmed' });
  take('paul', 'regulator', { stance: 'agree', standing: 'confirmed' });
  take('peter', 'university', { stance: 'agree', standing: 'confirmed' });
  take('ruth', 'town', {
    stance: 'agree',
    standing: 'inClearance',
    reason: 'Le maire réunit son conseil demain.',
  });
  take('claire', 'brewery', {
    stance: 'reservations',
    standing: 'confirmed',
    reason: 'Dire aussi que les fuites du réseau perdent autant que les usines consomment.',
  });
  take('victor', 'park', { stance: 'standAside', standing: 'personal' });
  take('esther', 'committees', { stance: 'agree', standing: 'confirmed', channel: 'phone' });
  s.at('2024-02-23T08:30');
  take('daniel', 'town', { stance: 'agree', standing: 'confirmed' });
  s.act('gift', 'wording.acknowledge', 'problem', { organisation: s.id('committees') });
  s.act('esther', 'wording.open', 'working-agreement', {
    kind: 'workingAgreement',
    lang: 'fr',
    text: 'Ce qui est dit au noyau reste au noyau. Chacun parle pour soi tant que son organisation n’a pas confirmé. On commence et on finit à l’heure.',
  });
  s.act('jonas', 'wording.translate', 'working-agreement', {
    version: 1,
    lang: 'en',
    text: 'What is said in the core group stays there. We speak for ourselves until our organisation has confirmed. We start and end on time.',
  });
};

const listening = (s: Story): void => {
  s.at('2024-02-12T15:00');
  s.add('agnes', 'perspective', 'queue', {
    statement: fr(
      'Quand la file est longue, ma fille rate la première heure d’école.',
      'When the queue is long, my daughter misses the first hour of school.',
    ),
    group: 'Mères du quartier Nord',
    sector: 'civilSociety',
    organisation: s.id('federation'),
    source: fr(
      'Séance au marché, en nyanja, résumée par la Fédération',
      'Session at the market, in Nyanja, summed up by the Federation',
    ),
    heardOn: '2024-02-10',
  });
  s.add('claire', 'perspective', 'litres', {
    statement: fr(
      'Nous mesurons chaque litre que nous pompons ; personne ne nous a jamais demandé le chiffre.',
      'We measure every litre we pump; nobody has ever asked us for the figure.',
    ),
    group: 'Entreprises de la zone sud',
    sector: 'private',
    organisation: s.id('brewery'),
    heardOn: '2024-02-09',
  });
  s.add('peter', 'perspective', 'level', {
    statement: en(
      'The water table has dropped by four metres in ten years; we publish it and nobody reads it.',
      'La nappe a baissé de quatre mètres en dix ans ; nous le publions et personne ne le lit.',
    ),
    group: 'Hydrologists',
    sector: 'science',
    organisation: s.id('university'),
    heardOn: '2024-02-06',
  });
  s.add('agnes', 'perspective', 'unsafe', {
    statement: fr(
      'On nous demande de l’argent pour nous laisser puiser la nuit.',
      'We are asked for money to be let draw water at night.',
    ),
    sector: 'civilSociety',
    heardOn: '2024-02-11',
    protected: true,
  });
  s.act('agnes', 'circle.open', 'safe', {
    purpose: 'protected',
    readers: [s.id('agnes'), s.id('moses')],
    name: 'Paroles à protéger',
  });
  s.act('agnes', 'circle.open', 'among-us', {
    purpose: 'group',
    readers: [s.id('agnes'), s.id('moses'), s.id('gift')],
    name: 'Société civile : entre nous',
  });
  s.within(s.id('among-us'), () =>
    s.add('agnes', 'document', 'common-position', {
      title: fr(
        'Notre position commune sur l’entretien des bornes',
        'Our common position on the upkeep of standpipes',
      ),
      kind: 'note',
      dated: '2024-02-14',
    }),
  );
  // It named a place after all: put in safety two days later, "content withdrawn" for everybody else.
  s.at('2024-02-14T09:00');
  s.onRecord('agnes', 'protect', 'unsafe', { to: s.id('safe') });
};

const context = (s: Story): void => {
  s.at('2024-02-19T09:00');
  s.add('paul', 'contextFact', 'law', {
    title: fr(
      'La loi sur l’eau permet aux communes de signer des contrats de nappe.',
      'The water act lets municipalities sign groundwater contracts.',
    ),
    effect: 'helps',
    source: fr('Journal officiel, 2022', 'Official gazette, 2022'),
    reviewDate: '2027-01',
  });
  s.add('ruth', 'contextFact', 'election', {
    title: fr('Élections communales en août 2026', 'Local elections in August 2026'),
    effect: 'hinders',
    evidence: fr(
      'Les signatures prises trop près du scrutin risquent d’être remises en cause.',
      'What is signed too close to the vote may be called into question.',
    ),
    reviewDate: '2026-05',
  });
  s.add('joyce', 'initiative', 'rural-water', {
    name: 'Rural Water Fund',
    aims: en(
      'New boreholes in 60 districts, ours included',
      'De nouveaux forages dans 60 districts, dont le nôtre',
    ),
    area: { name: 'Pays entier' },
    end: '2027',
    overlap: en('Drills where we want to draw less.', 'Fore là où nous voulons moins puiser.'),
    verdict: 'complement',
  });
};

const conversations = (s: Story): void => {
  s.at('2024-02-26T16:00');
  s.within('core', () =>
    s.add('paul', 'conversation', 'call', {
      withName: 'Chargé de programme d’Eau claire',
      organisation: s.id('ngo'),
      by: s.id('paul'),
      on: '2024-02-26',
      text: fr('Hésite à rejoindre le noyau pour des raisons de famille.'),
    }),
  );
  s.within('core', () =>
    s.add('esther', 'conversation', 'market', {
      withName: 'Comités de quartier',
      organisation: s.id('committees'),
      by: s.id('esther'),
      on: '2024-02-27',
      text: fr(
        'Visite au marché. Promis : une réponse sur les bornes-fontaines d’ici au 12 mai.',
        'Visit to the market. Promised: an answer about the standpipes by 12 May.',
      ),
    }),
  );
};

const coreGroup = (s: Story): void => {
  s.at('2024-03-04T09:00');
  const sit = (key: string, organisation: string, mandate: ReturnType<typeof fr>): void =>
    s.add('esther', 'coreMember', `core-${key}`, {
      organisation: s.id(organisation),
      person: s.id(key),
      mandate,
      termStart: '2024-03-04',
      termEnd: '2026-12-31',
    });
  sit(
    'ruth',
    'town',
    fr('Parle pour la mairie après accord du maire', 'Speaks for the council once the mayor agrees'),
  );
  sit('paul', 'regulator', fr('Engage le régulateur sur les relevés', 'Commits the regulator on readings'));
  sit('claire', 'brewery', fr('Jusqu’à 50 000 € par an', 'Up to €50,000 a year'));
  sit(
    'agnes',
    'federation',
    fr('Mandat des 41 comités, voté le 2 mars', 'Mandate of the 41 committees, voted on 2 March'),
  );
  sit('peter', 'university', en('Brings data, takes no side', 'Apporte des données, ne prend pas parti'));
};

/** Each answers alone; the verdict comes with its reasons. */
export const fitCheck = (s: Story): void => {
  s.at('2024-03-08T09:00');
  s.within('core', () => s.act('esther', 'fitCheck.open', 'fit', {}));
  const answer = (who: string, answers: { readonly [question: string]: string }, reasons = {}): void =>
    s.act(who, 'fitCheck.answer', 'fit', { answers, reasons });
  answer('agnes', {
    alone: 'yes',
    sectors: 'yes',
    time: 'yes',
    trust: 'partly',
    means: 'partly',
    lighter: 'no',
  });
  answer('paul', { alone: 'yes', sectors: 'yes', time: 'yes', trust: 'yes', means: 'partly', lighter: 'no' });
  answer(
    'claire',
    { alone: 'yes', sectors: 'yes', time: 'partly', trust: 'yes', means: 'no', lighter: 'partly' },
    { lighter: 'Un contrat de nappe à trois irait plus vite, mais sans les habitants.' },
  );
  answer('ruth', {
    alone: 'yes',
    sectors: 'partly',
    time: 'yes',
    trust: 'partly',
    means: 'partly',
    lighter: 'no',
  });
  answer(
    'peter',
    { alone: 'yes', sectors: 'yes', time: 'yes', trust: 'yes', means: 'partly', lighter: 'no' },
    { means: 'Half a post is too little for seventeen villages.' },
  );
  s.at('2024-03-11T12:00');
  s.act('esther', 'fitCheck.conclude', 'fit', {
    verdict: 'start',
    reason:
      'Aucun de nous ne peut régler seul le partage de la nappe. Réserve notée : le demi-poste du secrétariat est à financer avant l’automne.',
  });
};
