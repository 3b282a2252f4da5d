import { PUBLIC_SECTIONS, type PublicView } from '@tablee/domain/modules/publication';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Prose } from '#ui/prose.tsx';
import css from './reporting.module.css';

/** What the preview shows: the public page without its id, date and news. */
export type Preview = Pick<PublicView, 'title' | 'intro' | 'sections'>;

/** The public page as a document on paper: title, introduction, then goals, partners, figures and decisions. */
export function PreviewDocument({ page }: { readonly page: Preview }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const figure = (value: string, unit: string | null, day: string | null): string => {
    const said = format.quantity(Number(value), unit ?? '');
    return day === null ? said : t('reporting.value-on', { value: said, date: format.date(day) });
  };
  return (
    <article className={css['document']}>
      {page.title && (
        <h2 lang={page.title.lang} dir="auto">
          {format.text(page.title.text, page.title.lang)}
        </h2>
      )}
      {page.intro && <Prose text={page.intro.text} lang={page.intro.lang} shared lead />}
      {PUBLIC_SECTIONS.filter((section) => page.sections[section].length > 0).map((section) => (
        <section key={section}>
          <h3>{t(`reporting.${section}`)}</h3>
          <ul>
            {page.sections[section].map((line) => (
              <li key={line.source}>
                <span lang={line.lang} dir="auto">
                  {format.text(line.text, line.lang)}
                </span>
                {line.value !== null && <strong>{figure(line.value, line.unit, line.day)}</strong>}
                {line.value === null && line.day !== null && <small>{format.date(line.day)}</small>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
