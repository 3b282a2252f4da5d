import type { Translate } from '#locale/locale.ts';
import { Fault } from '#sync/api.ts';
import type { FieldFault } from '#ui/form.tsx';

/** Runs what needs the server; what stands in the way is told at the field `name`, in the server's own words. */
export const tryRequest = async (
  name: string,
  t: Translate,
  work: () => Promise<void>,
): Promise<readonly FieldFault[] | undefined> => {
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [{ name, message: fault.status === 0 ? t('people.needs-network') : fault.message }];
  }
};
