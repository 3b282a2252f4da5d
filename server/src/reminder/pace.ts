import { keyedHash, sameHash } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';

const markOf = (key: Buffer, space: string, person: string): string =>
  keyedHash(key, `reminders ${space} ${person}`).slice(0, 32);

/** The address at which one person says how often they want to be reminded by one partnership; it needs no account and does not expire. */
export const paceAddress = ({ url, key }: PeopleService, space: string, person: string): string =>
  `${url}/reminders/${space}/${person}/${markOf(key, space, person)}`;

/** True for a mark that was made here for this person. */
export const isPaceMark = (
  { key }: PeopleService,
  of: { readonly space: string; readonly person: string; readonly mark: string },
): boolean => sameHash(of.mark, markOf(key, of.space, of.person));
