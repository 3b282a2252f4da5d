import { type Language, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { type ComposedNote, plainNote } from '@tablee/domain/modules/concept-note';
import { document, editionId, editionOfDocument } from '@tablee/domain/modules/document';
import { recordsIn } from '@tablee/domain/modules/reading';
import { typography } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { bytesOf } from '#file/file-bytes.ts';
import { FileLink } from '#file/file-link.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { wordText } from '#sheet/word-text.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Compare } from '#ui/compare.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Section } from '#ui/sentence-list.tsx';

/** The files that came back for a note, the first first. */
const useReturned = (note: RecordEntity): readonly RecordEntity[] =>
  recordsIn(useView(), 'document').filter((entity) => valueOf(document, entity, 'about') === note.id);

interface Props {
  readonly note: RecordEntity;
  readonly composed: ComposedNote;
  readonly language: Language;
}

/** The corrected text that comes back from Word: kept as the next version, beside the note, compared word by word. */
export function ReturnedNotes(props: Props): ReactNode {
  const { t } = useLocale();
  const returned = useReturned(props.note);
  const [adding, setAdding] = useState(false);
  const place = usePlace(returned.at(-1));
  return (
    <Section title={t('concept.back')} id="back">
      <Stack tight>
        <Note>{t('concept.back-hint')}</Note>
        {returned.map((entity, index) => (
          <OneReturned key={entity.id} {...props} entity={entity} number={index + 1} />
        ))}
        {adding ? (
          <RecordForm
            declaration={document}
            fields={['file', 'dated']}
            preset={{
              title: { lang: props.language, text: `${t('concept.returned')}, ${props.composed.title}` },
              kind: 'note',
              about: props.note.id,
              dated: today(),
            }}
            circle={props.note.circle}
            submit={t('concept.bring')}
            onCancel={() => setAdding(false)}
            onDone={(id) => {
              setAdding(false);
              void place(id);
            }}
          />
        ) : (
          <ForWriters>
            <ActionRow>
              <ActionButton onPress={() => setAdding(true)}>{t('concept.bring')}</ActionButton>
            </ActionRow>
          </ForWriters>
        )}
      </Stack>
    </Section>
  );
}

/** Places a file that came back after the one before it, in one line of versions. */
const usePlace = (last: RecordEntity | undefined): ((id: string) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  return async (id) => {
    if (last === undefined) return;
    const line = editionOfDocument(view, last.id);
    const target = { entity: line?.id ?? editionId(last.id), circle: line?.circle ?? last.circle };
    if (line === undefined) await act.command('edition.open', target, { document: last.id });
    await act.command('edition.place', target, { document: id, from: last.id });
  };
};

type Reading = 'closed' | 'reading' | 'no-word' | 'no-line' | { readonly text: string };

function OneReturned(props: Props & { readonly entity: RecordEntity; readonly number: number }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  const [reading, setReading] = useState<Reading>('closed');
  const file = valueOf(document, props.entity, 'file');
  const dated = valueOf(document, props.entity, 'dated');
  const open = async (): Promise<void> => {
    setReading('reading');
    const bytes = file && (await bytesOf(store, file));
    if (bytes === undefined) return setReading('no-line');
    const text = await wordText(new Uint8Array(await bytes.arrayBuffer()));
    setReading(text === undefined ? 'no-word' : { text });
  };
  const isOpen = typeof reading === 'object';
  return (
    <Stack tight>
      <p>
        {t('concept.version', {
          n: props.number,
          date: dated === undefined ? '' : format.date(dated),
        })}
        {file !== undefined && (
          <>
            {' '}
            <FileLink file={file} />
          </>
        )}
      </p>
      {file !== undefined && (
        <div>
          <ActionButton
            kind="quiet"
            expanded={isOpen}
            busy={reading === 'reading'}
            onPress={() => (isOpen ? setReading('closed') : void open())}
          >
            {t(isOpen ? 'concept.compare-close' : 'concept.compare')}
          </ActionButton>
        </div>
      )}
      <div role="status">
        {(reading === 'reading' || reading === 'no-word' || reading === 'no-line') && (
          <Note>{t(`concept.${reading}`)}</Note>
        )}
      </div>
      {isOpen && (
        <Compare
          before={{ text: typography(plainNote(props.composed), props.language), label: t('concept.now') }}
          after={{ text: typography(reading.text, props.language), label: t('concept.theirs') }}
          lang={props.language}
        />
      )}
    </Stack>
  );
}
