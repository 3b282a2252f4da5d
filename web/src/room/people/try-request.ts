import type { Translate } from '#locale/locale.ts';
import { Fault } from '#sync/api.ts';
import type { FieldFault } from '#ui/form.tsx';

/** The words that a request is told in: those of the language, and what is said when no server is reached. */
interface Telling {
  readonly t: Translate;
  readonly offline?: string;
}

/** Runs what needs the server; what stands in the way is told at the field `name`, in the server's own words. */
export const tryRequest = async (
  name: string,
  { t, offline }: Telling,
  work: () => Promise<void>,
): Promise<readonly FieldFault[] | undefined> => {
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [{ name, message: fault.status === 0 ? (offline ?? t('people.needs-network')) : fault.message }];
  }
};
