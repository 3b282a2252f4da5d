import { type RecordEntity, removeRecord } from '@tablee/domain/kernel';
import {
  agenda,
  CARD_GOES,
  type CardGoes,
  cardCommand,
  type PhotoLine,
  photosOf,
} from '@tablee/domain/modules/meeting';
import { recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useRef, useState } from 'react';
import { FilePicture } from '#file/file-link.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AddPhoto } from './add-photo.tsx';
import css from './meetings.module.css';

/** Flip charts at their agenda item; beside each, its cards are typed one line after the other. */
export function PhotosView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [item, setItem] = useState('');
  const items = agenda(view, entity.id, locale);
  const photos = photosOf(view, entity.id).filter((photo) => photo.kind === 'flipChart');
  const known = new Set(items.map((each) => each.id));
  const loose = photos.filter((photo) => photo.item === undefined || !known.has(photo.item));
  return (
    <Section title={t('meeting.photos')} id="photos">
      {photos.length === 0 && <p className="note">{t('meeting.photos-none')}</p>}
      {items.map((each) => {
        const own = photos.filter((photo) => photo.item === each.id);
        return own.length === 0 ? null : (
          <div key={each.id}>
            <h3 className={css['way']}>{format.text(each.title)}</h3>
            {own.map((photo) => (
              <Photo key={photo.id} entity={entity} photo={photo} />
            ))}
          </div>
        );
      })}
      {loose.map((photo) => (
        <Photo key={photo.id} entity={entity} photo={photo} />
      ))}
      <ForWriters>
        <div className={css['adding']}>
          {items.length > 0 && (
            <SelectField
              label={t('meeting.photo-item')}
              none={t('meeting.photo-no-item')}
              options={items.map((each) => ({ value: each.id, label: format.text(each.title) }))}
              value={item}
              onChange={setItem}
            />
          )}
          <AddPhoto
            entity={entity}
            kind="flipChart"
            item={item === '' ? undefined : item}
            label={t('meeting.photo-add')}
          />
        </div>
      </ForWriters>
    </Section>
  );
}

/** A photo as it is shown, from this device while it waits for the network. */
export function Picture({ photo, alt }: { readonly photo: PhotoLine; readonly alt: string }): ReactNode {
  return <FilePicture file={photo.file} alt={alt} className={css['photo']} />;
}

function Photo({ entity, photo }: { readonly entity: RecordEntity; readonly photo: PhotoLine }): ReactNode {
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const held = recordIn(view, 'meetingPhoto', photo.id);
  return (
    <div className={css['beside']}>
      <div>
        <Picture photo={photo} alt={photo.caption ?? t('meeting.photo-alt')} />
        {held !== undefined && (
          <ForWriters>
            <ActionButton kind="quiet" onPress={() => void act.issue(removeRecord(act.ticket(), held))}>
              {t('meeting.photo-remove')}
            </ActionButton>
          </ForWriters>
        )}
      </div>
      <ForWriters>
        <Cards entity={entity} photo={photo} />
      </ForWriters>
    </div>
  );
}

const isGoes = (value: string): value is CardGoes => Object.hasOwn(CARD_GOES, value);

/** One line per card; Enter keeps it and waits for the next. Where they go is chosen once. */
function Cards({ entity, photo }: { readonly entity: RecordEntity; readonly photo: PhotoLine }): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [goes, setGoes] = useState<CardGoes>('note');
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<readonly string[]>([]);
  const submit = async () => {
    if (text.trim() === '') return [{ name: 'card', message: t('record.expected.something') }];
    const order = recordsIn(view, 'minuteLine').length + recordsIn(view, 'treeNode').length + 1;
    await act.issue(
      cardCommand(
        {
          goes,
          text,
          lang: locale,
          meeting: entity.id,
          item: photo.item,
          order,
          circle: entity.circle,
          entity: act.newId(),
        },
        act.ticket(),
      ),
    );
    setTyped([text.trim(), ...typed]);
    setText('');
    box.current?.querySelector<HTMLInputElement>('input[name="card"]')?.focus();
    return undefined;
  };
  return (
    <div ref={box}>
      <Form label={t('meeting.cards')} submit={t('meeting.card-keep')} onSubmit={submit}>
        <SelectField
          label={t('meeting.cards-go')}
          none={t('meeting.cards-choose')}
          options={Object.entries(CARD_GOES).map(([value, words]) => ({
            value,
            label: format.text(words[locale]),
          }))}
          value={goes}
          onChange={(value) => isGoes(value) && setGoes(value)}
        />
        <TextField
          name="card"
          label={t('meeting.card')}
          hint={t('meeting.card-hint')}
          value={text}
          onChange={setText}
          maxLength={2_000}
        />
      </Form>
      <p role="status" className="note">
        {typed.length > 0 && t('meeting.cards-kept', { n: typed.length })}
      </p>
      <ul className={css['typed']}>
        {typed.map((line, index) => (
          <li key={`${typed.length - index}`}>{format.text(line)}</li>
        ))}
      </ul>
    </div>
  );
}
