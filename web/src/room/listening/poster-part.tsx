import type { Round } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useLanguageName } from './plan-language.tsx';
import { roundPath } from './round-api.ts';

const FILES = [
  ['poster', 'pdf'],
  ['poster', 'docx'],
  ['strips', 'pdf'],
  ['strips', 'docx'],
] as const;

/** What hangs on a wall or is handed out: a poster, or strips to cut off, with the code and the short address. */
export function PosterPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const { store } = useOpenSpace();
  const [size, setSize] = useState<'a4' | 'a3'>('a4');
  const [lang, setLang] = useState('');
  const { languages } = held.state;
  const href = (form: string, ending: string): string => {
    const query = new URLSearchParams({ size, form, ...(lang === '' ? {} : { lang }) });
    return `${roundPath(store.space, held.id, `poster.${ending}`)}?${query}`;
  };
  return (
    <details>
      <summary>{t('listening.poster')}</summary>
      <Stack tight>
        <p className="note">{t('listening.poster-explained')}</p>
        {languages.length > 1 && (
          <SelectField
            label={t('listening.poster-language')}
            none={t('listening.poster-all')}
            options={languages.map((own) => ({ value: own, label: nameOf(own) }))}
            value={lang}
            onChange={setLang}
          />
        )}
        <Choice
          label={t('listening.poster-size')}
          options={[
            { value: 'a4', label: t('listening.poster-a4') },
            { value: 'a3', label: t('listening.poster-a3') },
          ]}
          value={size}
          onChange={setSize}
        />
        <ActionRow>
          {FILES.map(([form, ending]) => (
            <ActionButton key={`${form} ${ending}`} href={href(form, ending)}>
              {t(`listening.poster-${form}-${ending}`)}
            </ActionButton>
          ))}
        </ActionRow>
      </Stack>
    </details>
  );
}
