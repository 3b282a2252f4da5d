import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useFormat, useText } from '#locale/use-text.tsx';
import css from './problem.module.css';
import { CardShape } from './tree-drawing.tsx';
import type { TreeLayout } from './tree-layout.ts';

const BLANK = 7;

/** One A3 sheet for the wall: the tree as it stands between two rows of blank cards. Prints once it is there. */
export function TreeSheet(props: {
  readonly layout: TreeLayout;
  readonly title: string;
  readonly onDone: () => void;
}): ReactNode {
  const { layout, title, onDone } = props;
  const t = useText();
  const format = useFormat();
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true });
    // The page has to be drawn before it is printed.
    const wait = setTimeout(() => print(), 50);
    return () => {
      clearTimeout(wait);
      removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  const blank = (label: string): ReactNode => (
    <div className={css['blanks']}>
      <p>{label}</p>
      {Array.from({ length: BLANK }, (_, index) => (
        <div key={index} className={css['blank']} />
      ))}
    </div>
  );
  return createPortal(
    <div className={css['sheet']} aria-hidden="true">
      <h1>{format.text(title)}</h1>
      {blank(t('problem.effects'))}
      <svg viewBox={`-1 -1 ${layout.width + 2} ${layout.height + 2}`} className={css['tree']}>
        {layout.branches.map((branch) => (
          <path key={branch.id} d={branch.path} className={css['branch']} />
        ))}
        <CardShape box={layout.core} kind="core" />
        {layout.boxes.map((box) => (
          <CardShape key={box.id} box={box} kind="card" />
        ))}
      </svg>
      {blank(t('problem.causes'))}
    </div>,
    document.body,
  );
}
