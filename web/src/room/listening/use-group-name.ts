import type { RoundReading } from '@tablee/domain/modules/listening';
import { useLocale } from '#locale/use-text.tsx';

const SECTORS = ['state', 'private', 'civilSociety', 'science', 'other'] as const;

/** The name of a group of a reading: a sector, the letter of a group that the answers show, or nobody's. */
export const useGroupName = (reading: Pick<RoundReading, 'groupsFrom'>): ((name: string) => string) => {
  const { t } = useLocale();
  return (name) => {
    if (name === '') return t('listening.group-none');
    const sector = SECTORS.find((each) => each === name);
    return reading.groupsFrom === 'given' && sector !== undefined
      ? t(`ui.sector.${sector}`)
      : t('listening.group', { name });
  };
};
