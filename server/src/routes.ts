import { documentRoutes } from './document/document-routes.ts';
import { doorRoutes } from './door/doors.ts';
import type { AppDeps } from './http/context.ts';
import type { PeopleService } from './people/service.ts';
import { peopleRoutes } from './people/space-routes.ts';

/** The routes of the parts beside the spaces: each part adds its own, here and nowhere else. */
export const routesOf = (people: PeopleService): NonNullable<AppDeps['routes']> => [
  peopleRoutes(people),
  doorRoutes(people),
  documentRoutes,
];
