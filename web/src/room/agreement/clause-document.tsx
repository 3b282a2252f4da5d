import {
  openConflicts,
  optionWords,
  type RecordEntity,
  textIn,
  titleOf,
  valueOf,
} from '@tablee/domain/kernel';
import { clause } from '@tablee/domain/modules/agreement';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { StateLine } from '#ui/state-line.tsx';
import css from './agreement.module.css';

/** The clauses as one numbered text; each opens beside it, where it is discussed, moved and traced. */
export function ClauseDocument(props: {
  readonly clauses: readonly RecordEntity[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  return (
    <article className={css['document']}>
      {props.clauses.map((entity, index) => (
        <Clause
          key={entity.id}
          entity={entity}
          number={index + 1}
          href={props.room.href(entity.id)}
          selected={entity.id === props.selected}
        />
      ))}
    </article>
  );
}

function Clause(props: {
  readonly entity: RecordEntity;
  readonly number: number;
  readonly href: string;
  readonly selected: boolean;
}): ReactNode {
  const { entity, number } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const title = titleOf(clause, entity, locale);
  const text = textIn(entity, 'text', locale);
  const kind = valueOf(clause, entity, 'kind');
  return (
    <section className={css['clause']} data-selected={props.selected}>
      <h2 id={`row-${entity.id}`} tabIndex={-1}>
        {format.number(number)}.{' '}
        <Link href={props.href} replace>
          {title === undefined ? t('record.untitled') : format.text(title)}
        </Link>
      </h2>
      {openConflicts(entity).length > 0 && (
        <StateLine
          state={{ kind: 'conflict' }}
          action={
            <Link href={props.href} replace>
              {t('agreement.choose')}
            </Link>
          }
        />
      )}
      <WaitingLine entity={entity} />
      {text === undefined ? (
        <Note>{t('agreement.no-text')}</Note>
      ) : (
        <Prose text={text.text} lang={text.lang} shared />
      )}
      {text?.stale && <StateLine state={{ kind: 'stale' }} />}
      {text && text.lang !== locale && !text.translated && (
        <StateLine state={{ kind: 'untranslated', language: text.lang }} />
      )}
      {kind !== undefined && <Note>{format.text(optionWords(clause.fields.kind, kind)[locale])}</Note>}
    </section>
  );
}
