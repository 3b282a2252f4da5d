import { typography } from '@tablee/domain/text';
import type { ReactNode } from 'react';
import { classNames } from './class-name.ts';
import css from './prose.module.css';

/** Props of {@link Prose}. */
export interface ProseProps {
  readonly text: string;
  /** Language the text is written in. */
  readonly lang: string;
  /** Serif: what partners write together (problem statement, clauses, lessons). */
  readonly shared?: boolean;
  readonly lead?: boolean;
  /** Shows a paragraph in a way of its own (words marked in it); plain by default. */
  readonly show?: (paragraph: string) => ReactNode;
}

/** What a person wrote: its own language and direction, French spaces set, line breaks kept. */
export function Prose({ text, lang, shared, lead, show }: ProseProps): ReactNode {
  return (
    <div
      lang={lang}
      dir="auto"
      className={classNames(css['prose'], shared && css['shared'], lead && css['lead'])}
    >
      {text
        .split(/\n{2,}/)
        .map((paragraph, index) => ({ key: String(index), paragraph }))
        .map(({ key, paragraph }) => (
          <p key={key}>{show ? show(paragraph) : typography(paragraph, lang)}</p>
        ))}
    </div>
  );
}
