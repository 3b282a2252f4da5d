import { MANDATE_ROLE, type Speaker, whoMaySpeak } from '@tablee/domain/modules/mandate';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { today } from '../page/clock.ts';
import { Note } from '../page/note.tsx';
import { usePeople, useView } from '../sync/use-space.ts';

/** One speaker as a phrase: name, role, by whose letter, until when; without a designation, that too. */
export const useSpeakerWords = (): ((speaker: Speaker) => string) => {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (speaker) => {
    const name = people.find(speaker.person)?.name ?? t('record.somebody');
    const role = MANDATE_ROLE[speaker.role][locale].toLowerCase();
    if (speaker.standing === 'named') return t('mandate.named', { name, role });
    const by = speaker.designatedBy === undefined ? '' : t('mandate.by', { by: speaker.designatedBy });
    const until = speaker.until === undefined ? '' : t('mandate.until', { date: format.date(speaker.until) });
    return t(`mandate.is.${speaker.standing}`, { name, role, by, until });
  };
};

/** Who may speak for an organisation today, wherever a position is given. It informs, and refuses nobody. */
export function WhoSpeaks({ organisation }: { readonly organisation: string }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const words = useSpeakerWords();
  const speakers = whoMaySpeak(view, organisation, today());
  return (
    <Note>
      {speakers.length === 0
        ? t('mandate.nobody-today')
        : format.text(t('mandate.speaks', { who: speakers.map(words).join(' ; ') }))}
    </Note>
  );
}
