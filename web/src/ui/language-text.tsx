import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './language-text.module.css';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** The text in one language; `stale` when it translates an earlier version of the source. */
export interface Translation {
  readonly text: string;
  readonly stale?: boolean;
}

/** Props of {@link LanguageText}. */
export interface LanguageTextProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'onLeave' | 'lang'> {
  /** Language the author wrote in. */
  readonly source: string;
  readonly texts: Readonly<Record<string, Translation>>;
  /** Languages of the partnership, each named in the reader's language. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly onChange: (language: string, text: string) => void;
  readonly onLeave?: (language: string, text: string) => void;
}

/** A text in its author's language, the other languages one step away, with what is stale said at each. */
export function LanguageText(props: LanguageTextProps): ReactNode {
  const t = useText();
  const { source, texts, languages, onChange, onLeave, ...field } = props;
  const others = languages.filter(({ code }) => code !== source);
  const behind = others.filter(({ code }) => texts[code] === undefined || texts[code]?.stale === true).length;
  const inLanguage = (code: string) => ({
    value: texts[code]?.text ?? '',
    lang: code,
    onChange: (text: string) => onChange(code, text),
    onLeave: (text: string) => onLeave?.(code, text),
  });
  return (
    <div className={css['texts']}>
      <TextField {...field} {...inLanguage(source)} />
      {others.length > 0 && (
        <details className={css['others']}>
          <summary>{t('ui.language.others', { n: behind })}</summary>
          <div className={css['list']}>
            {others.map(({ code, name }) => (
              <TextField
                key={code}
                label={`${props.label}, ${name}`}
                hint={hintOf(texts[code], t)}
                optional
                {...(props.rows === undefined ? {} : { rows: props.rows })}
                {...(props.shared ? { shared: true } : {})}
                {...inLanguage(code)}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function hintOf(translation: Translation | undefined, t: ReturnType<typeof useText>): string | undefined {
  if (!translation?.text) return t('ui.language.absent');
  return translation.stale ? t('ui.language.stale') : undefined;
}
