import {
  addRecord,
  around,
  CORE,
  type JsonObject,
  PARTNERS,
  PUBLIC,
  processCommand,
  type Role,
  SECRETARIAT,
} from '@tablee/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  found,
  openPeopleBed,
  PASSWORD,
  type PeopleBed,
  read,
  setUp,
} from '../people/fixture.ts';
import { newId } from '../people/secret.ts';
import { type Canary, canariesFor, heardIn, papersOf, plant } from './canary.ts';
import { lettersOf, textOfAnswer } from './printed.ts';

const GROUP = newId();
const roomId = newId();
const PERSONAL = { circle: 'vault', word: 'qzvhxkwyjbft' };
const canaries: readonly Canary[] = canariesFor([PUBLIC, PARTNERS, CORE, SECRETARIAT, GROUP]);
/** Stands in the working map of the steward, who named the secretariat as its reader: in no circle at all. */
const MAP = { circle: 'working-map', word: 'wkmpqyzvtrhj' };
/** Stands in every text of a group among itself: its name, mandate, delegates, conversation, positions, reports, papers. */
const ROOM = { circle: 'room', word: 'vjqtzkhwmxpf' };
const OPEN = [PARTNERS, PUBLIC];
const all: readonly Canary[] = [...canaries, PERSONAL, MAP, ROOM];

let bed: PeopleBed;
let space: string;
const people = new Map<string, Browser>();
let personalLink = '';
/** A meeting of each circle, with the word of that circle in its title. */
const meetings: string[] = [];
/** The documents made from what stands in a circle, and whose words they may hold: its own and those around it. */
const documents = new Map<string, readonly string[]>();

const join = async (
  awa: Browser,
  name: string,
  roles: readonly Role[],
  more: object = {},
): Promise<string> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/invitations`, {
    name,
    roles,
    way: 'link',
    ...more,
  });
  const made = await read<{ url: string; person: string }>(answer);
  const browser = bed.browser();
  const fields = { name, email: `${name}@vallee.test`, password: PASSWORD, language: 'fr', step: 'join' };
  const joined = await browser.submit(new URL(made.url).pathname, fields);
  if (joined.status !== 303) throw new Error(`${joined.status} ${await joined.text()}`);
  people.set(name, browser);
  return made.person;
};

const send = async (browser: Browser, ...commands: readonly object[]): Promise<void> => {
  const answer = await browser.json('POST', `/api/spaces/${space}/commands`, { commands });
  const body = await answer.text();
  if (!body.includes('"accepted"') || body.includes('"refused"')) throw new Error(body);
};

/** A room that holds a word in each of its texts. */
const furnish = async (group: Browser): Promise<void> => {
  const { word } = ROOM;
  const entity = roomId;
  const act = (verb: string, payload: JsonObject): Promise<void> => {
    const ticket = { id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() };
    return send(group, processCommand(ticket, `group.${verb}`, { entity, circle: GROUP }, payload));
  };
  await act('found', { kind: 'constituency', name: `Nous ${word}`, mandate: `Dire ${word}` });
  await act('nameDelegate', { delegate: newId(), name: `Binta ${word}`, task: `Taxe ${word}` });
  await act('say', { message: newId(), text: `Entre nous ${word}` });
  await act('word', { position: newId(), after: 0, lang: 'fr', title: `Taxe ${word}`, text: `Non ${word}` });
  await act('bring', { paper: newId(), title: `Note ${word}`, text: `Pour nous ${word}` });
  await act('report', { report: newId(), on: '2026-01-10', text: `Entendu ${word}`, next: `Puis ${word}` });
  const saidAt = new Date(bed.clock.time).toISOString();
  const paper = { title: { lang: 'fr', text: `Note ${word}` } };
  const ticket = { id: newId(), space, saidAt };
  await send(group, addRecord(ticket, 'document', { entity: newId(), circle: GROUP }, paper));
};

/** The meeting that all partners read, and at which a point of every circle stands. */
const everybodys = (): string => meetings[canaries.findIndex(({ circle }) => circle === PARTNERS)] ?? '';

const MEETING_KINDS = ['minutes', 'run-sheet', 'invitation', 'decisions'];

/** Everything that goes on paper, in every circle: it may hold the words that all readers of the circle read. */
const paper = async (awa: Browser, group: Browser): Promise<void> => {
  const saidAt = new Date(bed.clock.time).toISOString();
  const ticket = () => ({ id: newId(), space, saidAt });
  const [organisation, agreement] = [newId(), newId()];
  const at = (entity: string) => ({ entity, circle: PARTNERS });
  await send(awa, addRecord(ticket(), 'actor', at(organisation), { name: 'Régie', sector: 'state' }));
  const terms = { title: 'Accord', kind: 'charter', languages: ['fr'] };
  await send(awa, processCommand(ticket(), 'agreement.prepare', at(agreement), terms));
  const shared = { agreement, meeting: everybodys() };
  for (const [index, canary] of canaries.entries()) {
    const meeting = meetings[index] ?? '';
    const isKept = canary.circle !== GROUP;
    const matter = { meeting, organisation, everybodys: shared, prefix: `AC7${'KMNPQ'[index]}`, isKept };
    const { commands, files } = papersOf(canary, { space, language: 'fr', id: newId, saidAt }, matter);
    await send(isKept ? awa : group, ...commands);
    for (const file of [...files, ...MEETING_KINDS.map((kind) => `${kind}/${meeting}`)])
      documents.set(`${file}.docx`, around(canary.circle));
    // What outsiders are given of a note is what partners read.
    for (const file of files)
      if (file.startsWith('concept-note/'))
        documents.set(`${file}.docx`, [...around(canary.circle), PARTNERS]);
    documents.set(`minutes/${meeting}.pdf`, around(canary.circle));
    documents.set(`calendar/${meeting}.ics`, around(canary.circle));
  }
  for (const file of [`agreement/${agreement}`, `briefing/${organisation}`, 'quarter/2026-Q1'])
    documents.set(`${file}.docx`, OPEN);
};

beforeAll(async () => {
  bed = await openPeopleBed();
  const awa = await setUp(bed);
  people.set('awa', awa);
  space = await found(awa);
  const named = await join(awa, 'secretariat', ['secretariat']);
  await join(awa, 'core', ['core']);
  const reader = await join(awa, 'group', ['coordinator']);
  for (const role of ['chair', 'leader', 'focal', 'deputy', 'observer'] as const)
    await join(awa, role, [role]);
  await join(awa, 'helper', ['helper'], { until: '2026-12-31' });
  const stranger = bed.browser();
  people.set('nobody', bed.browser());
  people.set('stranger', stranger);
  const account = {
    id: newId(),
    name: 'S',
    emailProven: false,
    language: 'fr',
    steward: true,
    created: 0,
  } as const;
  await bed.people.store.accounts.add(account);
  const token = await bed.people.sessions.open({ account: account.id, noTrace: false, agent: '' });
  stranger.cookies.set('tablee', token);
  const saidAt = new Date(bed.clock.time).toISOString();
  const ticket = { space, language: 'fr', id: newId, saidAt } as const;
  const group = people.get('group') ?? awa;
  const opening = { purpose: 'group', readers: [reader], name: `Entre nous ${ROOM.word}` };
  await send(
    group,
    processCommand(
      { id: newId(), space, saidAt },
      'circle.open',
      { entity: GROUP, circle: PARTNERS },
      opening,
    ),
  );
  await furnish(group);
  for (const canary of canaries) {
    const author = canary.circle === GROUP ? group : awa;
    await send(author, plant(canary, ticket));
    const entity = newId();
    const title = {
      title: { lang: 'fr', text: `Atelier ${canary.word}` },
      moment: { instant: '2026-03-12T09:00:00.000Z', zone: 'Africa/Dakar' },
    };
    const held = { entity, circle: canary.circle };
    await send(author, addRecord({ id: newId(), space, saidAt }, 'meeting', held, title));
    meetings.push(entity);
  }
  await paper(awa, group);
  // The same word in what is kept of rights holders and promised to them.
  const guarded = canaries.find(({ circle }) => circle === GROUP)?.word ?? '';
  const holder = newId();
  const at = { id: newId(), space, saidAt };
  const words = { lang: 'fr', text: `Promis ${guarded}` };
  await send(group, addRecord(at, 'rightsHolder', { entity: holder, circle: GROUP }, { group: guarded }));
  await send(
    group,
    addRecord(
      { ...at, id: newId() },
      'rightsPromise',
      { entity: newId(), circle: GROUP },
      {
        to: holder,
        promise: words,
      },
    ),
  );
  const card = await awa.json('POST', `/api/spaces/${space}/people`, { name: 'Binta', phone: PERSONAL.word });
  const { person } = await read<{ person: string }>(card);
  const meeting = newId();
  const slots = { title: { lang: 'fr', text: 'Atelier' } };
  const add = {
    id: newId(),
    space,
    saidAt,
    type: 'meeting.add',
    entity: meeting,
    circle: PARTNERS,
    payload: { slots },
    base: {},
  };
  await send(awa, add);
  const asked = { person, kind: 'confirmMeeting', subject: meeting };
  const link = await read<{ url: string }>(await awa.json('POST', `/api/spaces/${space}/links`, asked));
  personalLink = new URL(link.url).pathname;
  for (const [id, value] of [
    [space, { readers: [{ person: named, writes: false }] }],
    [newId(), { influence: 9, leaning: 'opposes', reason: `Contrat ${MAP.word}` }],
  ] as const) {
    const item = { id, kind: 'working-map', value, expires: '2099-01-01', changedAt: saidAt };
    const kept = await awa.json('PUT', `/api/spaces/${space}/personal/${id}`, item);
    if (kept.status !== 200) throw new Error(await kept.text());
  }
}, 60_000);
afterAll(() => bed.dispose());

/** The first seconds of a feed from its beginning. */
const feedOf = async (browser: Browser): Promise<string> => {
  const answer = await browser.get(`/api/spaces/${space}/feed?after=0`);
  if (answer.status !== 200 || answer.body === null) return answer.text();
  const reader = answer.body.getReader();
  const chunks: Uint8Array[] = [];
  for (let waited = 0; waited < 6; waited += 1) {
    const chunk = await Promise.race([
      reader.read(),
      new Promise<undefined>((go) => setTimeout(() => go(undefined), 150)),
    ]);
    if (chunk === undefined || chunk.done) break;
    chunks.push(chunk.value);
  }
  await reader.cancel();
  return Buffer.concat(chunks).toString('utf8');
};

/** Everything that the server says to somebody: pages, data, lists, feeds. */
const outputsFor = async (name: string): Promise<readonly (readonly [string, string])[]> => {
  const browser = people.get(name) ?? bed.browser();
  const inSpace = [
    'snapshot',
    'history',
    'proof',
    'people',
    'people/review',
    'invitations',
    'links',
    'personal',
    'copies',
    'export',
  ];
  const searches = all.map(({ word }) => `search?q=${word}`);
  const addresses = [
    ...[...inSpace, ...searches].map((part) => `/api/spaces/${space}/${part}`),
    '/api/spaces',
    '/api/session',
    '/api/sessions',
    '/api/installation',
    `/public/${space}`,
    personalLink,
    '/join',
    '/healthz',
  ];
  for (const file of documents.keys()) addresses.push(`/api/spaces/${space}/documents/${file}`);
  const outputs: (readonly [string, string])[] = [['feed', await feedOf(browser)]];
  for (const address of addresses) {
    const text = await textOfAnswer(await browser.get(address));
    // A page breaks a word at its edge: there its letters are looked through as well.
    outputs.push([address, address.includes('/documents/') ? `${text}\n${lettersOf(text)}` : text]);
  }
  return outputs;
};

const heardBy = async (name: string): Promise<readonly string[]> => {
  const heard = new Set<string>();
  for (const [address, output] of await outputsFor(name)) {
    // A search repeats what was asked only in its address, never in its answer.
    for (const circle of heardIn(output, all)) {
      heard.add(circle);
      // Whoever reads a working map reads it there alone: in no list, search, history or export.
      if (circle === MAP.circle) expect(address).toBe(`/api/spaces/${space}/personal`);
    }
    // Whoever has it made may read more: nothing of that gets onto the page.
    const file = address.split('/documents/')[1] ?? '';
    const may = documents.get(file);
    if (may !== undefined)
      expect([file, heardIn(output, all).filter((circle) => !may.includes(circle))]).toEqual([file, []]);
    if (address.startsWith('/public/'))
      expect(heardIn(output, all).filter((circle) => circle !== PUBLIC)).toEqual([]);
  }
  return [...heard].sort();
};

describe('a word per circle', () => {
  it.each([
    ['nobody', [PUBLIC]],
    ['stranger', [PUBLIC]],
    ['observer', OPEN],
    ['chair', OPEN],
    ['leader', OPEN],
    ['focal', OPEN],
    ['deputy', OPEN],
    ['helper', OPEN],
    ['core', [CORE, ...OPEN]],
    ['secretariat', [...OPEN, SECRETARIAT, 'vault', 'working-map']],
    ['group', [GROUP, ...OPEN, 'room'].sort()],
    ['awa', [CORE, ...OPEN, SECRETARIAT, 'vault', 'working-map']],
  ])(
    'is read by %s in their circles and in no output beside',
    async (name, expected) => {
      expect(await heardBy(name)).toEqual([...expected].sort());
    },
    60_000,
  );

  it('stands in no address of the room either: the secretariat is answered as if it were not there', async () => {
    const awa = people.get('awa') ?? bed.browser();
    const ask = async (entity: string, circle: string): Promise<string> => {
      const ticket = { id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() };
      const command = processCommand(ticket, 'group.close', { entity, circle }, {});
      const answer = await awa.json('POST', `/api/spaces/${space}/commands`, { commands: [command] });
      return (await answer.text()).replaceAll(ticket.id, '').replaceAll(entity, '').replaceAll(circle, '');
    };
    const absent = await ask(newId(), newId());
    expect(absent).toContain('NotFound');
    expect(await ask(roomId, GROUP)).toBe(absent);
    const lists = await Promise.all(
      ['snapshot', 'history', 'export', 'people'].map(async (part) =>
        textOfAnswer(await awa.get(`/api/spaces/${space}/${part}`)),
      ),
    );
    for (const list of lists) for (const id of [GROUP, roomId]) expect(list).not.toContain(id);
  });

  it('is read back from what is printed, so that a leak on paper would not pass', async () => {
    const awa = people.get('awa') ?? bed.browser();
    const printed = new Map<string, readonly string[]>();
    for (const file of documents.keys()) {
      const answer = await awa.get(`/api/spaces/${space}/documents/${file}`);
      if (answer.status === 200) printed.set(file, heardIn(lettersOf(await textOfAnswer(answer)), all));
    }
    const spoken = (kind: string): readonly string[] =>
      [...printed].filter(([file]) => file.startsWith(`${kind}/`)).flatMap(([, heard]) => heard);
    for (const kind of [
      ...MEETING_KINDS.slice(0, 3),
      'agreement',
      'concept-note',
      'paper',
      'quarter',
      'calendar',
    ])
      expect([kind, spoken(kind)]).toEqual([kind, expect.arrayContaining([PARTNERS])]);
    expect(spoken('letter')).toContain(SECRETARIAT);
    expect(spoken('working-agreement')).toContain(CORE);
    // A page breaks a word at its edge: there its letters are put together again.
    expect(printed.get(`minutes/${everybodys()}.pdf`)).toEqual(printed.get(`minutes/${everybodys()}.docx`));
  });

  it('is in no line of the log', () => {
    expect(bed.lines.length).toBeGreaterThan(100);
    expect(heardIn(bed.lines.join(''), all)).toEqual([]);
  });

  it('is found in base64 and whatever its case, so that a planted leak does not pass', () => {
    const [first] = canaries;
    const word = first?.word ?? '';
    for (const leak of [
      word.toUpperCase(),
      Buffer.from(`a${word}b`).toString('base64'),
      Buffer.from(word).toString('base64url'),
    ])
      expect(heardIn(`… ${leak} …`, canaries)).toEqual([PUBLIC]);
  });
});
