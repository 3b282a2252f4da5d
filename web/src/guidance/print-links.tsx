import type { FormatId, TemplateId } from '@tablee/domain/guidance';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { saveActorSheet } from './actor-sheet.ts';
import css from './guidance.module.css';

type Printed =
  | { readonly kind: 'format'; readonly id: FormatId }
  | { readonly kind: 'template'; readonly id: TemplateId };

/** The files of a format or a template: to print, to change, and as the valley filled it in. */
export function PrintLinks(
  props: Printed & {
    /** What the file is: said to those who hear the link alone. */
    readonly title: string;
    readonly filled?: boolean;
  },
): ReactNode {
  const { t, locale } = useLocale();
  const filled = props.filled === true;
  const whole = <span className="visually-hidden"> {props.title}</span>;
  if (props.id === 'actor-list')
    return (
      <span className={css['files']}>
        <button type="button" className={css['file']} onClick={() => void saveActorSheet(locale, filled)}>
          {t('guidance.xlsx')}
          {whole}
        </button>
      </span>
    );
  const endings = props.id === 'map-sheet' ? (['pdf'] as const) : (['pdf', 'docx'] as const);
  const wish = `lang=${locale}${filled ? '&filled=yes' : ''}`;
  return (
    <span className={css['files']}>
      {endings.map((ending) => (
        <a key={ending} href={`/api/library/${props.kind}/${props.id}.${ending}?${wish}`} download>
          {t(`guidance.${ending}`)}
          {whole}
        </a>
      ))}
    </span>
  );
}
