import { partnership } from '@tablee/domain/modules';
import type { Archive } from '../../server/src/space/archive.ts';
import { Story } from '../build/story.ts';
import { agreement } from './agreement.ts';
import { contributions } from './contribution.ts';
import { design } from './design.ts';
import { further } from './further.ts';
import { fitCheck, initiation } from './initiation.ts';
import { firstInvitation, firstMeeting } from './meeting.ts';
import { recently } from './now.ts';
import { beginning } from './people.ts';
import { secondCycle } from './second-cycle.ts';
import { implementation } from './work.ts';

/** "L'eau de la vallée / Valley Water": an invented partnership, whole, from its problem to its first lessons. */
export const valleyWater = (): Archive => {
  const story = new Story('valley-water', partnership);
  beginning(story);
  initiation(story);
  firstInvitation(story);
  fitCheck(story);
  firstMeeting(story);
  design(story);
  agreement(story);
  contributions(story);
  implementation(story);
  secondCycle(story);
  recently(story);
  further(story);
  return story.archive();
};
