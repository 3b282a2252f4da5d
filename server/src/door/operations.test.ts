import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOCUMENT_OPERATIONS } from '../document/operations.ts';
import { type Bed, openBed } from '../http/fixture.ts';
import { openPeopleBed, type PeopleBed } from '../people/fixture.ts';
import { DOOR_OPERATIONS } from './operations.ts';

/** Doors of parts that this bed does not open: they are looked at where they are. */
const ELSEWHERE = /^\/(l\/|r\/:token\/(mail|pulse))|^\/api\//;

const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

let people: PeopleBed;
let bed: Bed;
beforeAll(async () => {
  people = await openPeopleBed();
  bed = await openBed({});
});
afterAll(async () => {
  await people.dispose();
  await bed.dispose();
});

it('describes every page without script, the code of a document among them, and none that is not there', () => {
  const routes = people.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !/^\/(api|healthz|door\.css|\*|$)/.test(path))
    .map(({ path }) => path)
    .filter((path) => !ELSEWHERE.test(path));
  const described = DOOR_OPERATIONS.map(({ path }) => routeOf(path)).filter((path) => !ELSEWHERE.test(path));
  expect([...new Set(described)].sort()).toEqual([...new Set(routes)].sort());
  expect(described).toContain('/c/:code');
});

it('prints them, and the addresses of documents, in the description of the interface', async () => {
  const document = JSON.stringify(await (await bed.ask(undefined, '/api/openapi.json')).json());
  for (const { path } of [...DOOR_OPERATIONS, ...DOCUMENT_OPERATIONS])
    expect(document).toContain(`"${path}"`);
});
