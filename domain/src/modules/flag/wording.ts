import type { Language } from '@tablee/domain/kernel';
import { formatDate, formatQuantity } from '@tablee/domain/text';
import { periodName } from '../reading/index.ts';
import { counted, listed, template } from '../sentence/index.ts';

/** A value with its unit, as the reader's language writes it. */
export const said = (value: { readonly value: string; readonly unit: string }, lang: Language): string =>
  formatQuantity(Number(value.value), value.unit, lang);

const day = (iso: string, lang: Language): string => formatDate(iso, lang);

/** An indicator that is worse than its path. */
export const offPath = template<{ name: string; actual: string; expected: string; on: string }>(
  'flag.indicatorOffPath',
  ({ name, actual, expected, on }) => ({
    fr: `« ${name} » : ${actual} au ${day(on, 'fr')} ; à cette date, le chemin demandait ${expected}.`,
    en: `“${name}”: ${actual} on ${day(on, 'en')}; the path asked for ${expected} by then.`,
  }),
);

/** An assumption that should have been looked at again. */
export const assumptionOverdue = template<{ statement: string; since: string }>(
  'flag.assumptionOverdue',
  ({ statement, since }) => ({
    fr: `À revoir depuis le ${day(since, 'fr')} : l’hypothèse « ${statement} ».`,
    en: `To be looked at again since ${day(since, 'en')}: the assumption “${statement}”.`,
  }),
);

/** An assumption that does not hold. */
export const assumptionBroken = template<{ statement: string }>('flag.assumptionBroken', ({ statement }) => ({
  fr: `Une hypothèse ne tient pas : « ${statement} ».`,
  en: `An assumption does not hold: “${statement}”.`,
}));

/** Activities done for a while whose indicator does not move as it should. */
export const withoutEffect = template<{
  activities: readonly string[];
  months: number;
  name: string;
  before: string;
  after: string;
}>('flag.activityWithoutEffect', ({ activities, months, name, before, after }) => ({
  fr: `Fait depuis ${months} mois : ${listed('fr', activities)}. « ${name} » ne va pas dans le sens voulu : ${before} avant, ${after} maintenant.`,
  en: `Done for ${counted('en', months, 'month', 'months')}: ${listed('en', activities)}. “${name}” is not moving as wished: ${before} before, ${after} now.`,
}));

/** A seat that waits for somebody. */
export const seatVacant = template<{ body: string; organisation: string; why: string }>(
  'flag.seatVacant',
  ({ body, organisation, why }) => ({
    fr:
      {
        noOrganisation: `${body} : un siège attend une organisation.`,
        noHolder: `${body} : ${organisation} n’a encore nommé personne à son siège.`,
        ended: `${body} : le mandat de ${organisation} à son siège est arrivé à son terme.`,
      }[why] ?? body,
    en:
      {
        noOrganisation: `${body}: a seat waits for an organisation.`,
        noHolder: `${body}: ${organisation} has not named anybody to its seat yet.`,
        ended: `${body}: the term of ${organisation} in its seat has ended.`,
      }[why] ?? body,
  }),
);

/** A commitment whose day has passed. */
export const commitmentOverdue = template<{ what: string; due: string }>(
  'flag.commitmentOverdue',
  ({ what, due }) => ({
    fr: `Attendu pour le ${day(due, 'fr')} : « ${what} ».`,
    en: `Due on ${day(due, 'en')}: “${what}”.`,
  }),
);

/** A contribution that is announced and whose day has passed. */
export const contributionLate = template<{ what: string; due: string }>(
  'flag.contributionLate',
  ({ what, due }) => ({
    fr: `Annoncé pour le ${day(due, 'fr')}, pas encore apporté : « ${what} ».`,
    en: `Announced for ${day(due, 'en')}, not delivered yet: “${what}”.`,
  }),
);

/** Three periods are named one by one; more of them by their number, the first and the last. */
const periodsNamed = (periods: readonly string[], lang: Language): string => {
  const names = periods.map((period) => periodName(period, lang));
  if (names.length < 4) return listed(lang, names);
  return lang === 'fr'
    ? `${names.length} périodes, de ${names[0]} à ${names.at(-1)}`
    : `${names.length} periods, ${names[0]} to ${names.at(-1)}`;
};

/** A figure that did not come. */
export const figureMissing = template<{ name: string; periods: readonly string[] }>(
  'flag.figureMissing',
  ({ name, periods }) => ({
    fr: `Pas encore de valeur pour ${periodsNamed(periods, 'fr')} : « ${name} ».`,
    en: `No figure yet for ${periodsNamed(periods, 'en')}: “${name}”.`,
  }),
);

/** Money that ends soon. */
export const fundingEnding = template<{ title: string; until: string }>(
  'flag.fundingEnding',
  ({ title, until }) => ({
    fr: `« ${title} » n’est plus financé après le ${day(until, 'fr')}.`,
    en: `“${title}” is not funded after ${day(until, 'en')}.`,
  }),
);

/** The sentence of an empty page: what is watched. */
export const watching = template<{ assumptions: number; indicators: number }>(
  'flag.watching',
  ({ assumptions, indicators }) =>
    assumptions + indicators === 0
      ? { fr: 'Rien à signaler pour l’instant.', en: 'Nothing to report for now.' }
      : {
          fr: `Rien à signaler. Nous veillons sur ${counted('fr', assumptions, 'hypothèse', 'hypothèses')} et ${counted('fr', indicators, 'indicateur', 'indicateurs')}.`,
          en: `Nothing to report. We are watching ${counted('en', assumptions, 'assumption', 'assumptions')} and ${counted('en', indicators, 'indicator', 'indicators')}.`,
        },
);
