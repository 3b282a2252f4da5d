import { addRecord, type RecordEntity } from '@tablee/domain/kernel';
import { type PHOTO_KIND, photosOf } from '@tablee/domain/modules/meeting';
import { type ReactNode, useId, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { UploadRefused, upload } from '#sync/upload.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import css from './meetings.module.css';
import { smallPicture } from './small-picture.ts';

/** Photos from the phone or a folder, made small here before they leave; each stands at its agenda item. */
export function AddPhoto(props: {
  readonly entity: RecordEntity;
  readonly kind: keyof typeof PHOTO_KIND;
  readonly item?: string | undefined;
  readonly label: string;
}): ReactNode {
  const { entity, kind, item } = props;
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const id = useId();
  const [said, setSaid] = useState('');
  const add = async (files: readonly File[]): Promise<void> => {
    const before = photosOf(view, entity.id).length;
    for (const [index, file] of files.entries()) {
      setSaid(t('meeting.photo-sending', { n: index + 1, all: files.length }));
      const small = await smallPicture(file);
      if (small === undefined) {
        setSaid(t('meeting.photo-unreadable', { name: file.name }));
        return;
      }
      try {
        const kept = await upload(store.space, entity.circle, small, () => undefined);
        await act.issue(
          addRecord(
            act.ticket(),
            'meetingPhoto',
            { entity: act.newId(), circle: entity.circle },
            {
              meeting: entity.id,
              kind,
              file: { ...kept },
              order: before + index,
              ...(item === undefined ? {} : { item }),
            },
          ),
        );
      } catch (fault) {
        setSaid(fault instanceof UploadRefused ? fault.message : t('meeting.photo-failed'));
        return;
      }
    }
    setSaid(t('meeting.photo-kept', { n: files.length }));
  };
  return (
    <div className={css['add-photo']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same photo chosen again must count as a change.
          event.target.value = '';
          void add(files);
        }}
      />
      <span role="status" className="note">
        {said}
      </span>
    </div>
  );
}
