import { textOf } from '@tablee/domain/kernel';
import { type Delegate, type Group, isInOffice } from '@tablee/domain/modules/group';

/** A delegate's name: a member's from the vault, else as it was written. */
export const delegateName = (delegate: Delegate, nameOf: (person: string) => string): string =>
  delegate.person === null ? (textOf(delegate.name ?? undefined) ?? '?') : nameOf(delegate.person);

/** Who speaks for the group on a day, a line for each: name, on what, until when. */
export const delegatesText = (
  state: Group,
  today: string,
  words: { readonly nameOf: (person: string) => string; readonly until: (day: string) => string },
): string =>
  state.delegates
    .filter((delegate) => isInOffice(delegate, today))
    .map((delegate) =>
      [
        delegateName(delegate, words.nameOf),
        textOf(delegate.task ?? undefined),
        delegate.until === null ? undefined : words.until(delegate.until),
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    )
    .join('\n');
