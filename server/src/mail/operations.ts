import type { Operation } from '../http/operation.ts';

const AT = '/api/spaces/{space}/mails';

/** The addresses of incoming mail as the interface's description prints them; a test compares them with the router. */
export const MAIL_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: AT,
    summary:
      'The words, senders and attachments of e-mails that came in and that the caller may sort; what became of them stands in the ledger (noun mail).',
    answer:
      'The address of the partnership, whether mail comes in, and the e-mails, the latest first; those from or about somebody in safety without their words.',
  },
  {
    method: 'get',
    path: `${AT}/{mail}/files/{file}`,
    summary:
      'An attachment by its number from 0, recognised by its content; "text" is the e-mail as plain text.',
    answer: 'The file.',
    type: 'application/octet-stream',
  },
  {
    method: 'post',
    path: `${AT}/{mail}/files/{file}`,
    summary:
      'Takes an attachment (or "text") into the files of the partnership, in the circle of the e-mail.',
    answer: 'The file as records refer to it: hash, name, size, type.',
  },
];
