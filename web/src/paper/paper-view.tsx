import { textOf } from '@tablee/domain/kernel';
import { meetingOfRun, paperRuns, questionsOf, runProgress } from '@tablee/domain/modules/paper';
import type { ReactNode } from 'react';
import { useSearch } from '#ui/location.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Note, Stack } from '../page/note.tsx';
import { useView } from '../sync/use-space.ts';
import { Section, SentenceList } from '../ui/sentence-list.tsx';
import { EmptyState } from '../ui/state-line.tsx';
import { PaperEntry } from './paper-entry.tsx';
import { SheetFiles } from './print-sheets.tsx';

/** Where sheets of paper are typed in, and how far each pile is. */
export function PaperView(): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const code = new URLSearchParams(useSearch()).get('code') ?? undefined;
  const runs = paperRuns(view);
  if (runs.length === 0) return <EmptyState>{t('paper.empty')}</EmptyState>;
  return (
    <Stack>
      <Note>{t('paper.keys')}</Note>
      <PaperEntry {...(code === undefined ? {} : { first: code })} />
      <Piles />
    </Stack>
  );
}

function Piles(): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <Section title={t('paper.piles')} id="piles">
      <SentenceList
        labelledBy="piles"
        items={paperRuns(view).map(({ id, state }) => {
          const { entered, of, missing } = runProgress(state);
          const title =
            textOf(state.title ?? undefined) ?? questionsOf(view, state, 1)[0]?.title ?? state.prefix;
          return {
            key: id,
            text: t('paper.progress', {
              title: format.text(
                meetingOfRun(state) === undefined ? title : t('paper.attendance-of', { title }),
              ),
              entered,
              of,
            }),
            when: format.date(state.at.slice(0, 10)),
            ...(missing.length === 0 || entered === 0
              ? {}
              : { note: t('paper.missing', { codes: missing.slice(0, 12).join(', ') }) }),
            action: <SheetFiles run={id} />,
          };
        })}
      />
    </Section>
  );
}
