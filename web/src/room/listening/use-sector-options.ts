import type { Round } from '@tablee/domain/modules/listening';
import { useLocale } from '#locale/use-text.tsx';

/** The offered sectors as options. */
export const useSectorOptions = (
  state: Round,
): readonly { readonly value: string; readonly label: string }[] => {
  const { t } = useLocale();
  return state.sectors.map((sector) => ({ value: sector, label: t(`ui.sector.${sector}`) }));
};
