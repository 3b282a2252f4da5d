import { documentRoutes } from './document/document-routes.ts';
import { libraryRoutes } from './document/library/library-routes.ts';
import { doorRoutes } from './door/doors.ts';
import { listenDoor } from './door/listen-door.ts';
import { meetingInvitationRoutes } from './door/meeting-invitation.ts';
import type { AppDeps } from './http/context.ts';
import { listeningRoutes } from './listening/routes.ts';
import type { Listening } from './listening/service.ts';
import { replyDoor } from './mail/reply-door.ts';
import { mailRoutes } from './mail/routes.ts';
import type { IncomingMail } from './mail/service.ts';
import { reportOf } from './people/report.ts';
import type { PeopleService } from './people/service.ts';
import { peopleRoutes } from './people/space-routes.ts';
import { paceDoor } from './reminder/pace-door.ts';
import { sampleRoutes } from './sample/sample-routes.ts';

/** The routes of the parts beside the spaces: each part adds its own, here and nowhere else. `backups` is their folder; without `mail`, nothing of incoming mail is served. */
export const routesOf = (
  people: PeopleService,
  backups: string,
  listening: Listening,
  mail?: IncomingMail,
): NonNullable<AppDeps['routes']> => [
  peopleRoutes(people, reportOf(backups)),
  doorRoutes(people),
  paceDoor(people),
  listenDoor(listening),
  listeningRoutes(listening),
  ...(mail === undefined ? [] : [replyDoor(mail), mailRoutes(mail)]),
  meetingInvitationRoutes(people),
  documentRoutes({ pages: people.store.pages, key: people.key }),
  libraryRoutes,
  sampleRoutes,
];
