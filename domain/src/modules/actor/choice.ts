/** The four sectors of a multi-stakeholder partnership, and what fits none of them. */
export const SECTOR = {
  state: { fr: 'État', en: 'State' },
  private: { fr: 'Secteur privé', en: 'Private sector' },
  civilSociety: { fr: 'Société civile', en: 'Civil society' },
  science: { fr: 'Science', en: 'Science' },
  other: { fr: 'Autre', en: 'Other' },
} as const;
/** A sector, or `other`. */
export type Sector = keyof typeof SECTOR;
/** The four sectors that the method counts; `other` is not one of them. */
export const SECTORS = ['state', 'private', 'civilSociety', 'science'] as const;

/** Why somebody is concerned: not the same as the sector, and one actor may have several. */
export const STAKE = {
  rightsHolder: { fr: 'Titulaire de droits', en: 'Rights holder' },
  affected: { fr: 'Personnes touchées', en: 'Affected people' },
  targetGroup: { fr: 'Groupe cible', en: 'Target group' },
  decisionMaker: { fr: 'Décide', en: 'Decides' },
  funder: { fr: 'Finance', en: 'Funds' },
  implementer: { fr: 'Met en œuvre', en: 'Implements' },
  knowledgeHolder: { fr: 'Détient un savoir', en: 'Holds knowledge' },
} as const;
/** One of the stakes. */
export type Stake = keyof typeof STAKE;

/** How near to the work somebody stands on the shared map. */
export const RING = {
  core: { fr: 'Noyau', en: 'Core group' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  concerned: { fr: 'Acteur concerné', en: 'Stakeholder concerned' },
} as const;
/** A ring of the shared map. */
export type Ring = keyof typeof RING;

/** What links two organisations on the shared map. */
export const RELATION = {
  worksWith: { fr: 'Travaille avec', en: 'Works with' },
  funds: { fr: 'Finance', en: 'Funds' },
  memberOf: { fr: 'Est membre de', en: 'Is a member of' },
  represents: { fr: 'Représente', en: 'Represents' },
  answersTo: { fr: 'Rend compte à', en: 'Answers to' },
  informs: { fr: 'Informe', en: 'Informs' },
} as const;
/** A kind of relation. */
export type RelationKind = keyof typeof RELATION;

/** How close a relation is; a conflict belongs to the private working map, never here. */
export const STRENGTH = {
  loose: { fr: 'Occasionnel', en: 'Occasional' },
  regular: { fr: 'Régulier', en: 'Regular' },
  close: { fr: 'Étroit', en: 'Close' },
} as const;
