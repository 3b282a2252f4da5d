import type { HeldPosition } from '@tablee/domain/modules/position';
import { useFormat, useLocale } from '../locale/use-text.tsx';

/** What a position is on, in a few words: the name of a text worded in common, the title of a document, the question. */
export const useTitleOf = (): ((on: Pick<HeldPosition, 'kind' | 'title'>) => string) => {
  const { t } = useLocale();
  const format = useFormat();
  return ({ kind, title }) =>
    kind === 'document' || kind === 'decision'
      ? format.text(title || t('record.untitled'))
      : t(`wording.name.${kind}`);
};
