import type { LetterLine } from '@tablee/domain/modules/letter';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';

/** Letters whose answer was hoped for by now: a quiet line each, with a second letter one press away. */
export function LateLetters(props: {
  readonly lines: readonly LetterLine[];
  readonly onSecond: (line: LetterLine) => void;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  if (props.lines.length === 0) return null;
  return (
    <Section title={t('letter.late')} id="late-letters">
      <SentenceList
        labelledBy="late-letters"
        items={props.lines.map((line) => ({
          key: line.id,
          text: t('letter.late-row', {
            subject: format.text(line.subject),
            organisation: format.text(line.organisationName ?? t('record.somebody')),
          }),
          note: t('letter.late-since', { date: format.date(line.state.replyDue ?? line.on) }),
          action: (
            <ActionButton kind="quiet" onPress={() => props.onSecond(line)}>
              {t('letter.second')}
            </ActionButton>
          ),
        }))}
      />
    </Section>
  );
}
