import { MAX_FILE } from '@tablee/domain/file';
import type { FileRef } from '@tablee/domain/kernel';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSize } from '../file/use-keep-file.ts';
import { useBytesAddress } from '../file/use-kept-file.ts';
import { useFormat, useText } from '../locale/use-text.tsx';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { FilePick } from '../ui/file-input.tsx';
import css from './note-files.module.css';
import { canRecord, type Recording, record } from './recorder.ts';
import type { NoteFilesState } from './use-note-files.ts';

/** Photos and sounds of a note: taken, recorded or chosen; each can be looked at, heard and removed before it is kept. */
export function NoteFiles({ files }: { readonly files: NoteFilesState }): ReactNode {
  const t = useText();
  const size = useSize();
  const count = files.held.length + files.fresh.length;
  return (
    <details className={css['files']} open={count > 0}>
      <summary>{t('file.note-add')}</summary>
      <p className="note">{t('file.note-limit', { size: size(MAX_FILE) })}</p>
      <ul className={css['list']}>
        {files.held.map((file) => (
          <li key={file.hash}>
            <span>{file.name}</span>
            <Remove file={file} files={files} />
          </li>
        ))}
        {files.fresh.map((file, at) => (
          <li key={`${at}-${file.size}`}>
            <Fresh file={file} />
            <Remove file={file} files={files} />
          </li>
        ))}
      </ul>
      <FilePick
        label={t('file.note-photo')}
        accept="image/*"
        multiple
        onFiles={(chosen) => void files.add(chosen)}
      />
      {canRecord() && <Record files={files} />}
      <FilePick
        label={t('file.note-sound')}
        accept="audio/*"
        multiple
        onFiles={(chosen) => void files.add(chosen)}
      />
      <p role="status" className="note">
        {files.said}
      </p>
    </details>
  );
}

function Remove(props: { readonly file: FileRef | File; readonly files: NoteFilesState }): ReactNode {
  const t = useText();
  return (
    <ActionButton kind="quiet" onPress={() => props.files.remove(props.file)}>
      {t('ui.file.remove', { name: props.file.name })}
    </ActionButton>
  );
}

function Fresh({ file }: { readonly file: File }): ReactNode {
  const url = useBytesAddress(file);
  if (file.type.startsWith('image/')) return <img src={url} alt={file.name} />;
  return (
    <audio controls src={url} aria-label={file.name}>
      <track kind="captions" label={file.name} />
    </audio>
  );
}

/** The longest memo, in seconds: then it ends by itself and is kept. */
const LONGEST = 600;

function Record({ files }: { readonly files: NoteFilesState }): ReactNode {
  const t = useText();
  const format = useFormat();
  const running = useRef<Recording>(undefined);
  const [seconds, setSeconds] = useState<number>();
  const [isRefused, setRefused] = useState(false);
  const begin = async (): Promise<void> => {
    running.current = await record();
    setRefused(running.current === undefined);
    if (running.current !== undefined) setSeconds(0);
  };
  const end = async (): Promise<void> => {
    const recording = running.current;
    running.current = undefined;
    setSeconds(undefined);
    if (recording !== undefined) await files.add([await recording.stop()]);
  };
  useEffect(() => {
    if (seconds === undefined) return undefined;
    const next = setTimeout(() => (seconds < LONGEST ? setSeconds(seconds + 1) : void end()), 1_000);
    return () => clearTimeout(next);
  });
  // Leaving the page closes the microphone.
  useEffect(() => () => running.current?.cancel(), []);
  return (
    <>
      <ActionRow>
        {seconds === undefined ? (
          <ActionButton onPress={() => void begin()}>{t('file.note-record')}</ActionButton>
        ) : (
          <ActionButton onPress={() => void end()}>{t('file.note-stop')}</ActionButton>
        )}
        {seconds !== undefined && <span>{t('file.note-recording', { n: format.number(seconds) })}</span>}
      </ActionRow>
      {isRefused && <p role="alert">{t('file.note-silent')}</p>}
    </>
  );
}
