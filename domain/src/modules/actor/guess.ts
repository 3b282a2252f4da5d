import { folded } from '../sentence/index.ts';
import type { Sector } from './choice.ts';

/** Beginnings of words that tell a sector, in French, English and German; the first sector that fits is guessed. */
const SIGNS: readonly (readonly [Sector, readonly string[]])[] = [
  [
    'science',
    'universi institut laborat recherche research academ faculte ecole school hochschule forschung polytechn college'.split(
      ' ',
    ),
  ],
  [
    'civilSociety',
    'ong ngo osc cso associat reseau network syndicat union collectif comite committee fondat foundation verein verband eglise church mosquee caritas croix red cross oxfam wwf greenpeace jeunes femmes women youth usagers communaut community ligue league federation stiftung'.split(
      ' ',
    ),
  ],
  [
    'state',
    'minister ministry mairie commune municip prefect gouvern govern district agence nationale direction regionale departement regie office national authority autorite conseil region council ville city ambassade embassy parlement parliament amt behorde stadt police service public'.split(
      ' ',
    ),
  ],
  [
    'private',
    'sa sarl sas suarl ltd limited inc plc gmbh ag entreprise societe company banque bank brasser brewer industri holding group groupe cabinet consult cooperative commer usine mine mining hotel'.split(
      ' ',
    ),
  ],
];

/** Whole words that a beginning would find in too many others. */
const WHOLE = new Set(
  'sa sas ag ong ngo osc cso red cross croix union mine inc plc ltd amt ville city office service public region'.split(
    ' ',
  ),
);

const fits = (words: readonly string[], sign: string): boolean =>
  words.some((word) => (WHOLE.has(sign) ? word === sign : word.startsWith(sign)));

const TELLING: readonly (readonly [Sector, RegExp])[] = [
  ['state', /[@.](gouv|gov|gob|admin|bund)(\.|$)/],
  ['science', /[@.](edu|ac|univ)([.-]|$)|@(uni|univ)-/],
];

/**
 * The sector that a name (and an e-mail address, where there is one) suggests; `undefined` when nothing does. A guess,
 * to be shown as one: « Conseil des femmes » may be either.
 */
export const guessSector = (name: string, email?: string): Sector | undefined => {
  const address = email?.toLowerCase() ?? '';
  const byAddress = TELLING.find(([, sign]) => sign.test(address))?.[0];
  if (byAddress !== undefined) return byAddress;
  const words = folded(name).split(' ');
  return SIGNS.find(([, signs]) => signs.some((sign) => fits(words, sign)))?.[0];
};

/** True when a text reads like an organisation's name rather than a person's. */
export const isOrganisationWord = (text: string): boolean =>
  guessSector(text) !== undefined || /\p{Lu}{3,}/u.test(text);

/** Which of an organisation's three seats a job title suggests. */
export const guessSeat = (designation: string): 'leader' | 'focal' | 'deputy' => {
  const title = folded(designation);
  if (/\b(adjoint|vice|deputy|suppleant|stellvert|assistant)/.test(title)) return 'deputy';
  return /\b(direct(eur|rice|or)|president|presidente|ministre|minister|maire|mayor|pdg|ceo|dg|head of|managing|secretaire general|secretary general|recteur|rector|prefet|gouverneur|governor|chairman|chair|geschaftsfuhr)/.test(
    title,
  )
    ? 'leader'
    : 'focal';
};
