import { titleOf, valueOf } from '@tablee/domain/kernel';
import { document, documents } from '@tablee/domain/modules/document';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useView } from '#sync/use-space.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TEXT_FIELDS } from './text-panel.tsx';
import { useStanding } from './use-standing.ts';

/** Brings a text or a file: a new one, or a new version that is placed after the one it came from. */
export function BringForm(props: {
  /** The version that it comes from, when somebody came from there. */
  readonly from: string;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const standing = useStanding();
  const [from, setFrom] = useState(props.from);
  const earlier = recordIn(view, 'document', from);
  const texts = documents(view, locale).filter((line) => line.kind !== 'letter');
  const title = earlier && titleOf(document, earlier, locale);
  const kind = valueOf(document, earlier, 'kind');
  const done = async (id: string): Promise<void> => {
    if (from !== '') await standing.place(id, from);
    props.onDone(id);
  };
  return (
    <Stack>
      {texts.length > 0 && (
        <SelectField
          label={t('document.comes-from')}
          hint={t('document.comes-from-hint')}
          value={from}
          onChange={setFrom}
          none={t('document.comes-from-none')}
          options={texts.map(({ id, title: name, number }) => ({
            value: id,
            label: format.text(
              number === undefined ? name : `${name} (${t('document.version-n', { n: number })})`,
            ),
          }))}
        />
      )}
      <RecordForm
        key={from}
        declaration={document}
        fields={TEXT_FIELDS}
        circle={earlier?.circle ?? document.circle}
        preset={{
          ...(title === undefined ? {} : { title: { lang: locale, text: title } }),
          ...(kind === undefined ? {} : { kind }),
        }}
        submit={t('document.bring')}
        onCancel={props.onCancel}
        onDone={(id) => void done(id)}
      />
    </Stack>
  );
}
