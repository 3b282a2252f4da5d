import { type LetterFacts, type LetterLanguage, PAGE_BREAK } from './draft.ts';

const blank = (what: string): string => `[${what}]`;
const meetingOf = ({ meeting }: LetterFacts): string => meeting?.title ?? blank('réunion');
const whenOf = ({ meeting }: LetterFacts): string => meeting?.when ?? blank('date et heure');
const placeOf = ({ meeting }: LetterFacts): string => meeting?.place ?? blank('lieu');
const houseOf = ({ organisation }: LetterFacts): string => organisation ?? blank('organisation');
const byDay = ({ answerBy }: LetterFacts): string => answerBy ?? blank('date');

const earlierOf = ({ earlier }: LetterFacts): string =>
  earlier === undefined
    ? `notre lettre du ${blank('date')}`
    : `notre lettre${earlier.number === undefined ? '' : ` n° ${earlier.number}`} du ${earlier.date}, relative à : ${earlier.subject}`;

const reason = ({ problem, partnership }: LetterFacts): string =>
  problem === undefined
    ? `Le partenariat « ${partnership} » réunit des services de l’État, des entreprises, des associations et des scientifiques autour d’un problème qu’aucun ne peut régler seul.`
    : `Le partenariat « ${partnership} » réunit des services de l’État, des entreprises, des associations et des scientifiques autour d’un même constat : ${sentence(problem)}`;

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const terms = (facts: LetterFacts): readonly (string | undefined)[] => [
  PAGE_BREAK,
  'Termes de référence',
  `Objet : ${meetingOf(facts)}.`,
  `Contexte. ${reason(facts)}`,
  `But. ${sentence(facts.meeting?.purpose ?? blank('ce qui sera réglé quand on se quittera'))}`,
  facts.meeting === undefined || facts.meeting.agenda.length === 0
    ? undefined
    : `Points à traiter :\n${facts.meeting.agenda.map((item) => `– ${item}`).join('\n')}`,
  'Ce qui est attendu de votre représentation : présenter votre point de vue, dire ce qui vous est possible et ce qui ne l’est pas. Aucune décision n’engage votre institution sans confirmation écrite de sa part.',
  `Date et lieu : ${whenOf(facts)}, ${placeOf(facts)}.`,
];

/** Letters in French: how one greets, what one writes, how one takes leave. */
export const french: LetterLanguage = {
  address: ({ tone, civility }, position) => {
    if (civility === 'neutral') return 'Madame, Monsieur';
    const title = civility === 'madam' ? 'Madame' : 'Monsieur';
    if (tone === 'plain' || position === undefined || position.trim() === '') return title;
    const article = /^[aeiouyhâàéèêëîïôûü]/i.test(position) ? 'l’' : civility === 'madam' ? 'la ' : 'le ';
    return `${title} ${article}${position.trim()}`;
  },
  closing: ({ tone }, address) =>
    tone === 'state'
      ? `Je vous prie d’agréer, ${address}, l’expression de ma haute considération.`
      : 'Avec nos salutations les meilleures.',
  texts: {
    invitation: (facts, tone) => ({
      subject: `Invitation : ${meetingOf(facts)}`,
      paragraphs: [
        tone === 'state'
          ? `J’ai l’honneur de vous inviter à la rencontre « ${meetingOf(facts)} », qui se tiendra le ${whenOf(facts)}. Lieu : ${placeOf(facts)}.`
          : `Nous vous invitons à la rencontre « ${meetingOf(facts)} », le ${whenOf(facts)}. Lieu : ${placeOf(facts)}.`,
        reason(facts),
        tone === 'state'
          ? `La participation de votre institution y serait précieuse. Je vous saurais gré de bien vouloir désigner, avant le ${byDay(facts)}, la personne qui vous y représentera si votre emploi du temps ne vous permet pas d’y prendre part. Les termes de référence sont joints.`
          : `Votre point de vue y compte. Dites-nous avant le ${byDay(facts)} si vous venez, ou qui vient à votre place ; un appel suffit. Les termes de référence sont joints.`,
        ...terms(facts),
      ],
    }),
    appointment: (facts, tone) => ({
      subject: 'Demande de rendez-vous',
      paragraphs: [
        tone === 'state'
          ? `J’ai l’honneur de solliciter de votre haute bienveillance une audience, afin de vous présenter le partenariat « ${facts.partnership} ».`
          : `Nous aimerions vous rencontrer pour vous présenter le partenariat « ${facts.partnership} » et, surtout, pour entendre ce que vous en pensez.`,
        reason(facts),
        tone === 'state'
          ? 'L’entretien, de quinze à trente minutes, porterait sur la place que votre institution souhaite y tenir et sur la personne qui pourrait en suivre les travaux. Il ne vous engagerait à rien.'
          : 'Une demi-heure suffit, chez vous, au jour qui vous convient. Cela ne vous engage à rien.',
        tone === 'state'
          ? 'Je me tiens à la disposition de votre secrétariat particulier pour convenir d’une date.'
          : `Nous vous appellerons avant le ${byDay(facts)} pour convenir d’un jour.`,
      ],
    }),
    designation: (facts, tone) => ({
      subject: 'Demande de désignation d’un point focal et d’une suppléance',
      paragraphs: [
        tone === 'state'
          ? `J’ai l’honneur de vous demander de bien vouloir désigner la personne qui représentera votre institution (${houseOf(facts)}) dans le partenariat « ${facts.partnership} », ainsi que sa suppléance.`
          : `Pour que votre organisation (${houseOf(facts)}) ait une voix dans le partenariat « ${facts.partnership} », nous vous demandons de nommer une personne et sa suppléance.`,
        reason(facts),
        'La désignation gagne à dire trois choses : au nom de qui ces personnes parlent, ce qu’elles peuvent décider sans revenir vers vous, et jusqu’à quelle date.',
        tone === 'state'
          ? `Je vous saurais gré de faire parvenir l’acte de désignation au secrétariat avant le ${byDay(facts)}. Jusque-là, les positions déjà confirmées par votre institution demeurent les siennes.`
          : `Une lettre d’une page suffit, avant le ${byDay(facts)}.`,
      ],
    }),
    thanks: (facts, tone) => ({
      subject: facts.meeting === undefined ? 'Remerciements' : `Remerciements : ${meetingOf(facts)}`,
      paragraphs: [
        tone === 'state'
          ? `Au nom des membres du partenariat « ${facts.partnership} », j’ai l’honneur de vous exprimer notre gratitude pour ${facts.meeting === undefined ? blank('ce que vous avez fait') : `la part que votre institution a prise à la rencontre « ${meetingOf(facts)} »`}.`
          : `Merci pour ${facts.meeting === undefined ? blank('ce que vous avez fait') : `votre présence à la rencontre « ${meetingOf(facts)} »`}.`,
        'Ce que vous y avez apporté est consigné, et vous recevrez ce qu’il en advient.',
        tone === 'state'
          ? 'Je forme le vœu que cette collaboration se poursuive.'
          : 'Si quelque chose a été mal noté, dites-le-nous : le compte rendu se corrige.',
      ],
    }),
    second: (facts, tone) => ({
      subject:
        facts.earlier === undefined ? 'Notre lettre restée sans réponse' : `Suite : ${facts.earlier.subject}`,
      paragraphs: [
        tone === 'state'
          ? `J’ai l’honneur de rappeler à votre bienveillante attention ${earlierOf(facts)}.`
          : `Nous revenons vers vous au sujet de ${earlierOf(facts)}.`,
        tone === 'state'
          ? 'Consciente de l’importance de vos charges, notre équipe se permet d’y revenir, au cas où ce courrier ne vous serait pas parvenu ; une copie est jointe.'
          : 'Il a pu se perdre, ou arriver au mauvais moment ; une copie est jointe.',
        tone === 'state'
          ? `Une réponse avant le ${byDay(facts)}, fût-elle d’attente, nous permettrait d’organiser la suite. Votre secrétariat peut aussi joindre le nôtre par téléphone.`
          : `Un mot ou un appel avant le ${byDay(facts)} nous aiderait, même pour dire que ce n’est pas le moment.`,
      ],
    }),
    congratulation: (facts, tone) => ({
      subject: 'Félicitations pour votre prise de fonctions',
      paragraphs: [
        tone === 'state'
          ? `Au nom des membres du partenariat « ${facts.partnership} », j’ai l’honneur de vous adresser nos vives félicitations pour votre prise de fonctions et de vous présenter nos vœux de plein succès.`
          : `Toute l’équipe du partenariat « ${facts.partnership} » vous félicite pour vos nouvelles fonctions et vous souhaite la bienvenue.`,
        `${reason(facts)} Votre institution (${houseOf(facts)}) y prend part.`,
        'Vous trouverez jointe une note de deux pages : ce qui est convenu, ce qui est en cours, ce qui vous attend. Les positions que votre institution a confirmées restent les siennes ; celles qui étaient encore en validation interne sont de nouveau ouvertes, et personne n’en tirera de conclusion.',
        tone === 'state'
          ? 'Ce serait un honneur de vous présenter ces travaux de vive voix, au jour qui vous conviendra.'
          : 'Nous viendrons volontiers vous en parler, au jour qui vous convient.',
      ],
    }),
    listed: (facts) => ({
      subject: 'Ce que nous savons de vous, pourquoi, et comment vous y opposer',
      paragraphs: [
        `Vous n’avez pas de compte chez nous, et vous n’avez rien à faire. Nous vous écrivons parce que votre nom figure dans les listes du partenariat « ${facts.partnership} ».`,
        reason(facts),
        `Ce que nous tenons : votre nom, votre fonction, l’organisation pour laquelle vous parlez (${houseOf(facts)}) et, si vous nous l’avez donné, un moyen de vous joindre. Rien d’autre, et rien sur vos opinions.`,
        `Pourquoi : ${blank('raison, par exemple : vous avez participé à une réunion le …')}. Qui le lit : le secrétariat ; les partenaires lisent votre nom seulement là où vous avez parlé au nom de votre organisation. Nous n’en vendons ni n’en publions rien.`,
        'Jusqu’à quand : nous relisons cette fiche tous les deux ans et l’effaçons si elle ne sert plus.',
        'Ce que vous pouvez faire : demander à voir ce qui est écrit, le faire corriger, vous y opposer ou demander l’effacement. Un mot, un appel ou un message au secrétariat suffit, sans donner de raison ; cela sera fait sous un mois et confirmé. Vous pouvez aussi vous adresser à l’autorité de protection des données de votre pays.',
      ],
    }),
    transmission: (facts, tone) => ({
      subject: `Transmission : ${facts.enclosed ?? blank('document')}`,
      paragraphs: [
        tone === 'state'
          ? `J’ai l’honneur de vous transmettre, ci-joint, le document suivant : ${facts.enclosed ?? blank('document')}.`
          : `Voici, joint à cette lettre : ${facts.enclosed ?? blank('document')}.`,
        'Chaque page porte l’adresse où lire la version en vigueur.',
        tone === 'state'
          ? `Je vous saurais gré d’en accuser réception et de faire connaître vos observations éventuelles avant le ${byDay(facts)}.`
          : `Dites-nous qu’il est bien arrivé et, avant le ${byDay(facts)}, ce que vous en pensez.`,
      ],
    }),
    free: () => ({ subject: blank('objet'), paragraphs: [blank('texte')] }),
  },
};
