import { addRecord, type RecordEntity } from '@tablee/domain/kernel';
import { type PHOTO_KIND, photosOf } from '@tablee/domain/modules/meeting';
import { type ReactNode, useState } from 'react';
import { smallPicture } from '#file/small-picture.ts';
import { useKeepFile } from '#file/use-keep-file.ts';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { FilePick } from '#ui/file-input.tsx';
import css from './meetings.module.css';

/**
 * Photos from the phone or a folder, made small here; each stands at its agenda item at once, with or without a network,
 * and goes to the others as soon as there is one.
 */
export function AddPhoto(props: {
  readonly entity: RecordEntity;
  readonly kind: keyof typeof PHOTO_KIND;
  readonly item?: string | undefined;
  readonly label: string;
}): ReactNode {
  const { entity, kind, item } = props;
  const view = useView();
  const act = useAct();
  const keep = useKeepFile();
  const { t } = useLocale();
  const [said, setSaid] = useState('');
  const addOne = async (file: File, order: number): Promise<string | undefined> => {
    const small = await smallPicture(file);
    if (small === undefined) return t('file.unreadable', { name: file.name });
    const taken = await keep(entity.circle, small);
    if (!taken.ok) return taken.why;
    await act.issue(
      addRecord(
        act.ticket(),
        'meetingPhoto',
        { entity: act.newId(), circle: entity.circle },
        {
          meeting: entity.id,
          kind,
          file: { ...taken.ref },
          order,
          ...(item === undefined ? {} : { item }),
        },
      ),
    );
    return undefined;
  };
  const add = async (files: readonly File[]): Promise<void> => {
    const before = photosOf(view, entity.id).length;
    for (const [index, file] of files.entries()) {
      setSaid(t('meeting.photo-sending', { n: index + 1, all: files.length }));
      const why = await addOne(file, before + index);
      if (why !== undefined) return setSaid(why);
    }
    setSaid(t('meeting.photo-kept', { n: files.length }));
  };
  return (
    <div className={css['add-photo']}>
      <FilePick label={props.label} accept="image/*" multiple onFiles={(files) => void add(files)} />
      <span role="status" className="note">
        {said}
      </span>
    </div>
  );
}
