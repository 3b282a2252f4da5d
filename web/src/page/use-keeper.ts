import { KEEPERS } from '@tablee/domain/kernel';
import { useYou } from '#sync/use-space.ts';

/** True for those who keep the thread (secretariat, core group): what only they may do is not offered to others. */
export const useKeeper = (): boolean => {
  const you = useYou();
  return KEEPERS.some((role) => you?.roles.includes(role) === true);
};
