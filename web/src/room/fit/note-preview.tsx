import type { Language } from '@tablee/domain/kernel';
import type { ComposedNote, NoteBlock } from '@tablee/domain/modules/concept-note';
import { typography } from '@tablee/domain/text';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './note.module.css';

/** The note as it reads, in its own language. */
export function NotePreview({
  note,
  language,
}: {
  readonly note: ComposedNote;
  readonly language: Language;
}): ReactNode {
  const { t } = useLocale();
  return (
    <Section title={t('concept.preview')} id="preview">
      <article className={css['sheet']} lang={language}>
        <p className={css['title']}>{typography(note.title, language)}</p>
        <p className={css['kicker']}>{typography(note.kicker, language)}</p>
        {note.parts.map((part) => (
          <section key={part.id} className={css['section']}>
            <h3>{typography(part.title, language)}</h3>
            {part.blocks.map((block, index) => (
              <Block key={String(index)} block={block} language={language} />
            ))}
          </section>
        ))}
      </article>
    </Section>
  );
}

function Block({ block, language }: { readonly block: NoteBlock; readonly language: Language }): ReactNode {
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{typography(item, language)}</li>
        ))}
      </ul>
    );
  const prose = <Prose text={block.text} lang={block.lang ?? language} shared />;
  return block.kind === 'quote' ? <blockquote>{prose}</blockquote> : prose;
}
