import { textOf, titleOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { FLAG_ANSWER, FLAG_OFFER, type Flag, type FlagEntry } from '@tablee/domain/modules/flag';
import { meeting } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';

/** What was done about a flag, oldest first; each entry can be lifted when it no longer holds. */
export function Entries({ flag }: { readonly flag: Flag }): ReactNode {
  const act = useAct();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const sentence = useSentence();
  return (
    <SentenceList
      label={t('flag.done')}
      form="plain"
      items={flag.entries.map(({ id, circle, state }) => {
        const words = textOf(state.words ?? undefined);
        return {
          key: id,
          text: sentence(state),
          note: t('flag.done-by', {
            who: people.find(state.by)?.name ?? t('record.somebody'),
            when: format.date(state.at.slice(0, 10)),
            words: words === undefined ? '' : format.text(words),
          }),
          action: (
            <ForWriters>
              <ActionButton
                kind="quiet"
                onPress={() => void act.command('flag.lift', { entity: id, circle }, {})}
              >
                {t('flag.lift')}
              </ActionButton>
            </ForWriters>
          ),
        };
      })}
    />
  );
}

const useSentence = (): ((entry: FlagEntry) => string) => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (entry) => {
    switch (entry.act) {
      case 'muted':
        return t('flag.done-muted', { date: entry.until === null ? '' : format.date(entry.until) });
      case 'talk': {
        const title = titleOf(meeting, recordIn(view, 'meeting', entry.meeting ?? undefined), locale);
        return t('flag.done-talk', { meeting: format.text(title ?? t('record.not-visible')) });
      }
      case 'answered': {
        const organisation = actorName(view, entry.organisation ?? undefined) ?? t('record.not-visible');
        const answer = entry.answer === null ? '' : format.text(FLAG_ANSWER[entry.answer][locale]);
        return entry.on === null
          ? t('flag.done-answered', { organisation, answer })
          : t('flag.done-answered-on', { organisation, answer, date: format.date(entry.on) });
      }
      case 'chosen':
        return t('flag.done-chosen', {
          choice: entry.choice === null ? '' : format.text(FLAG_OFFER[entry.choice][locale]),
        });
    }
  };
};
