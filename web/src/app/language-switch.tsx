import type { ReactNode } from 'react';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { changeLocale, LOCALE_NAMES } from '../locale/locale.ts';
import { OFFERED_LOCALES } from '../locale/preferred.ts';
import { useLocale } from '../locale/use-text.tsx';
import css from './language-switch.module.css';

/** Changes the language of the interface at once, without a reload, and remembers it on this device. */
export function LanguageSwitch(): ReactNode {
  const { locale, t } = useLocale();
  return (
    <div className={css['switch']} role="group" aria-label={t('shell.language')}>
      {OFFERED_LOCALES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === locale}
          onClick={() => void changeLocale(loadCatalogue, each)}
        >
          {LOCALE_NAMES[each]}
        </button>
      ))}
    </div>
  );
}
