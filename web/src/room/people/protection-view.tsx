import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, usePeople } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import css from './people.module.css';
import type { PersonLine } from './use-members.ts';

interface Due {
  readonly person: string;
  readonly purpose: string;
  readonly review: string;
}

const dueIn = (answer: unknown): readonly Due[] =>
  isObject(answer) && Array.isArray(answer['due'])
    ? answer['due'].flatMap((line): readonly Due[] =>
        isObject(line) && typeof line['person'] === 'string' && typeof line['review'] === 'string'
          ? [
              {
                person: line['person'],
                review: line['review'],
                purpose: typeof line['purpose'] === 'string' ? line['purpose'] : '',
              },
            ]
          : [],
      )
    : [];

/** Who is protected, whose card is due to be looked at again, and what protecting does and cannot do. */
export function ProtectionView({ persons }: { readonly persons: readonly PersonLine[] }): ReactNode {
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const [due, setDue] = useState<readonly Due[]>([]);
  useEffect(() => {
    let current = true;
    void request('GET', `${path.people(store.space)}/review`)
      .then((answer) => current && setDue(dueIn(answer)))
      .catch((fault: unknown) => {
        // The list is shown when the server is reached; the rest of the page stands without it.
        if (!(fault instanceof Fault)) throw fault;
      });
    return () => {
      current = false;
    };
  }, [store]);
  const gone = persons.filter((person) => person.gone !== undefined);
  const href = (id: string): string => addressOf(store.space, 'people', id);
  return (
    <div className={css['stack']}>
      <p>{t('people.protection-explained')}</p>
      <p className="note">{t('people.administrator')}</p>
      {gone.length > 0 && (
        <Section title={t('people.protected-list')} id="protected">
          <SentenceList
            form="plain"
            labelledBy="protected"
            items={gone.map((person) => ({
              key: person.id,
              text: (
                <Link href={href(person.id)}>
                  {person.name ?? t(person.gone === 'erased' ? 'people.erased' : 'people.withdrawn')}
                </Link>
              ),
            }))}
          />
        </Section>
      )}
      <Section title={t('people.review')} id="review">
        {due.length === 0 ? (
          <p className="note">{t('people.review-none')}</p>
        ) : (
          <SentenceList
            labelledBy="review"
            items={due.map((line) => ({
              key: line.person,
              text: (
                <Link href={href(line.person)}>{people.find(line.person)?.name ?? t('record.somebody')}</Link>
              ),
              note: format.text(line.purpose),
              when: format.date(line.review),
            }))}
          />
        )}
      </Section>
    </div>
  );
}
