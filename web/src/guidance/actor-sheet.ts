import type { Language } from '@tablee/domain/kernel';
import { SECTOR, STAKE } from '@tablee/domain/modules/actor';
import { saveFile } from '#page/save-file.ts';

/** The headings of the list; the import of contacts knows each of them. */
const HEADINGS: { readonly [lang in Language]: readonly string[] } = {
  fr: [
    'Organisation',
    'Secteur',
    'Enjeu',
    'Personne',
    'Fonction',
    'E-mail',
    'Téléphone',
    'Lieu',
    'Langues',
    'Apport',
  ],
  en: [
    'Organisation',
    'Sector',
    'Stake',
    'Person',
    'Job title',
    'E-mail',
    'Phone',
    'Place',
    'Languages',
    'Contribution',
  ],
};

const NAME = { fr: 'Liste des acteurs', en: 'List of stakeholders' } as const;

/** What the invented valley wrote. No such organisation or person exists. */
const VALLEY: { readonly [lang in Language]: readonly (readonly string[])[] } = {
  fr: [
    [
      'Fédération des habitants',
      SECTOR.civilSociety.fr,
      STAKE.affected.fr,
      'Agnes Mwansa',
      'Présidente',
      'agnes@federation.example',
      '000 55 01 02',
      'Kasanga',
      'fr, ny',
      'La parole de 41 comités',
    ],
    [
      'Mairie de Kasanga',
      SECTOR.state.fr,
      STAKE.decisionMaker.fr,
      'Ruth Zulu',
      'Adjointe au maire',
      'ruth@kasanga.example',
      '000 55 01 03',
      'Kasanga',
      'fr, ny',
      'Le terrain des bornes',
    ],
    [
      'Brasserie de la Mbira',
      SECTOR.private.fr,
      STAKE.funder.fr,
      'Claire Tembo',
      'Affaires publiques',
      'claire@brasserie.example',
      '000 55 01 04',
      'Zone sud',
      'fr, en',
      'Ses relevés, trois pompes',
    ],
    [
      'Université du Plateau',
      SECTOR.science.fr,
      STAKE.knowledgeHolder.fr,
      'Peter Lungu',
      'Hydrologue',
      'peter@plateau.example',
      '000 55 01 05',
      'Plateau',
      'en',
      'Vingt ans de mesures',
    ],
  ],
  en: [
    [
      'Residents’ federation',
      SECTOR.civilSociety.en,
      STAKE.affected.en,
      'Agnes Mwansa',
      'President',
      'agnes@federation.example',
      '000 55 01 02',
      'Kasanga',
      'fr, ny',
      'The voice of 41 committees',
    ],
    [
      'Kasanga town council',
      SECTOR.state.en,
      STAKE.decisionMaker.en,
      'Ruth Zulu',
      'Deputy mayor',
      'ruth@kasanga.example',
      '000 55 01 03',
      'Kasanga',
      'fr, ny',
      'The land for the standpipes',
    ],
    [
      'Mbira brewery',
      SECTOR.private.en,
      STAKE.funder.en,
      'Claire Tembo',
      'Public affairs',
      'claire@brewery.example',
      '000 55 01 04',
      'South zone',
      'fr, en',
      'Its readings, three pumps',
    ],
    [
      'Plateau University',
      SECTOR.science.en,
      STAKE.knowledgeHolder.en,
      'Peter Lungu',
      'Hydrologist',
      'peter@plateau.example',
      '000 55 01 05',
      'Plateau',
      'en',
      'Twenty years of readings',
    ],
  ],
};

/** The rows of the list: headings that the import recognises, then nothing, or what the valley wrote. */
export const actorRows = (lang: Language, filled: boolean): readonly (readonly string[])[] => [
  HEADINGS[lang],
  ...(filled ? VALLEY[lang] : []),
];

/** Hands the list of stakeholders over as a spreadsheet, written on this device: no network is needed. */
export const saveActorSheet = async (lang: Language, filled: boolean): Promise<void> => {
  // The writer of spreadsheets is loaded with the first one.
  const { workbookFile } = await import('#sheet/workbook-file.ts');
  saveFile(`${NAME[lang]}.xlsx`, await workbookFile(NAME[lang], actorRows(lang, filled)));
};
