import { PROTOCOL } from '@tablee/domain/protocol';
import { Hono } from 'hono';
import { apiRoutes } from './api-page.ts';
import { archiveRoutes } from './archive-routes.ts';
import type { AppDeps, Env } from './context.ts';
import { feedRoute } from './feed-route.ts';
import { fileRoutes } from './file-routes.ts';
import { guard } from './guard.ts';
import { personalRoutes } from './personal-routes.ts';
import { spaceRoutes } from './space-routes.ts';
import { webRoutes } from './web.ts';

/** The whole HTTP face of the server, testable with `app.request()`. */
export const createApp = (deps: AppDeps): Hono<Env> => {
  const app = new Hono<Env>();
  guard(app, deps);
  app.get('/healthz', (c) => c.json({ status: 'ok', protocol: PROTOCOL, feeds: deps.spaces.hub.size }));
  spaceRoutes(app, deps);
  feedRoute(app, deps);
  fileRoutes(app, deps);
  personalRoutes(app, deps);
  archiveRoutes(app, deps);
  apiRoutes(app, deps);
  for (const add of deps.routes ?? []) add(app, deps);
  webRoutes(app, deps);
  return app;
};
