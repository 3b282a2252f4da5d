import type { TextLocale } from '@tablee/domain/text';
import { typography } from '@tablee/domain/text';
import { useLocale } from '../../locale/use-text.tsx';

/** Picks the French or the English of a sample sentence, French spaces set. */
export function useSample(): (fr: string, en: string) => string {
  const { locale } = useLocale();
  const pick: Record<TextLocale, 0 | 1> = { fr: 0, en: 1 };
  return (...pair) => typography(pair[pick[locale]], locale);
}
