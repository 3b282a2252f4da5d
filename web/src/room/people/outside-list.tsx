import { partnership } from '@tablee/domain/modules';
import type { ReactNode } from 'react';
import { roomOf } from '#app/room-of.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, usePeople } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import type { Outside, OutsideThing } from './outside.ts';
import css from './people.module.css';

/** How many documents and texts are named one by one. */
const NAMED = 20;

/** Every copy that cannot be called back, a line each: what is known by number first, then what nobody can count. */
export function OutsideList({ outside }: { readonly outside: Outside }): ReactNode {
  const { t } = useLocale();
  const { messages, silent } = outside;
  return (
    <ul className={css['lines']}>
      <Frozen copies={outside.copies} />
      <Produced outside={outside} />
      {messages.to > 0 && <li>{t('people.outside-to', { n: messages.to })}</li>}
      {messages.from > 0 && <li>{t('people.outside-from', { n: messages.from })}</li>}
      <Mentions mentions={outside.mentions} />
      <li>{t('people.outside-devices', { n: silent })}</li>
      <li>{t('people.outside-notes')}</li>
      <li>{t('people.outside-devices-made')}</li>
      <li>{t('people.outside-files')}</li>
    </ul>
  );
}

/** By kind: agreements, decisions, minutes, letters, sheets, requests, pages. */
function Frozen({ copies }: { readonly copies: readonly OutsideThing[] }): ReactNode {
  const { t, locale } = useLocale();
  const counts = new Map<string, number>();
  for (const { type } of copies) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, n]) => {
    const labels = partnership.process(type)?.labels[locale];
    const kind = (n === 1 ? labels?.one : labels?.many) ?? type;
    return <li key={type}>{t('people.outside-kind', { n, kind })}</li>;
  });
}

const KINDS = [
  'agreement',
  'attendance',
  'briefing',
  'calendar',
  'concept-note',
  'decisions',
  'export',
  'invitation',
  'letter',
  'minutes',
  'paper',
  'quarter',
  'run-sheet',
  'working-agreement',
] as const;

function Produced({ outside }: { readonly outside: Outside }): ReactNode {
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const shown = outside.produced.slice(0, NAMED);
  const more = outside.produced.length - shown.length;
  return (
    <>
      {shown.map(({ kind, by, at, digest }) => {
        const known = KINDS.find((each) => each === kind);
        const what = known === undefined ? kind : t(`people.document.${known}`);
        const who = people.find(by)?.name ?? t('record.somebody');
        const date = format.date(at.slice(0, 10));
        return <li key={`${digest} ${by}`}>{t('people.outside-document', { what, who, date })}</li>;
      })}
      {more > 0 && <li>{t('people.outside-more', { n: more })}</li>}
    </>
  );
}

/** Texts that write the name: no id tells, so somebody has to look. Their titles may hold it too, and stay unsaid. */
function Mentions({ mentions }: { readonly mentions: readonly OutsideThing[] }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  if (mentions.length === 0) return null;
  const noun = (type: string): string =>
    (partnership.record(type) ?? partnership.process(type))?.labels[locale].one ?? type;
  return (
    <li>
      {t('people.outside-mentions', { n: mentions.length })}
      <ul className={css['lines']}>
        {mentions.slice(0, NAMED).map(({ entity, type }) => (
          <li key={entity}>
            <Link href={roomOf(store.space, { id: entity, type })}>{format.text(noun(type))}</Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
