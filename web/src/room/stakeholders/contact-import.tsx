import { guessContactColumns } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { SourceForm } from '#sheet/source-form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { ContactPreview } from './contact-preview.tsx';
import type { ContactSheet } from './contact-sheet.ts';

/** A list of contacts from a spreadsheet: paste it, see what each row becomes, take it in as a whole. */
export function ContactImport(props: {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useLocale();
  const [sheet, setSheet] = useState<ContactSheet>();
  return (
    <Section title={t('contact.title')} id="contacts">
      <Stack>
        {sheet === undefined ? (
          <SourceForm
            label={t('contact.title')}
            hint={t('contact.hint')}
            onRows={({ rows }) => setSheet({ rows, ...guessContactColumns(rows) })}
            onCancel={props.onCancel}
          />
        ) : (
          <ContactPreview
            sheet={sheet}
            onSheet={setSheet}
            onDone={props.onDone}
            onBack={() => setSheet(undefined)}
          />
        )}
      </Stack>
    </Section>
  );
}
