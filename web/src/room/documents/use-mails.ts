import { type FileRef, isObject, KEEPERS } from '@tablee/domain/kernel';
import { mailsSettled, mailsToSort } from '@tablee/domain/modules/mail';
import { useCallback, useEffect, useState } from 'react';
import { request } from '#sync/api.ts';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';

/** An attachment as it is listed. */
export interface MailFile {
  readonly name: string;
  /** Absent where it is of no kind that is taken in. */
  readonly type?: string;
}

/** What only the server holds of an e-mail. */
export interface MailText {
  readonly id: string;
  readonly sender: string;
  readonly name: string;
  readonly subject: string;
  /** What its sender wrote, without quotation and signature. */
  readonly words: string;
  readonly text: string;
  readonly files: readonly MailFile[];
  readonly whole: boolean;
  /** Its sender is in safety: nothing of it is shown. */
  readonly withheld: boolean;
}

/** What the server answers about e-mails. */
export interface Mails {
  /** False where no mail comes in. */
  readonly works: boolean;
  readonly address: string | undefined;
  readonly byId: ReadonlyMap<string, MailText>;
}

const line = (value: unknown): string => (typeof value === 'string' ? value : '');

const fileIn = (value: unknown): readonly MailFile[] =>
  isObject(value) && typeof value['name'] === 'string'
    ? [{ name: value['name'], ...(typeof value['type'] === 'string' ? { type: value['type'] } : {}) }]
    : [];

const textIn = (value: unknown): readonly MailText[] => {
  if (!isObject(value) || typeof value['id'] !== 'string') return [];
  const { id, sender, name, subject, words, text, files, whole } = value;
  const lines = { sender: line(sender), name: line(name), subject: line(subject) };
  const own = { words: line(words), text: line(text), whole: whole === true };
  const withheld = value['withheld'] === true;
  return [{ id, ...lines, ...own, withheld, files: Array.isArray(files) ? files.flatMap(fileIn) : [] }];
};

const mailsIn = (answer: unknown): Mails | undefined => {
  if (!isObject(answer) || !Array.isArray(answer['mails'])) return undefined;
  const { works, address, mails } = answer;
  return {
    works: works === true,
    address: typeof address === 'string' ? address : undefined,
    byId: new Map(mails.flatMap(textIn).map((each) => [each.id, each])),
  };
};

/** True for whoever is shown the e-mails: the secretariat, and keepers to whose circle a reply came. */
export const useSortsMail = (): boolean => {
  const you = useYou();
  const view = useView();
  if (you?.roles.includes('secretariat') === true) return true;
  const keeps = KEEPERS.some((role) => you?.roles.includes(role));
  return keeps && (mailsToSort(view).length > 0 || mailsSettled(view).length > 0);
};

/** The words of the e-mails, asked for anew when another one came: `undefined` while they are under way, `null` without network. */
export const useMails = (): Mails | null | undefined => {
  const { store } = useOpenSpace();
  const view = useView();
  const count = mailsToSort(view).length + mailsSettled(view).length;
  const [mails, setMails] = useState<{ readonly of: number; readonly held: Mails | null }>();
  useEffect(() => {
    let isGone = false;
    void request('GET', `/api/spaces/${store.space}/mails`)
      .then((answer) => mailsIn(answer) ?? null)
      .catch(() => null)
      .then((held) => {
        if (!isGone) setMails({ of: count, held });
      });
    return () => {
      isGone = true;
    };
  }, [store.space, count]);
  return mails?.held;
};

/** Takes an attachment by its number (or `text`, the words) into the files of the partnership. @throws Fault */
export const useTakeFile = (): ((mail: string, file: number | 'text') => Promise<FileRef | undefined>) => {
  const { store } = useOpenSpace();
  return useCallback(
    async (mail, file) => {
      const answer = await request('POST', `/api/spaces/${store.space}/mails/${mail}/files/${file}`);
      return isObject(answer)
        ? {
            hash: line(answer['hash']),
            name: line(answer['name']),
            size: Number(answer['size']),
            type: line(answer['type']),
          }
        : undefined;
    },
    [store.space],
  );
};
