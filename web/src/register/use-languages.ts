import { elementsOf } from '@tablee/domain/kernel';
import { useOpenSpace, useView } from '../sync/use-space.ts';

/** The languages that the partnership speaks, its own first; French and English while it has not said. */
export const useLanguages = (): readonly string[] => {
  const view = useView();
  const { store } = useOpenSpace();
  const spoken = elementsOf(view.get(store.space), 'languages');
  return spoken.length > 0 ? spoken : ['fr', 'en'];
};
