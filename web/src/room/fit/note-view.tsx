import { type RecordEntity, valueOf } from '@tablee/domain/kernel';
import {
  composeNote,
  conceptNote,
  conceptNotes,
  type NoteAsked,
  pagesOf,
} from '@tablee/domain/modules/concept-note';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { Conflicts } from '#register/conflict.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './note.module.css';
import { NoteParts } from './note-parts.tsx';
import { NotePreview } from './note-preview.tsx';
import { ReturnedNotes } from './note-returned.tsx';

const FIELDS = ['audience', 'readers', 'lang', 'ask', 'contact'];

/** What a note is made from on this device: the view, the note's own language, the names that I may see. */
const useAsked = (note: RecordEntity | undefined): NoteAsked => {
  const view = useView();
  const people = usePeople();
  const { locale } = useLocale();
  return {
    view,
    language: valueOf(conceptNote, note, 'lang') ?? locale,
    now: now(),
    nameOf: (person) => people.find(person)?.name,
    positionOf: (person) => people.find(person)?.designation,
  };
};

/** The concept note: its parts while it is put together, the note as it reads, and the corrected text that comes back. */
export function NoteView({
  room,
  thing,
}: {
  readonly room: RoomPlace;
  readonly thing: string | undefined;
}): ReactNode {
  const { t, locale } = useLocale();
  const notes = conceptNotes(useView());
  const [adding, setAdding] = useState(false);
  const note = notes.find(({ id }) => id === thing) ?? notes.at(-1);
  const prepare = (
    <ForWriters>
      <ActionButton kind={note === undefined ? 'primary' : 'quiet'} onPress={() => setAdding(true)}>
        {t(note === undefined ? 'concept.prepare' : 'concept.another')}
      </ActionButton>
    </ForWriters>
  );
  if (adding)
    return (
      <RecordForm
        declaration={conceptNote}
        fields={FIELDS}
        preset={{ readers: 'partners', lang: locale }}
        submit={t('concept.prepare')}
        onCancel={() => setAdding(false)}
        onDone={(id) => {
          setAdding(false);
          room.open(id);
        }}
      />
    );
  if (note === undefined) return <EmptyState action={prepare}>{t('concept.empty')}</EmptyState>;
  return (
    <Stack>
      <OneNote key={note.id} note={note} />
      <Others room={room} notes={notes.filter(({ id }) => id !== note.id)} prepare={prepare} />
    </Stack>
  );
}

function OneNote({ note }: { readonly note: RecordEntity }): ReactNode {
  const { t } = useLocale();
  const asked = useAsked(note);
  const [changing, setChanging] = useState(false);
  const composed = composeNote(note, asked);
  const pages = pagesOf(composed);
  return (
    <Stack>
      <WaitingLine entity={note} />
      <Conflicts declaration={conceptNote} entity={note} />
      <div>
        <p role="status">{t('concept.opening', { parts: composed.parts.length, pages })}</p>
        {pages > 4 && <Note>{t('concept.long')}</Note>}
      </div>
      {changing ? (
        <RecordForm
          declaration={conceptNote}
          entity={note}
          fields={FIELDS}
          onDone={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <ForWriters>
          <ActionRow>
            <ActionButton onPress={() => setChanging(true)}>{t('concept.change')}</ActionButton>
          </ActionRow>
        </ForWriters>
      )}
      <NoteParts note={note} asked={asked} />
      <Take id={note.id} />
      <NotePreview note={composed} language={asked.language} />
      <ReturnedNotes note={note} composed={composed} language={asked.language} />
    </Stack>
  );
}

function Take({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const file = `/api/spaces/${store.space}/documents/concept-note/${id}`;
  return (
    <Section title={t('concept.take')} id="take">
      <p className={css['files']}>
        {(['pdf', 'docx'] as const).map((ending) => (
          <a key={ending} href={`${file}.${ending}`} download>
            {t(`concept.${ending}`)}
          </a>
        ))}
      </p>
      <Note>{t('concept.network')}</Note>
    </Section>
  );
}

function Others(props: {
  readonly room: RoomPlace;
  readonly notes: readonly RecordEntity[];
  readonly prepare: ReactNode;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  if (props.notes.length === 0) return <div>{props.prepare}</div>;
  return (
    <Section title={t('concept.others')} id="notes">
      <SentenceList
        labelledBy="notes"
        items={props.notes.map((note) => ({
          key: note.id,
          text: (
            <Link href={props.room.href(note.id)}>
              {format.text(valueOf(conceptNote, note, 'audience') ?? t('concept.untitled'))}
            </Link>
          ),
        }))}
      />
      {props.prepare}
    </Section>
  );
}
