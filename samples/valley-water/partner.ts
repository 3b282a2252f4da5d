import type { Story } from '../build/story.ts';
import { each, fr } from '../build/words.ts';

const ZONE = 'Africa/Lusaka';

/** What passes between partners: a letter and its answer, who was named by it, what a group says together, a date to find. */
export const betweenPartners = (s: Story): void => {
  designation(s);
  commonPosition(s);
};

/** The ministry is asked in writing who speaks for it, and names two people. */
const designation = (s: Story): void => {
  s.at('2025-09-11T09:00');
  s.within('secretariat', () => {
    s.act('esther', 'letter.write', 'letter-asked', {
      template: 'designation',
      tone: 'state',
      lang: 'fr',
      civility: 'madam',
      organisation: s.id('ministry'),
      dated: '2025-09-11',
      subject: 'Désignation d’un point focal du ministère',
      recipient: 'Madame la Ministre de l’Eau\nMinistère de l’Eau',
      salutation: 'Madame la Ministre',
      body: 'Le partenariat « L’eau de la vallée » entre dans son second cycle. Douze organisations y décident ensemble du partage de la nappe.\n\nJe vous saurais gré de bien vouloir désigner, par lettre, la personne qui parlera pour le ministère et sa suppléante ou son suppléant, avec la durée de leur mandat et ce qu’ils peuvent décider sans revenir vers vous.',
      closing: 'Je vous prie d’agréer, Madame la Ministre, l’expression de ma haute considération.',
      signature: 'Esther Mulando\nCoordinatrice du secrétariat',
    });
    s.act('esther', 'letter.fix', 'letter-asked', {});
    s.act('esther', 'letter.send', 'letter-asked', {
      on: '2025-09-11',
      how: 'carried',
      replyDue: '2025-10-10',
    });
    s.at('2025-09-15T10:00');
    s.act('esther', 'letter.arrive', 'letter-asked', { on: '2025-09-12' });
    s.at('2025-09-26T11:00');
    s.act('jonas', 'letter.note', 'letter-named', {
      lang: 'fr',
      on: '2025-09-25',
      organisation: s.id('ministry'),
      answers: s.id('letter-asked'),
      dated: '2025-09-22',
      subject: 'Désignation des représentants du ministère',
      summary:
        'La ministre désigne son conseiller, Jean-Baptiste Moyo, pour deux ans. Il engage le ministère sur les permis et les relevés ; toute dépense revient à la ministre.',
    });
  });
  s.add('esther', 'mandate', 'mandate-moyo', {
    organisation: s.id('ministry'),
    role: 'leader',
    person: s.id('moyo'),
    from: '2025-10-01',
    until: '2027-09-30',
    designatedBy: 'La ministre de l’Eau',
    designatedOn: '2025-09-22',
    reference: 'MIN/EAU/2025/417',
    letter: s.id('letter-named'),
    scope: fr(
      'Engage le ministère sur les permis et les relevés ; toute dépense revient à la ministre.',
      'Commits the ministry on permits and readings; any spending goes back to the minister.',
    ),
  });
  s.add('agnes', 'mandate', 'mandate-agnes', {
    organisation: s.id('federation'),
    role: 'leader',
    person: s.id('agnes'),
    from: '2024-03-02',
    until: '2026-06-30',
    designatedBy: 'L’assemblée des 41 comités',
    designatedOn: '2024-03-02',
    successor: s.id('moses'),
    scope: fr(
      'Parle pour les comités ; les consulte avant toute position confirmée.',
      'Speaks for the committees; consults them before any confirmed position.',
    ),
  });
};

/** Residents among themselves; the room stays closed to others, what they agree on leaves it in their own words. */
const commonPosition = (s: Story): void => {
  const circle = s.id('among-us');
  const words =
    'Nous gardons les bornes, nous ne les réparons pas. Les comités tiennent la caisse et le gardien ; la mairie paie les pompes et les joints, et répond à une panne en trois jours. Sans cela, nous ne signerons pas la clause 5.';
  s.at('2025-09-29T16:00');
  s.within(circle, () => {
    s.act('agnes', 'group.found', 'residents', {
      kind: 'constituency',
      name: 'Habitants de la vallée',
      mandate: 'Parler d’une voix sur ce qui touche les familles : le prix, l’heure, l’entretien.',
    });
    s.act('moses', 'group.say', 'residents', {
      message: s.id('residents-said'),
      text: 'If the town does not pay for seals, we pay with our evenings.',
    });
    s.act('gift', 'group.word', 'residents', {
      position: s.id('upkeep'),
      after: 0,
      lang: 'fr',
      about: s.id('clause42'),
      title: 'Qui répare les bornes',
      text: words,
    });
    s.act('agnes', 'group.agree', 'residents', {
      position: s.id('upkeep'),
      version: 1,
      how: 'meeting',
      on: '2025-09-28',
    });
  });
  s.act('agnes', 'statement.publish', 'residents-upkeep', {
    kind: 'position',
    about: s.id('clause42'),
    lang: 'fr',
    confirmed: { how: 'meeting', on: '2025-09-28' },
    group: 'Habitants de la vallée : Fédération et comités de quartier',
    title: 'Qui répare les bornes',
    text: words,
  });
  s.within(circle, () =>
    s.act('agnes', 'group.release', 'residents', {
      what: 'position',
      of: s.id('upkeep'),
      version: 1,
      as: s.id('residents-upkeep'),
    }),
  );
};

/** A visit to be arranged: three dates, answered in the app, by link and by telephone. */
export const visitToArrange = (s: Story): void => {
  s.add('esther', 'meeting', 'm4', {
    title: fr('Visite du quartier Nord', 'Visit to the Northern quarter'),
    purpose: fr(
      'Voir dix foyers, de la borne au verre, avec les relais.',
      'See ten homes, from the standpipe to the glass, with the volunteers.',
    ),
    minutesLong: 150,
    place: { name: 'Borne 2, quartier Nord' },
    state: 'planned',
    host: s.id('clinic'),
  });
  const item = (order: number, title: ReturnType<typeof fr>, minutes: number): void =>
    s.add('monique', 'agendaItem', `m4-item${order}`, {
      meeting: s.id('m4'),
      order,
      title,
      wanted: 'discuss',
      minutes,
    });
  item(1, fr('Qui va chez qui, et qui demande la permission', 'Who goes where, and who asks leave'), 20);
  item(
    2,
    fr('Dix foyers : la borne, le bidon, la jarre, le verre', 'Ten homes: standpipe, can, jar, glass'),
    100,
  );
  item(3, fr('Ce que nous avons vu, en trois phrases', 'What we saw, in three sentences'), 30);
  for (const [key, organisation] of [
    ['monique', 'clinic'],
    ['agnes', 'federation'],
    ['ruth', 'town'],
  ] as const)
    s.add('monique', 'attendance', `m4-${key}`, {
      meeting: s.id('m4'),
      organisation: s.id(organisation),
      person: s.id(key),
      expected: true,
    });
  s.act('monique', 'poll.open', 'm4-poll', {
    meeting: s.id('m4'),
    options: ['2026-04-21', '2026-04-23', '2026-04-28'].map((day) => ({
      instant: `${day}T14:00:00.000Z`,
      zone: ZONE,
    })),
    deadline: '2026-04-07',
  });
  const can = (...answers: readonly ('yes' | 'ifNeeded' | 'no')[]) =>
    answers.map((answer, place) => ({ option: place + 1, answer }));
  const say = (who: string, organisation: string, said: ReturnType<typeof can>): void =>
    s.act(who, 'poll.answer', 'm4-poll', { organisation: s.id(organisation), said, channel: 'app' });
  say('monique', 'clinic', can('yes', 'yes', 'yes'));
  say('agnes', 'federation', can('yes', 'ifNeeded', 'no'));
  say('ruth', 'town', can('no', 'yes', 'yes'));
  say('peter', 'university', can('ifNeeded', 'yes', 'no'));
  s.act('system', 'poll.answer', 'm4-poll', {
    person: s.id('banda'),
    said: can('no', 'yes', 'ifNeeded'),
    channel: 'link',
    words: 'Le 23, avec le camion.',
  });
  s.act('esther', 'poll.answer', 'm4-poll', {
    organisation: s.id('committees'),
    said: can('yes', 'ifNeeded', 'yes'),
    channel: 'phone',
  });
};

/** How letters look, and a text whose second version counts: both versions can be compared word by word. */
export const secretariatPapers = (s: Story): void => {
  s.add('esther', 'letterhead', 'letterhead', {
    name: fr('L’eau de la vallée', 'Valley Water'),
    address: fr('Mairie de Kasanga, salle 4', 'Kasanga town hall, room 4'),
    contact: fr(
      '+000 55 01 01, secretariat@eau-vallee.example',
      '+000 55 01 01, secretariat@eau-vallee.example',
    ),
    foot: fr('Exemple inventé', 'Invented example'),
    place: 'Kasanga',
    signatory: fr('La coordinatrice du secrétariat', 'The coordinator of the secretariat'),
    numberPattern: '{nnn}/EV/{an}',
  });
  const version = (key: string, dated: string, text: ReturnType<typeof fr>): void =>
    s.add('esther', 'document', key, {
      title: fr('Règles de nos réunions', 'How we meet'),
      kind: 'note',
      dated,
      text,
      receivedBy: each(s.id('town'), s.id('federation'), s.id('brewery'), s.id('regulator')),
    });
  s.at('2024-11-22T15:00');
  version(
    'rules-1',
    '2024-11-22',
    fr(
      'Nous commençons et nous finissons à l’heure. Les décisions se prennent par consentement. Le compte rendu part sous quinze jours.',
      'We start and end on time. We decide by consent. Minutes leave within two weeks.',
    ),
  );
  s.act('esther', 'edition.open', 'rules', { document: s.id('rules-1') });
  s.act('esther', 'edition.enforce', 'rules', { document: s.id('rules-1') });
  s.at('2024-11-25T07:00');
  version(
    'rules-2',
    '2024-11-25',
    fr(
      'Nous commençons et nous finissons à l’heure. Les décisions se prennent par consentement ; qui parle au nom d’une organisation dit si elle l’a confirmé. Le relevé de décisions se lit à haute voix avant de partir, le compte rendu part sous cinq jours.',
      'We start and end on time. We decide by consent; whoever speaks for an organisation says whether it has confirmed. The list of decisions is read aloud before we part, minutes leave within five days.',
    ),
  );
  s.act('esther', 'edition.place', 'rules', { document: s.id('rules-2'), from: s.id('rules-1') });
  s.act('esther', 'edition.enforce', 'rules', { document: s.id('rules-2'), seen: s.id('rules-1') });
};

/** What the secretariat itself has in hand. */
export const secretariatTasks = (s: Story): void => {
  const task = (key: string, person: string, what: ReturnType<typeof fr>, due: string): void =>
    s.add('esther', 'commitment', key, { what, person: s.id(person), due, state: 'open', kind: 'action' });
  task(
    'task-report',
    'jonas',
    fr('Écrire le rapport annuel de 2026, quatre pages', 'Write the annual report for 2026, four pages'),
    '2027-02-28',
  );
  task(
    'task-money',
    'esther',
    fr('Trouver le demi-poste du secrétariat pour 2027', 'Find half a post for the secretariat in 2027'),
    '2027-01-31',
  );
};
