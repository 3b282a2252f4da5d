import type { Story } from '../build/story.ts';
import { each, fr, type Said } from '../build/words.ts';
import { scan } from './scan.ts';

const ZONE = 'Africa/Lusaka';

/** Who signs, in the order of protocol. */
export const SIGNATORIES = [
  ['town', 'state', 'daniel'],
  ['regulator', 'state', 'paul'],
  ['brewery', 'private', 'claire'],
  ['park', 'private', 'victor'],
  ['federation', 'civilSociety', 'agnes'],
  ['committees', 'civilSociety', 'gift'],
  ['university', 'science', 'peter'],
] as const;

/** The memorandum: clauses in both languages, frozen, adopted by consensus, signed. */
export const agreement = (s: Story): void => {
  s.at('2024-08-26T09:00');
  s.act('esther', 'agreement.prepare', 'memorandum', {
    title: 'Protocole d’accord de la vallée de la Mbira',
    kind: 'memorandum',
    languages: ['fr', 'en'],
  });
  clauses(s);
  s.at('2024-09-09T09:00');
  s.act('esther', 'agreement.freeze', 'memorandum', { signatories: SIGNATORIES.map(([key]) => s.id(key)) });
  adoption(s);
  signing(s);
};

/** One clause, with the keys of what it leads to and of whom it binds. */
interface Clause {
  readonly order: number;
  readonly title: string;
  readonly kind: string;
  readonly text: Said;
  readonly results?: readonly string[];
  readonly activities?: readonly string[];
  readonly organisations?: readonly string[];
}

const CLAUSES: readonly Clause[] = [
  {
    order: 10,
    title: 'Objet',
    kind: 'purpose',
    text: fr(
      'Les signataires veulent que chaque famille de la vallée ait de l’eau à moins de 500 mètres et que la nappe cesse de baisser.',
      'The signatories want every family of the valley to have water within 500 metres, and the water table to stop sinking.',
    ),
    results: ['access', 'share'],
  },
  {
    order: 20,
    title: 'Mesures publiées',
    kind: 'information',
    text: fr(
      'Chaque signataire mesure ce qu’il prélève et le régulateur le publie chaque trimestre.',
      'Each signatory measures what it takes, and the regulator publishes it every quarter.',
    ),
    results: ['readings'],
    activities: ['meters'],
    organisations: ['regulator', 'brewery', 'park'],
  },
  {
    order: 30,
    title: 'Décisions',
    kind: 'governance',
    text: fr(
      'Le comité de pilotage décide par consensus, à défaut aux deux tiers. L’accord lui-même ne change que par une décision de tous les signataires.',
      'The steering committee decides by consensus, failing that by two thirds. The agreement itself changes only by a decision of all signatories.',
    ),
  },
  {
    order: 41,
    title: 'Bornes-fontaines',
    kind: 'roles',
    text: fr(
      'La mairie construit trois bornes-fontaines sur des terrains qu’elle fournit ; la brasserie en paie les pompes.',
      'The town builds three standpipes on land that it provides; the brewery pays for the pumps.',
    ),
    results: ['fountains'],
    activities: ['build'],
    organisations: ['town', 'brewery'],
  },
  {
    order: 42,
    title: 'Entretien des bornes',
    kind: 'roles',
    text: fr(
      'Les comités de quartier tiennent les bornes ; les réparations sont payées sur les recettes.',
      'The neighbourhood committees run the standpipes; repairs are paid from what is collected.',
    ),
    organisations: ['committees'],
  },
  {
    order: 50,
    title: 'Moyens du secrétariat',
    kind: 'money',
    text: fr(
      'Le secrétariat dispose d’un demi-poste. Aucun signataire n’en paie plus de la moitié.',
      'The secretariat has half a post. No signatory pays more than half of it.',
    ),
  },
  {
    order: 60,
    title: 'Plaintes',
    kind: 'dispute',
    text: fr(
      'Toute plainte est reçue par l’Université, qui répond sous trente jours. Elle ne siège pas quand elle est concernée.',
      'Complaints go to the University, which answers within thirty days. It steps aside when it is concerned.',
    ),
    organisations: ['university'],
  },
  {
    order: 70,
    title: 'Durée, adhésion, départ',
    kind: 'duration',
    text: fr(
      'L’accord vaut jusqu’en décembre 2027. On y adhère en le signant ; on le quitte en l’écrivant trois mois avant, et en tenant ce qui était promis.',
      'The agreement runs until December 2027. One joins by signing it; one leaves by writing three months before, and by keeping what was promised.',
    ),
  },
];

const clauses = (s: Story): void => {
  const keys = (names: readonly string[] = []) => each(...names.map((key) => s.id(key)));
  for (const { results, activities, organisations, ...rest } of CLAUSES)
    s.add('esther', 'clause', `clause${rest.order}`, {
      ...rest,
      agreement: s.id('memorandum'),
      results: keys(results),
      activities: keys(activities),
      organisations: keys(organisations),
    });
};

/** One decision of all signatories, by consensus, on a version of the memorandum. */
export const decideOnMemorandum = (
  s: Story,
  key: string,
  version: number,
  said: { question: string; background: string; closes: string },
): void =>
  s.act('esther', 'decision.open', key, {
    question: said.question,
    background: said.background,
    text: { entity: s.id('memorandum'), version },
    organisations: SIGNATORIES.map(([organisation, sector]) => ({
      organisation: s.id(organisation),
      sector,
    })),
    proposers: [s.id('regulator')],
    deadline: { instant: `${said.closes}:00.000Z`, zone: ZONE },
  });

/** What somebody says in the name of an organisation. */
interface Stand {
  readonly who: string;
  readonly organisation: string;
  readonly stance: string;
  readonly standing?: string;
  readonly reason?: string;
}

/** A position in one's own name. */
export const stand = (s: Story, decision: string, { who, organisation, ...said }: Stand): void =>
  s.act(who, 'decision.take', decision, {
    organisation: s.id(organisation),
    standing: 'confirmed',
    channel: 'app',
    person: s.id(who),
    ...said,
  });

const adoption = (s: Story): void => {
  decideOnMemorandum(s, 'd-adopt', 1, {
    question: 'Adoptons-nous le protocole d’accord, version 1 ?',
    background:
      'Le texte a été relu par les services juridiques de la mairie et de la brasserie. Les comités de quartier l’ont lu en nyanja. Avis minoritaire de l’Université : la clause 2 devrait exiger des relevés mensuels.',
    closes: '2024-09-20T16:00',
  });
  s.at('2024-09-12T10:00');
  stand(s, 'd-adopt', { who: 'paul', organisation: 'regulator', stance: 'agree' });
  stand(s, 'd-adopt', { who: 'claire', organisation: 'brewery', stance: 'agree' });
  stand(s, 'd-adopt', { who: 'daniel', organisation: 'town', stance: 'agree', standing: 'adReferendum' });
  s.at('2024-09-16T18:00');
  stand(s, 'd-adopt', { who: 'agnes', organisation: 'federation', stance: 'agree' });
  stand(s, 'd-adopt', {
    who: 'peter',
    organisation: 'university',
    stance: 'reservations',
    reason:
      'Quarterly readings come too late to see a dry spell. We agree, and will publish ours each month.',
  });
  stand(s, 'd-adopt', { who: 'gift', organisation: 'committees', stance: 'agree' });
  s.at('2024-09-19T09:00');
  stand(s, 'd-adopt', { who: 'daniel', organisation: 'town', stance: 'agree' });
  stand(s, 'd-adopt', {
    who: 'victor',
    organisation: 'park',
    stance: 'standAside',
    reason: 'Notre conseil ne se réunit qu’en novembre ; nous n’empêchons rien.',
  });
  s.at('2024-09-20T16:00');
  s.act('system', 'decision.close', 'd-adopt', {});
  s.at('2024-09-20T17:00');
  s.act('esther', 'decision.followUp', 'd-adopt', {
    text: 'Signature publique le 28 octobre, à l’école primaire. Les originaux sont gardés à la mairie.',
    commitments: [],
    reviewOn: '2027-09-20',
  });
  s.act('esther', 'agreement.adopt', 'memorandum', { decision: s.id('d-adopt') });
};

const signing = (s: Story): void => {
  s.at('2024-10-28T09:30');
  for (const [organisation, , who] of SIGNATORIES)
    if (organisation !== 'park' && organisation !== 'committees')
      s.act(who, 'agreement.sign', 'memorandum', {
        version: 1,
        organisation: s.id(organisation),
        method: 'simple',
        person: s.id(who),
      });
  paper(s, 1, '2024-10-28');
  s.at('2024-11-21T10:00');
  s.act('victor', 'agreement.sign', 'memorandum', {
    version: 1,
    organisation: s.id('park'),
    method: 'simple',
    person: s.id('victor'),
  });
};

/** The committees sign on paper; the secretariat enters it with its scan. */
export const paper = (s: Story, version: number, date: string): void =>
  s.act('esther', 'agreement.sign', 'memorandum', {
    version,
    organisation: s.id('committees'),
    method: 'paper',
    person: s.id('gift'),
    date,
    place: 'École primaire de Kasanga',
    mandate: 'Délibération des comités, affichée au marché',
    scan: { ...s.attach(`original-${version}-signe.pdf`, 'application/pdf', scan(version, date)) },
  });
