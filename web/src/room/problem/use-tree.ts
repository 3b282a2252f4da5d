import { type ProblemTree, problemTree } from '@tablee/domain/modules/problem-tree';
import { useMemo } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';

/** The problem tree as it stands, in my language where it is translated. */
export const useTree = (): ProblemTree => {
  const view = useView();
  const { locale } = useLocale();
  return useMemo(() => problemTree(view, locale), [view, locale]);
};
