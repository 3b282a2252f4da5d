import type { Operation } from '../../http/operation.ts';

const query = { lang: 'fr or en', filled: 'yes for the example that the invented valley filled in' };
const answer = 'The file.';

/** The addresses of the library as the interface's description prints them; a test compares them with the router. */
export const LIBRARY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/library/{kind}/{file}',
    summary:
      'A workshop format (kind format) or a template (kind template) of phase 1, to print (.pdf) or to change (.docx).',
    query,
    answer,
    type: 'application/octet-stream',
  },
];
