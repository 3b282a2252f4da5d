import type { Story } from '../build/story.ts';
import { en, fr } from '../build/words.ts';

const ZONE = 'Africa/Lusaka';

/** The first mixed meeting: agenda, who is expected, an answer from a personal link. */
export const firstInvitation = (s: Story): void => {
  s.at('2024-03-04T14:00');
  s.add('esther', 'meeting', 'm1', {
    title: fr('Première réunion du noyau', 'First meeting of the core group'),
    purpose: fr(
      'Dire ensemble quel est le problème, et s’il faut un partenariat.',
      'Say together what the problem is, and whether it takes a partnership.',
    ),
    moment: { instant: '2024-03-12T08:00:00.000Z', zone: ZONE },
    minutesLong: 180,
    place: { name: 'École primaire de Kasanga' },
    state: 'planned',
    host: s.id('town'),
  });
  agenda(s);
  s.at('2024-03-05T11:00');
  const expect = (key: string, organisation: string, answer: string): void =>
    s.add('esther', 'attendance', `m1-${key}`, {
      meeting: s.id('m1'),
      organisation: s.id(organisation),
      person: s.id(key),
      expected: true,
      answer,
    });
  expect('ruth', 'town', 'coming');
  expect('paul', 'regulator', 'coming');
  expect('claire', 'brewery', 'coming');
  expect('agnes', 'federation', 'sendsDeputy');
  expect('peter', 'university', 'coming');
  byLink(s);
};

/** Held, caught in lines, corrected and approved; the actions land with their owners. */
export const firstMeeting = (s: Story): void => {
  s.at('2024-03-12T11:30');
  for (const key of ['ruth', 'paul', 'claire', 'peter']) s.change('jonas', `m1-${key}`, { present: true });
  s.add('jonas', 'attendance', 'm1-moses', {
    meeting: s.id('m1'),
    organisation: s.id('federation'),
    person: s.id('moses'),
    present: true,
    deputyFor: s.id('agnes'),
  });
  s.add('jonas', 'attendance', 'm1-elder', {
    meeting: s.id('m1'),
    personName: 'Cheffe du village de Luangwe',
    present: true,
  });
  s.change('jonas', 'm1', { state: 'held' });
  caught(s);
  approved(s);
  landed(s);
};

const agenda = (s: Story): void => {
  const item = (order: number, title: ReturnType<typeof fr>, wanted: string, minutes: number): void =>
    s.add('esther', 'agendaItem', `m1-item${order}`, { meeting: s.id('m1'), order, title, wanted, minutes });
  item(1, fr('Le problème : deux phrases', 'The problem: two sentences'), 'decide', 60);
  item(2, fr('Qui manque à la table ?', 'Who is missing at the table?'), 'discuss', 45);
  item(3, fr('Faut-il un partenariat ?', 'Do we need a partnership?'), 'decide', 45);
};

/** Somebody answers from a personal link, without an account. */
const byLink = (s: Story): void => {
  s.act('esther', 'request.open', 'm1-request', {
    kind: 'confirmMeeting',
    subject: s.id('m1'),
    person: s.id('banda'),
    organisation: s.id('survey'),
    deadline: '2024-03-10',
    question: 'Viendrez-vous le 12 mars ?',
  });
  s.act('system', 'request.answer', 'm1-request', {
    said: { choice: 'notComing' },
    channel: 'link',
    words: 'En mission ; nous enverrons les cartes.',
  });
  s.add('system', 'attendance', 'm1-banda', {
    meeting: s.id('m1'),
    organisation: s.id('survey'),
    person: s.id('banda'),
    expected: true,
    answer: 'notComing',
  });
};

const caught = (s: Story): void => {
  s.add('jonas', 'minuteLine', 'm1-line1', {
    meeting: s.id('m1'),
    item: s.id('m1-item1'),
    kind: 'decision',
    order: 1,
    text: fr(
      'Le problème est dit dans la version 2 du texte.',
      'The problem is worded as in version 2 of the text.',
    ),
  });
  s.add('jonas', 'minuteLine', 'm1-line2', {
    meeting: s.id('m1'),
    item: s.id('m1-item2'),
    kind: 'action',
    order: 2,
    text: fr(
      'Organiser une séance d’écoute au puits 4, à 16 heures',
      'Hold a listening session at well 4, at four in the afternoon',
    ),
    owner: s.id('federation'),
    due: '2024-04-15',
  });
  s.add('jonas', 'minuteLine', 'm1-line3', {
    meeting: s.id('m1'),
    item: s.id('m1-item3'),
    kind: 'decision',
    order: 3,
    text: en(
      'We start a partnership; funding of the secretariat is settled before autumn.',
      'Nous lançons un partenariat ; le financement du secrétariat est réglé avant l’automne.',
    ),
  });
  s.add('jonas', 'minuteLine', 'm1-line4', {
    meeting: s.id('m1'),
    item: s.id('m1-item3'),
    kind: 'action',
    order: 4,
    text: fr('Réunir dix ans de relevés de la nappe', 'Gather ten years of groundwater readings'),
    owner: s.id('university'),
    due: '2024-04-26',
  });
};

const approved = (s: Story): void => {
  s.act('jonas', 'minutes.draft', 'm1-minutes', { meeting: s.id('m1') });
  s.act('jonas', 'minutes.circulate', 'm1-minutes', { until: '2024-03-26' });
  s.at('2024-03-15T09:00');
  s.act('claire', 'minutes.correct', 'm1-minutes', {
    text: 'Les relevés viennent aussi de la brasserie : l’écrire.',
    organisation: s.id('brewery'),
  });
  s.act('jonas', 'minutes.answer', 'm1-minutes', { number: 1, answer: 'taken' });
  s.change('jonas', 'm1-line4', {
    text: fr(
      'Réunir dix ans de relevés de la nappe, ceux de la brasserie compris',
      'Gather ten years of groundwater readings, the brewery’s included',
    ),
  });
  s.at('2024-03-27T08:00');
  s.act('esther', 'minutes.approve', 'm1-minutes', {});
};

const landed = (s: Story): void => {
  const land = (line: string, owner: string, what: ReturnType<typeof fr>, due: string): void =>
    s.add('esther', 'commitment', `${line}-owed`, {
      what,
      owner: s.id(owner),
      due,
      state: 'open',
      kind: 'action',
      origin: s.id(line),
    });
  land(
    'm1-line2',
    'federation',
    fr(
      'Organiser une séance d’écoute au puits 4, à 16 heures',
      'Hold a listening session at well 4, at four in the afternoon',
    ),
    '2024-04-15',
  );
  land(
    'm1-line4',
    'university',
    fr(
      'Réunir dix ans de relevés de la nappe, ceux de la brasserie compris',
      'Gather ten years of groundwater readings, the brewery’s included',
    ),
    '2024-04-26',
  );
  s.at('2024-04-16T17:00');
  s.change('agnes', 'm1-line2-owed', { state: 'done' });
  s.at('2024-04-24T10:00');
  s.change('peter', 'm1-line4-owed', {
    due: '2024-05-10',
    dateReason: fr('Trois années sont sur papier.', 'Three years are on paper.'),
  });
  s.at('2024-05-03T10:00');
  s.change('peter', 'm1-line4-owed', { state: 'done' });
};
