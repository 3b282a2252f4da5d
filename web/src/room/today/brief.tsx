import { memberOf } from '@tablee/domain/kernel';
import { actorName, actorsAtTable } from '@tablee/domain/modules/actor';
import { decisions } from '@tablee/domain/modules/decision';
import { currentText } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './today.module.css';

/** The most names and decisions that the brief lists. */
const SHOWN = 6;

/** The essentials in five minutes, for a newcomer and after a long absence: what for, what is agreed, what is open, who. */
export function Brief(): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const problem = currentText(view, 'problem', locale);
  const all = decisions(view, instantHere());
  const agreed = all.filter((line) => line.outcome === 'adopted').slice(0, SHOWN);
  const open = all.filter((line) => line.status === 'open').slice(0, SHOWN);
  const entities = new Map([...view.list('member')].map((entity) => [entity.id, entity]));
  const members = [...entities.keys()].flatMap((id) => {
    const held = memberOf(entities, id);
    const name = people.find(id)?.name;
    return held?.active !== true || name === undefined
      ? []
      : [{ id, name, organisation: actorName(view, held.organisation) }];
  });
  const question = (line: (typeof all)[number]): ReactNode => (
    <li key={line.id}>
      <Link href={addressOf(store.space, 'decisions', line.id)}>
        {format.text(line.question ?? t('record.erased'))}
      </Link>
    </li>
  );
  return (
    <Section title={t('today.brief')} id="brief">
      <div className={css['brief']}>
        {problem !== undefined && <Prose text={problem.text} lang={problem.lang} shared />}
        {agreed.length > 0 && (
          <>
            <h3>{t('today.brief-agreed')}</h3>
            <ul>{agreed.map(question)}</ul>
          </>
        )}
        {open.length > 0 && (
          <>
            <h3>{t('today.brief-open')}</h3>
            <ul>{open.map(question)}</ul>
          </>
        )}
        <h3>{t('today.brief-who')}</h3>
        <p>
          {members.slice(0, SHOWN).map(({ id, name, organisation }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <Link href={addressOf(store.space, 'people', id)}>{name}</Link>
              {organisation === undefined ? '' : ` (${format.text(organisation)})`}
            </span>
          ))}
        </p>
        <p className="note">
          {t('today.brief-count', { people: members.length, organisations: actorsAtTable(view).length })}
        </p>
      </div>
    </Section>
  );
}
