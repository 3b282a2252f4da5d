import { expect, it } from 'vitest';
import { openPeopleBed } from './fixture.ts';
import { PEOPLE_OPERATIONS } from './operations.ts';

it('describes every address of people, and none that is not there', async () => {
  const bed = await openPeopleBed();
  const others =
    /^\/api\/spaces(\/:space\/(commands|snapshot|feed|history|proof|search|copies|files|personal|export|documents)|$)/;
  const routes = bed.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !others.test(path))
    .map(({ method, path }) => `${method} ${path}`)
    .filter(
      (route) =>
        ![
          'GET /api/spaces/:space/people',
          'GET /api/openapi.json',
          'GET /api/style.css',
          'POST /api/import',
        ].includes(route),
    );
  const described = PEOPLE_OPERATIONS.map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  expect([...described].sort()).toEqual([...new Set(routes)].sort());
  const document = JSON.stringify(await (await bed.browser().get('/api/openapi.json')).json());
  for (const { path } of PEOPLE_OPERATIONS) expect(document).toContain(`"${path}"`);
  await bed.dispose();
});
