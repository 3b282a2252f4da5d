import type { PeopleService } from '../people/service.ts';
import type { PublishDeps } from './publish.ts';

/** What listening stands on. */
export interface ListeningDeps extends PublishDeps {
  readonly people: PeopleService;
}
