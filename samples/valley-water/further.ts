import { publicCandidates } from '@tablee/domain/modules/publication';
import type { Story } from '../build/story.ts';
import { each, en, fr, type Said } from '../build/words.ts';

/** The beginnings of phase 4: what was found, ways on side by side, a role on offer, a lesson, the public page. */
export const further = (s: Story): void => {
  findings(s);
  options(s);
  handing(s);
  publish(s);
};

const findings = (s: Story): void => {
  s.at('2026-03-17T08:00');
  s.add('peter', 'finding', 'found-access', {
    question: fr('L’eau est-elle plus près ?', 'Is the water nearer?'),
    text: fr(
      'Oui : 61 % des ménages en décembre 2025, contre 34 % deux ans plus tôt.',
      'Yes: 61% of households in December 2025, against 34% two years before.',
    ),
    criterion: 'effectiveness',
    indicators: each(s.id('i-access')),
    date: '2026-03',
    response: fr(
      'Viser 70 % fin 2026 reste tenable avec une quatrième borne.',
      'Aiming for 70% at the end of 2026 holds, with a fourth standpipe.',
    ),
    responder: s.id('town'),
  });
  s.add('peter', 'finding', 'found-health', {
    question: en('Are children healthier?', 'Les enfants vont-ils mieux ?'),
    text: en(
      'Not yet: cases have stayed around 41 a month since July 2025.',
      'Pas encore : environ 41 cas par mois depuis juillet 2025.',
    ),
    criterion: 'impact',
    indicators: each(s.id('i-cases')),
    date: '2026-03',
  });
  s.add('agnes', 'lesson', 'lesson-jars', {
    statement: fr(
      'La prochaine fois, nous suivrons l’eau jusqu’au verre dès le premier jour.',
      'Next time we would follow the water to the glass from day one.',
    ),
    happened: fr(
      'Nous avons compté des bornes pendant un an avant d’ouvrir une jarre.',
      'We counted standpipes for a year before opening a jar.',
    ),
    advice: fr(
      'Mettre le centre de santé autour de la table avant les ingénieurs.',
      'Bring the clinic to the table before the engineers.',
    ),
    forWhom: 'everyone',
  });
};

const options = (s: Story): void => {
  const way = (key: string, name: string, kind: string, description: Said): void =>
    s.add('esther', 'option', key, { name, kind, description });
  way(
    'o-widen',
    'Une quatrième borne et le quartier Nord',
    'widen',
    fr(
      'Étendre à deux quartiers avec les mêmes partenaires.',
      'Extend to two more quarters with the same partners.',
    ),
  );
  way(
    'o-anchor',
    'Un service communal de l’eau',
    'institutionalise',
    fr(
      'La mairie reprend les bornes, les comités gardent la caisse.',
      'The town takes over the standpipes, the committees keep the till.',
    ),
  );
  way(
    'o-stop',
    'S’arrêter fin 2027',
    'end',
    fr(
      'Remettre les bornes aux comités et fermer le secrétariat.',
      'Hand the standpipes to the committees and close the secretariat.',
    ),
  );
  const on = (order: number, key: string, name: string, question: Said): void =>
    s.add('esther', 'criterion', key, { name, question, order });
  on(
    1,
    'k-families',
    'Effet pour les familles',
    fr('Qu’est-ce qui change pour elles dans un an ?', 'What changes for them within a year?'),
  );
  on(2, 'k-cost', 'Coût par an', fr('Qui peut le payer sans aide ?', 'Who can pay it without aid?'));
  const rate = (option: string, criterion: string, value: number, reason: Said): void =>
    s.add('esther', 'score', `${option}-${criterion}`, {
      option: s.id(option),
      criterion: s.id(criterion),
      value,
      reason,
    });
  rate('o-widen', 'k-families', 5, fr('Neuf points d’accès de plus', 'Nine points more access'));
  rate('o-widen', 'k-cost', 2, fr('28 000 € à trouver', '€28,000 to be found'));
  rate('o-anchor', 'k-families', 3, fr('Rien de plus près, mais sûr', 'Nothing nearer, but safe'));
  rate('o-anchor', 'k-cost', 4, fr('Un salaire communal', 'One municipal salary'));
  rate(
    'o-stop',
    'k-families',
    2,
    fr('Tient tant que les pompes tiennent', 'Holds as long as the pumps hold'),
  );
  rate('o-stop', 'k-cost', 5, fr('Rien après 2027', 'Nothing after 2027'));
};

const handing = (s: Story): void => {
  s.add('esther', 'essential', 'e-register', {
    name: 'Les relevés de la nappe',
    why: fr(
      'Sans eux, personne ne sait si l’on prend trop.',
      'Without them nobody knows whether too much is taken.',
    ),
    state: 'secured',
    securedBy: s.id('regulator'),
    until: '2027-12',
  });
  s.add('esther', 'essential', 'e-till', {
    name: 'La caisse des bornes',
    why: fr('Elle paie les joints et le gardien.', 'It pays for seals and the keeper.'),
    state: 'partly',
    securedBy: s.id('committees'),
  });
  s.act('esther', 'handover.offer', 'handover', {
    kind: 'task',
    title: 'Tenir le calendrier des relevés',
    notes:
      'Contacts : les onze pompistes (liste à la mairie). Rappel le 25 de chaque mois. Le tableur est dans Documents.',
    fromPerson: s.id('jonas'),
    toPerson: s.id('moses'),
    toOrganisation: s.id('federation'),
    date: '2026-05-01',
  });
};

const publish = (s: Story): void => {
  s.at('2026-03-17T10:00');
  const items = publicCandidates(s.view, 'fr').map(({ shown: _shown, texts, ...item }) => ({
    ...item,
    texts: { ...texts },
  }));
  s.within('public', () =>
    s.act('esther', 'publicPage.publish', 'public-page', {
      title: { fr: 'L’eau de la vallée', en: 'Valley Water' },
      intro: {
        fr: 'De février à mai, la moitié des familles de la vallée marchait plus d’une demi-heure pour trouver de l’eau. Depuis 2024, douze organisations cherchent ensemble comment la partager. Exemple inventé.',
        en: 'From February to May, half of the families of the valley used to walk more than half an hour for water. Since 2024 twelve organisations have worked out together how to share it. Invented example.',
      },
      items,
    }),
  );
  s.within('public', () =>
    s.add('esther', 'news', 'news-fountains', {
      title: fr('Les trois bornes coulent', 'All three standpipes are running'),
      text: fr(
        'Depuis le 28 juillet, les quartiers hauts ont de l’eau de 5 heures à 20 heures. Le bidon coûte 40 centimes, rien en mars.',
        'Since 28 July the upper quarters have had water from five in the morning to eight in the evening. A can costs 40 cents, nothing in March.',
      ),
      date: '2025-08-02',
    }),
  );
};
