import type { ClauseChange } from '@tablee/domain/modules/agreement';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { Compare } from '#ui/compare.tsx';

type Stretches = ClauseChange['title'];

const side = (stretches: Stretches, without: 'in' | 'out'): string =>
  stretches
    .filter((stretch) => stretch.kind !== without)
    .map((stretch) => stretch.text)
    .join('');

/** What changed, clause by clause: before and after side by side, in the reader's language where the text has it. */
export function ChangeList({ changes }: { readonly changes: readonly ClauseChange[] }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <Stack>
      {changes.map((change) => {
        const languages = Object.keys(change.texts);
        const lang = languages.includes(locale) ? locale : (languages[0] ?? locale);
        const text = change.texts[lang] ?? [];
        const title = side(change.title, 'out') || side(change.title, 'in');
        return (
          <div key={change.clause}>
            <h3>{format.text(title)}</h3>
            <Note>{t(`agreement.change.${change.kind}`)}</Note>
            {change.kind === 'changed' && (
              <Compare before={{ text: side(text, 'in') }} after={{ text: side(text, 'out') }} lang={lang} />
            )}
            {(change.kind === 'added' || change.kind === 'removed') && (
              <p lang={lang}>{format.text(side(text, change.kind === 'added' ? 'out' : 'in'), lang)}</p>
            )}
          </div>
        );
      })}
    </Stack>
  );
}
