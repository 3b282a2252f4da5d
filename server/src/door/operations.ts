import type { Operation } from '../http/operation.ts';

const lang = { lang: 'The language of the page: fr or en; where people answer, de and es too.' };
const page = { answer: 'A page that works without script.', type: 'text/html' } as const;

/** A page that is looked at, and pressed: looking changes nothing. */
const door = (path: string, looks: string, presses: string): readonly Operation[] => [
  { method: 'get', path, summary: looks, query: lang, ...page },
  { method: 'post', path, summary: presses, ...page },
];

/** The pages without script and the invitations that lead to them, as the interface's description prints them; a test compares them with the router. */
export const DOOR_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/c/{code}',
    summary:
      'What the code in the foot of a page, or on a sheet of paper, leads to: whether the page still stands, or where the sheet is typed in. It tells nothing of what the reader may not see.',
    query: lang,
    ...page,
  },
  {
    method: 'get',
    path: '/public/{space}',
    summary: 'The public page of a partnership, as it was published.',
    query: lang,
    ...page,
  },
  ...door(
    '/r/{token}',
    'A personal link: what is asked, and what stands in the name of the person.',
    'Answers, or confirms what was recorded for the person: fields as the page has them.',
  ),
  ...door(
    '/r/{token}/pulse',
    'The two questions after a meeting, answered without a name.',
    'Answers them; that somebody took part is kept, not what they said.',
  ),
  ...door(
    '/r/{token}/mail/{mail}',
    'What was read in a reply by e-mail, for the person who wrote it.',
    'Says that it was read rightly: only then it is recorded.',
  ),
  ...door(
    '/l/{token}',
    'A listening round: the statements, one after the other.',
    'Answers a statement, or adds one.',
  ),
  ...door('/l/{token}/voice', 'Where a voice note is handed in.', 'Hands a voice note in.'),
  ...door('/join/{token}', 'An invitation by link.', 'Takes it up.'),
  ...door('/join', 'Where a code to join is typed.', 'Takes the code.'),
  ...door('/sign-in/{token}', 'A link to sign in, which is not used up by looking.', 'Signs in.'),
  ...door(
    '/reminders/{space}/{person}/{mark}',
    'How often somebody is reminded of what is theirs, without an account.',
    'Slows or stops the reminders.',
  ),
  {
    method: 'get',
    path: '/reminders/{space}/{person}/{mark}/stop',
    summary: 'Leads to that page; looking stops nothing.',
    answer: 'The address of the page.',
  },
  {
    method: 'post',
    path: '/reminders/{space}/{person}/{mark}/stop',
    summary: 'Stops the reminders at one press of a mail program (RFC 8058).',
    answer: 'Nothing: it is done.',
  },
  ...door('/set-up/{token}', 'The first account of an installation.', 'Makes it.'),
  {
    method: 'post',
    path: '/api/spaces/{space}/meetings/{meeting}/invitations',
    summary:
      'Invites people to a meeting: personal links, texts to hand over, and e-mails where there is a mail server.',
    answer: 'One line per person, links readable this once.',
  },
];
