import {
  addRecord,
  type Command,
  elementSlot,
  type Json,
  PARTNERS,
  processCommand,
} from '@tablee/domain/kernel';
import { journeyId } from '@tablee/domain/modules/partnership';
import type { NewSpace } from '@tablee/domain/protocol';
import { idFrom, instant, type Runtime } from './runtime.ts';

/** The commands by which a space begins: the system lets the founder in, then the founder says what it is about. */
export interface Founding {
  readonly bySystem: readonly Command[];
  readonly byFounder: readonly Command[];
}

/** The same step of the same founding gives the same id, so that a founding that was cut off can be repeated. */
const stepId = (runtime: Runtime, space: string, step: string): string =>
  idFrom(Buffer.from(runtime.hash(`found ${step} ${space}`), 'hex'));

/** Lets a person in as secretariat and core: whoever creates or imports a space. */
export const joinAsKeeper = (runtime: Runtime, space: string, person: string): Command =>
  processCommand(
    ticket(runtime, space),
    'member.join',
    { entity: person, circle: PARTNERS },
    { roles: ['secretariat', 'core'] },
  );

const ticket = (runtime: Runtime, space: string) => ({
  id: runtime.id(),
  space,
  saidAt: instant(runtime.now()),
});

/** Founds a partnership from one sentence: the record of the space, its journey, the first wording of its problem. */
export const foundingCommands = (runtime: Runtime, asked: NewSpace, person: string): Founding => {
  const { space, title, problem, language, languages, zone, place } = asked;
  const slots: Record<string, Json> = { name: { lang: language, text: title }, zone };
  for (const tag of languages) slots[elementSlot('languages', tag)] = true;
  if (place !== undefined) slots['place'] = { name: place };
  const words = { kind: 'problem', text: problem, lang: language };
  return {
    bySystem: [joinAsKeeper(runtime, space, person)],
    byFounder: [
      addRecord(ticket(runtime, space), 'partnership', { entity: space, circle: PARTNERS }, slots),
      processCommand(
        ticket(runtime, space),
        'journey.begin',
        { entity: journeyId(space), circle: PARTNERS },
        {},
      ),
      processCommand(
        ticket(runtime, space),
        'wording.open',
        { entity: stepId(runtime, space, 'problem'), circle: PARTNERS },
        words,
      ),
    ],
  };
};
