/** A language in which the interface is complete. */
export type TextLocale = 'fr' | 'en';

const INTL_TAG: Readonly<Record<TextLocale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** True for `fr` and every regional form of it (`fr-CM`). Case is ignored. */
export const isFrench = (language: string): boolean => /^fr(?:-|$)/i.test(language);

/**
 * The tag handed to `Intl`: regional tags stay as they are, `fr` becomes `fr-FR`, `en` becomes `en-GB`
 * (day before month, 24 hours), since `en` alone would mean the United States.
 */
export function intlTag(language: string): string {
  if (language === 'fr' || language === 'en') return INTL_TAG[language];
  return language;
}
