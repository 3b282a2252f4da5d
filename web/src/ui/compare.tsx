import { Fragment, type ReactNode, useMemo } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './compare.module.css';
import { type DiffPart, diffWords } from './word-diff.ts';

/** One of the two texts: what it is called, and who wrote it when. */
export interface ComparedText {
  readonly text: string;
  readonly label?: string;
  readonly note?: string;
}

/** Props of {@link Compare}. */
export interface CompareProps {
  readonly before: ComparedText;
  readonly after: ComparedText;
  /** Language of the texts. */
  readonly lang: string;
}

function Side(props: {
  readonly parts: readonly DiffPart[];
  readonly kind: 'removed' | 'added';
  readonly side: ComparedText;
  readonly title: string;
  readonly lang: string;
}): ReactNode {
  const t = useText();
  const Mark = props.kind === 'removed' ? 'del' : 'ins';
  return (
    <div>
      <h3 className={css['title']}>
        {props.side.label ?? props.title}
        {props.side.note && <span className={css['note']}> {props.side.note}</span>}
      </h3>
      <p className={css['text']} lang={props.lang} dir="auto">
        {props.parts.map((part, index) =>
          part.kind === 'same' ? (
            part.text
          ) : (
            <Fragment key={String(index)}>
              <Mark className={css[props.kind]}>
                <span className="visually-hidden">{t(`ui.compare.${props.kind}`)} </span>
                {part.text.trimEnd()}
              </Mark>
              {/\s$/.test(part.text) && ' '}
            </Fragment>
          ),
        )}
      </p>
    </div>
  );
}

/** Two texts side by side, what left marked − on one and what came marked + on the other; a summary first. */
export function Compare({ before, after, lang }: CompareProps): ReactNode {
  const t = useText();
  const parts = useMemo(() => diffWords(before.text, after.text), [before.text, after.text]);
  const removed = parts.filter((part) => part.kind === 'removed').length;
  const added = parts.filter((part) => part.kind === 'added').length;
  return (
    <div className={css['compare']}>
      <p className={css['summary']}>
        {removed + added === 0 ? t('ui.compare.same') : t('ui.compare.summary', { removed, added })}
      </p>
      <div className={css['columns']}>
        <Side
          parts={parts.filter((part) => part.kind !== 'added')}
          kind="removed"
          side={before}
          title={t('ui.compare.before')}
          lang={lang}
        />
        <Side
          parts={parts.filter((part) => part.kind !== 'removed')}
          kind="added"
          side={after}
          title={t('ui.compare.after')}
          lang={lang}
        />
      </div>
    </div>
  );
}
