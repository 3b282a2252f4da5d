import { PARTNERS, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, fileFact, freeText, idFact, languageFact } from '../fact.ts';
import { voiceOf } from '../voice.ts';
import { type GroupRefusal, type Statement, statementState } from './state.ts';

const facts = {
  kind: z.enum(['position', 'delegates', 'paper']),
  organisation: z.optional(idFact),
  about: z.optional(idFact),
  lang: languageFact,
  confirmed: z.optional(z.object({ how: z.enum(['meeting', 'inWriting', 'byMandate']), on: dayFact })),
};
const none = z.object({});

/**
 * What a group said to others, in words that do not change any more and under the name it chose. Who published it can
 * take it back; that says that it no longer stands and calls no copy back.
 */
export const statement = process(statementState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'texte d’un groupe', many: 'textes de groupes' },
    en: { one: 'statement of a group', many: 'statements of groups' },
  },
  events: { published: z.object(facts), withdrawn: none },
  commands: {
    publish: {
      payload: z.object({
        ...facts,
        group: freeText(300),
        title: freeText(300),
        text: freeText(20_000),
        file: z.optional(fileFact),
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Publier', en: 'Publish' },
    },
    withdraw: {
      payload: none,
      who: { roles: [], own: WRITERS },
      labels: { fr: 'Ne plus soutenir', en: 'Stand by it no longer' },
    },
  },
  evolve(state: Statement | undefined, event): Statement | undefined {
    if (event.verb === 'withdrawn')
      return state && { ...state, withdrawn: { at: event.at, by: event.actor } };
    const { organisation, about, confirmed, ...said } = event.facts;
    const published: Statement = {
      ...said,
      organisation: organisation ?? null,
      about: about ?? null,
      confirmed: confirmed ?? null,
      group: event.parts['group'] ?? null,
      title: event.parts['title'] ?? null,
      text: event.parts['text'] ?? null,
      file: event.parts['file'] ?? null,
      by: event.actor,
      at: event.at,
      withdrawn: null,
    };
    return state ?? published;
  },
  decide(command, state, _view, context) {
    if (command.name === 'withdraw') {
      if (state === undefined) return refuse('NotFound');
      if (state.by !== context.actor.id) return refuse<GroupRefusal>('NotYourStatement');
      return { ok: true, events: state.withdrawn === null ? [{ verb: 'withdrawn', facts: {} }] : [] };
    }
    const { group, title, text, file, ...said } = command.payload;
    // A keeper who enters for others cannot publish in their name.
    if (said.organisation !== undefined && voiceOf(context.actor, said.organisation) !== 'itself')
      return refuse<GroupRefusal>('NotYourOrganisation');
    const parts = { group, title, text, ...(file === undefined ? {} : { file }) };
    return { ok: true, events: [{ verb: 'published', facts: said, parts }] };
  },
  owner: (state) => state.by,
});
