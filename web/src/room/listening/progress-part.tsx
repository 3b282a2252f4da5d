import type { Round } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { progressIn } from './round-api.ts';
import { useFetched } from './use-round.ts';

const SECTORS = ['state', 'private', 'civilSociety', 'science', 'other'] as const;

/** How a round goes: how many people, and how many of each sector from the floor on; never an answer. */
export function ProgressPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { data, fault, reload } = useFetched(held.id, 'progress', progressIn);
  const { expected, floors, sectors } = held.state;
  const counted = new Map(data?.bySector.map(({ sector, people }) => [sector, people]));
  return (
    <Section title={t('listening.progress')} id="progress">
      <Stack tight>
        {fault !== undefined && <p className="note">{fault}</p>}
        {data !== undefined && (
          <>
            <p>
              {t('listening.progress-people', { n: data.people, expected, answers: data.answers })}{' '}
              {t('listening.progress-waiting', { proposals: data.proposals, voices: data.voices })}
            </p>
            {sectors.length > 1 && (
              <SentenceList
                labelledBy="progress"
                form="plain"
                items={SECTORS.filter((sector) => sectors.includes(sector)).map((sector) => {
                  const n = counted.get(sector);
                  return {
                    key: sector,
                    sign: <SectorShape sector={sector} />,
                    text: `${t('listening.colon', { name: t(`ui.sector.${sector}`) })} ${
                      n === undefined ? t('listening.below', { n: floors.perGroup }) : format.number(n)
                    }`,
                  };
                })}
              />
            )}
            <p className="note">{t('listening.progress-note')}</p>
          </>
        )}
        <div>
          <ActionButton kind="quiet" onPress={reload}>
            {t('listening.reload')}
          </ActionButton>
        </div>
      </Stack>
    </Section>
  );
}
