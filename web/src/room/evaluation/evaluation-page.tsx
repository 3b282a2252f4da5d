import { finding, findingsByQuestion } from '@tablee/domain/modules/evaluation';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { QuestionSection } from './question-section.tsx';

const FIELDS = ['question', 'text', 'criterion', 'evidence', 'indicators', 'date'];

/** What changed, for whom, thanks to what: question by question, with the figures behind and the responses. */
export default function EvaluationPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const room = useRoom('evaluation');
  const readers = useReaders('partners');
  const [adding, setAdding] = useState<{ readonly question?: string }>();
  const questions = findingsByQuestion(view, locale);
  const findings = questions.flatMap((question) => question.findings).length;
  const answered = questions.reduce((sum, question) => sum + question.answered, 0);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding({})}>
      {t('evaluation.add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('evaluation.title')}
        opening={
          findings === 0
            ? t('evaluation.opening-none')
            : t('evaluation.opening', { questions: questions.length, findings, open: findings - answered })
        }
        readers={readers}
        action={adding === undefined && findings > 0 ? add : undefined}
      />
      {adding && (
        <RecordForm
          declaration={finding}
          fields={FIELDS}
          submit={t('evaluation.add')}
          {...(adding.question === undefined
            ? {}
            : { preset: { question: { lang: locale, text: adding.question } } })}
          onDone={() => setAdding(undefined)}
          onCancel={() => setAdding(undefined)}
        />
      )}
      {findings === 0 && adding === undefined && (
        <EmptyState action={add}>{t('evaluation.empty')}</EmptyState>
      )}
      {adding === undefined && (
        <Stack>
          {questions.map((question, index) => (
            <QuestionSection
              key={question.question}
              id={`question-${index}`}
              room={room}
              question={question}
              onAdd={() => setAdding({ question: question.question })}
            />
          ))}
        </Stack>
      )}
      {thing !== undefined && <ThingPanel room={room} declaration={finding} thing={thing} />}
    </>
  );
}
