import { LEVELS } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useText } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import type { AssumptionEntry, ChainEntry } from './chain-entry.ts';

/** « H1 Les familles acceptent de payer l’eau. (à confirmer) » as a link. */
export function AssumptionLine({
  held,
  room,
}: {
  readonly held: AssumptionEntry;
  readonly room: RoomPlace;
}): ReactNode {
  const t = useText();
  return (
    <>
      {t('result.assumption-number', { n: held.number })}{' '}
      <span id={`row-${held.id}`} tabIndex={-1}>
        <Link href={room.href(held.id)} replace>
          {held.words}
        </Link>
      </span>{' '}
      {t(`result.holds.${held.holds ?? 'unsaid'}`)}
    </>
  );
}

/** The chain as an outline: each result under its level, what it contributes to, and its assumptions below it. */
export function ChainOutline({
  entries,
  room,
}: {
  readonly entries: readonly ChainEntry[];
  readonly room: RoomPlace;
}): ReactNode {
  const t = useText();
  const words = (id: string): string => entries.find((entry) => entry.id === id)?.words ?? '';
  return (
    <Stack>
      {LEVELS.map((level) => {
        const here = entries.filter((entry) => entry.level === level);
        if (here.length === 0) return null;
        const id = `level-${level}`;
        return (
          <Section key={level} title={t(`result.level.${level}`)} id={id}>
            <SentenceList
              labelledBy={id}
              items={here.map((entry) => ({
                key: entry.id,
                text: (
                  <span id={`row-${entry.id}`} tabIndex={-1}>
                    <Link href={room.href(entry.id)} replace>
                      {entry.words}
                    </Link>
                  </span>
                ),
                note:
                  entry.leadsTo.length > 0
                    ? t('result.leads-to', { results: entry.leadsTo.map(words).join(' · ') })
                    : level === 'impact'
                      ? ''
                      : t('result.leads-nowhere'),
                state:
                  entry.assumptions.length === 0 ? undefined : (
                    <ul>
                      {entry.assumptions.map((held) => (
                        <li key={held.id}>
                          <AssumptionLine held={held} room={room} />
                        </li>
                      ))}
                    </ul>
                  ),
              }))}
            />
          </Section>
        );
      })}
    </Stack>
  );
}
