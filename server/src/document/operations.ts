import type { Operation } from '../http/operation.ts';

const AT = '/api/spaces/{space}/documents';
const query = { lang: 'fr or en', for: 'The organisation for which a letter or a briefing is written.' };
const file = {
  answer: 'The file; each of its pages carries a code.',
  type: 'application/octet-stream',
} as const;

/** The addresses of documents as the interface's description prints them; a test compares them with the router. */
export const DOCUMENT_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${AT}/{kind}/{file}`,
    summary:
      'A document made from what the caller may see: minutes, decisions, attendance, agreement, invitation, run-sheet, briefing, working-agreement or letter, as {id}.pdf or {id}.docx.',
    query,
    ...file,
  },
  {
    method: 'get',
    path: `${AT}/concept-note/{file}`,
    summary: 'A concept note, as {id}.pdf or {id}.docx.',
    query: { lang: 'fr or en' },
    ...file,
  },
  {
    method: 'get',
    path: `${AT}/paper/{file}`,
    summary: 'A run of paper sheets, as {id}.pdf or {id}.docx.',
    ...file,
  },
  {
    method: 'get',
    path: `${AT}/quarter/{file}`,
    summary: 'The half pages of a quarter, as {quarter}.pdf or {quarter}.docx.',
    query: { lang: 'fr or en' },
    ...file,
  },
  {
    method: 'get',
    path: `${AT}/calendar/{file}`,
    summary: 'A meeting for a calendar program, as {id}.ics.',
    answer: 'The file.',
    type: 'text/calendar',
  },
  {
    method: 'get',
    path: `${AT}/code/{id}`,
    summary: 'The code of a version that somebody brought as a file, to be put in the foot of its pages.',
    answer: 'The address to which the code leads, and the foot with it.',
  },
];
