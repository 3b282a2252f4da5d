import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Env } from '../http/context.ts';
import type { PeopleService } from '../people/service.ts';
import { entryDoors } from './entry.ts';
import { joinDoors } from './join.ts';
import { pageDoor } from './page-door.ts';
import { publicDoor } from './public.ts';
import { requestDoor } from './request-page.ts';

/** All pages without script, and the one style sheet that they share. */
export const doorRoutes =
  (people: PeopleService) =>
  (app: Hono<Env>): void => {
    const css = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
    app.get('/door.css', (c) =>
      c.body(css, 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      }),
    );
    entryDoors(app, people);
    joinDoors(app, people);
    requestDoor(app, people);
    publicDoor(app, people);
    pageDoor(app, people);
  };
