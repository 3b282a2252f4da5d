/**
 * The words by which replies are read, in French and English, without accents and in lower case. Each pattern of a
 * choice is for a whole clause: what stands beside it in the same breath is not known, and then nothing is read.
 */
export type Choices = readonly (readonly [choice: string, clause: RegExp])[];

const whole = (...ways: readonly string[]): RegExp => new RegExp(`^(?:${ways.join('|')})$`);

const MORE = '(?:tout a fait |pleinement |entierement |absolument |fully |entirely |completely )?';
const YES = '(?:oui|yes|ok|okay)';
const ON_IT =
  '(?: (?:avec|sur|pour|with|to|on) (?:ce|cette|ces|le|la|les|this|the|these) (?:textes?|versions?|enonces?|propositions?|mots|statements?|proposals?|words|wording|texts?))?';
const AGREE = `(?:(?:je suis |nous sommes )?${MORE}d'accord|(?:je suis|nous sommes) ${MORE}favorables?|j'approuve|nous approuvons|(?:i|we) ${MORE}(?:agree|approve)|agreed|approved|approuve)${ON_IT}`;
const AGREED = `(?:${YES} )?${AGREE}`;
const RESERVED =
  '(?:avec (?:une |des |quelques |les? |la )?reserves?|sous (?:la )?(?:reserve|condition)|a (?:la )?condition|with (?:a |some )?reservations?|subject to|provided that|on condition)\\b.*';
const OPPOSED = "(?:je m'oppose|nous nous opposons|(?:i|we) (?:block|object))\\b.*";
const ASIDE =
  "(?:je me mets en retrait|nous nous mettons en retrait|je ne me prononce pas|je m'abstiens|nous nous abstenons|(?:i|we) (?:stand aside|abstain))";
const DISAGREE = `(?:(?:je ne suis |nous ne sommes )?pas ${MORE}d'accord|(?:i|we) (?:disagree|do not agree|don't agree))${ON_IT}`;

/** What is said of a text. To disagree is none of the four answers: it may be each of three. */
export const STANCE_CLAUSES: Choices = [
  ['reservations', whole(`(?:${AGREED} )?${RESERVED}`)],
  ['block', whole(OPPOSED)],
  ['standAside', whole(ASIDE)],
  ['agree', whole(YES, AGREED)],
];

/** What is said to a question that is answered by yes and no. */
export const VOTE_CLAUSES: Choices = [
  ['abstain', whole('abstention', ASIDE)],
  [
    'no',
    whole(
      '(?:non|no|contre|against)',
      `(?:non |no )?${DISAGREE}`,
      OPPOSED,
      '(?:je vote|nous votons|je suis|nous sommes) contre',
      '(?:i|we) (?:vote|am|are) (?:no|against)',
    ),
  ],
  [
    'yes',
    whole(
      YES,
      AGREED,
      '(?:pour|for|in favou?r)',
      '(?:je vote|nous votons|je suis|nous sommes) pour',
      '(?:i|we) (?:vote|am|are) (?:yes|for|in favou?r)',
    ),
  ],
];

const DAY =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|demain|tomorrow)';
const THERE = `(?: (?:avec (?:grand )?plaisir|volontiers|with pleasure|(?:on )?${DAY}|a (?:la|cette|votre) (?:rencontre|reunion)|(?:to )?the meeting|cette fois|this time|malheureusement|unfortunately))*`;
const WITH =
  '(?: (?:avec (?:une?|deux|trois|quatre|mes|mon|ma|nos) (?:collegues?|voisine?s?|equipe)|with (?:a|two|three|four|my|our) (?:colleagues?|neighbou?rs?|team)))?';
const SORRY = '(?:(?:non|no|desolee?|sorry|malheureusement|unfortunately) )*';

/** Whether somebody comes. */
export const COMING_CLAUSES: Choices = [
  [
    'sendsDeputy',
    whole(
      '(?:oui )?(?:ma|mon) suppleante? (?:viendra|vient|sera la|sera presente?|me represente|me representera)\\b.*',
      'je (?:me ferai|me fais|serai) represente[re]? par .+',
      '(?:yes )?my deputy (?:will come|will attend|is coming|will be there|will represent me|comes)\\b.*',
    ),
  ],
  [
    'notComing',
    whole(
      '(?:non|no)',
      `${SORRY}je ne (?:viens|viendrai|serai|suis) (?:malheureusement )?pas(?: (?:la|presente?|disponible|des votres))?${THERE}`,
      `${SORRY}je ne (?:pourrai|peux) (?:malheureusement )?pas (?:venir|etre la|etre presente?|participer|assister)${THERE}`,
      `${SORRY}je (?:serai|suis) (?:absente?|empechee?)${THERE}`,
      `${SORRY}i (?:cannot|can't|can not|will not|won't|am unable to|am not able to) (?:come|attend|be there|join)${THERE}`,
      `${SORRY}i(?: am|'m) not (?:coming|attending)${THERE}`,
    ),
  ],
  [
    'coming',
    whole(
      "(?:oui|yes|ok|okay|d'accord|entendu|avec plaisir|with pleasure)",
      `(?:oui |yes |ok |d'accord )?je (?:viens|viendrai|serai la|serai presente?|serai des votres)${THERE}${WITH}`,
      '(?:oui )?je confirme ma (?:presence|venue|participation)',
      `(?:yes )?i(?: am|'m| will be|'ll be) (?:coming|there|attending|present)${THERE}${WITH}`,
      `(?:yes )?i(?: will|'ll) (?:come|attend|be there)${THERE}${WITH}`,
    ),
  ],
];

const FINISHED =
  '(?:faite?s?|terminee?s?|livree?s?|tenue?s?|done|completed|delivered|finished)(?: (?:depuis|le|hier|since|on|yesterday)\\b.*)?';

/** Where a promise stands. */
export const PROMISE_CLAUSES: Choices = [
  [
    'dropped',
    whole(
      '(?:nous|je) (?:abandonnons|renoncons|abandonne|renonce)\\b.*',
      'nous (?:y|l[ea]) (?:abandonnons|renoncons)\\b.*',
      '(?:we|i) (?:give up|are giving up|have dropped|dropped|drop)\\b.*',
    ),
  ],
  [
    'open',
    whole(
      "(?:c'est |nous sommes |we are |it is |it's )?(?:toujours |still )?(?:en cours|en retard|in progress|ongoing|delayed|late)\\b.*",
      "(?:ce n'est )?pas encore(?: fait| termine| livre)?",
      "(?:it is |it's )?not yet(?: done| finished| delivered)?",
    ),
  ],
  ['done', whole(`(?:oui |yes )?(?:c'est |tout est |it is |it's |all )?${FINISHED}`)],
];

/** A day beside these words is the new date of a promise. */
export const NEW_DATE =
  /\b(sera|seront|livr\w+|pret\w*|repouss\w+|report\w+|nouvelle date|will be|ready|deliver\w*|postpone\w*|new date)\b/;

/** Choices that go together name the first of the two. */
export const TOGETHER: readonly (readonly [choice: string, beside: string])[] = [
  ['reservations', 'agree'],
  ['sendsDeputy', 'notComing'],
];

/** Choices that say no themselves: other words of denial beside them turn nothing round. */
export const DENYING: ReadonlySet<string> = new Set([
  'block',
  'standAside',
  'abstain',
  'no',
  'notComing',
  'dropped',
  'open',
]);

/** Any denial that stands beside a choice for something. */
export const DENIAL =
  /\b(ne|n'\w+|pas|non|ni|jamais|plus|aucune?|sans|no|not|never|none|nor|without|nothing|cannot|\w+n't|refus\w*|reject\w*|contre|against|oppos\w+|disagree\w*)\b/;

/** Words that leave open what is meant, put it off, pass it on, or come from a program while somebody is away. */
export const DOUBT = new RegExp(
  [
    '\\?',
    "\\b(?:si|s'il|s'ils|if|whether|unless|peut-etre|maybe|perhaps|probable\\w*|probably|possib\\w+|eventuel\\w*|sans doute)\\b",
    "\\b(?:pas sure?s?|sure?s? (?:que|d')|not (?:sure|certain)|unsure|doute\\w*|doubt\\w*|hesit\\w+)\\b",
    '\\b(?:mais|but|however|cependant|toutefois|neanmoins|sauf|except|hormis|presque|almost|plutot|rather|partiellement|partly|en partie)\\b',
    '\\b(?:a confirmer|to be confirmed|tbc|revien\\w*|reviend\\w*|recontact\\w*|(?:get|come|be) back|demand\\w+|consult\\w+|ask(?:ed|ing)?|transme\\w+|transmis|forward\\w*|avant de|before (?:i|we|saying))\\b',
    '\\b(?:would|could|might|pourrais|pourrions|voudrais|voudrions|serais|serions|devrais|devrions|should)\\b',
    "\\b(?:pas|aucune?|no) (?:d'|de )?(?:soucis?|problemes?|objections?|problems?|worries)\\b",
    '\\b(?:hors (?:du )?bureau|absente?s? du bureau|en conges?|en vacances|out of (?:the )?office|on (?:annual )?leave|on holiday|reponse automatique|message automatique|automatic (?:reply|response|message)|urgen\\w+)\\b',
  ].join('|'),
);

/** A clause that says nothing to the matter. */
export const POLITE = whole(
  '(?:re)?bonjour(?: \\S+){0,4}',
  '(?:bonsoir|salut|hello|hi|good (?:morning|afternoon|evening))(?: \\S+){0,4}',
  '(?:chere?s?|dear)(?: \\S+){1,5}',
  '(?:madame|monsieur|mesdames|messieurs|sir|madam)(?: (?:et|and|or|ou) \\S+| \\S+)?',
  '(?:merci|thanks|thank you|many thanks)(?: .{0,80})?',
  '(?:bien recu|bonne reception|apres lecture)',
);

/** Where somebody takes their leave: what stands below is their signature. */
export const LEAVE =
  /^(?:(?:bien |tres )?cordialement|bien a (?:vous|toi)|amicalement|respectueusement|(?:sinceres |meilleures |cordiales )?salutations(?: .*)?|(?:veuillez|je vous prie|nous vous prions) (?:d'|de )?(?:agreer|croire|recevoir|accepter)\b.*|a (?:bientot|jeudi|demain)|bonne (?:journee|soiree|semaine)|(?:best|kind|warm|with kind) regards|regards|yours(?: .*)?|sincerely(?: .*)?|best(?: wishes)?|cheers)$/;
