import { KEEPERS } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople, useYou } from '#sync/use-space.ts';
import css from './people.module.css';
import { usePersons } from './use-members.ts';

/** Who keeps this partnership, to be called: name and role, and the telephone where this reader is shown it. */
export function Keepers({ but }: { readonly but: string }): ReactNode {
  const you = useYou();
  const people = usePeople();
  const persons = usePersons();
  const { t } = useLocale();
  const format = useFormat();
  const keepers = persons.filter(
    ({ id, active, name, roles }) =>
      active &&
      name !== undefined &&
      id !== but &&
      id !== you?.person &&
      roles.some((role) => KEEPERS.includes(role)),
  );
  if (keepers.length === 0) return null;
  return (
    <ul className={css['lines']}>
      {keepers.map(({ id, name = '', roles }) => {
        const phone = people.find(id)?.phone;
        const kept = roles.filter((role) => KEEPERS.includes(role));
        return (
          <li key={id}>
            {format.text(`${name} · ${kept.map((role) => t(`app.role.${role}`)).join(', ')}`)}
            {phone !== undefined && (
              <>
                {' '}
                <a href={`tel:${phone}`}>{phone}</a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
