import { PARTNERS, partRef, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { freeText, languageFact, ordinalFact } from '../fact.ts';
import {
  POSITION_COMMANDS,
  POSITION_EVENTS,
  positionsAfter,
  settlePosition,
  takePosition,
} from './position.ts';
import {
  WORDING_KIND,
  type Wording,
  type WordingRefusal,
  type WordingVersion,
  wordingState,
} from './state.ts';

const kind = z.enum(WORDING_KIND);
const written = { text: freeText(20_000), lang: languageFact };

/** A text worded in common: versions, translations, and positions that stay bound to the version they were taken on. */
export const wording = process(wordingState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'texte commun', many: 'textes communs' },
    en: { one: 'shared text', many: 'shared texts' },
  },
  events: {
    proposed: z.object({ kind, after: z.int().check(z.minimum(0)), lang: languageFact }),
    translated: z.object({ version: ordinalFact, lang: languageFact }),
    ...POSITION_EVENTS,
  },
  commands: {
    open: {
      payload: z.object({ kind, ...written }),
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      labels: { fr: 'Écrire la première version', en: 'Write the first version' },
    },
    propose: {
      payload: z.object({ after: ordinalFact, ...written }),
      who: { roles: WRITERS },
      labels: { fr: 'Proposer une version', en: 'Propose a version' },
    },
    translate: {
      payload: z.object({ version: ordinalFact, ...written }),
      who: { roles: WRITERS },
      labels: { fr: 'Traduire', en: 'Translate' },
    },
    ...POSITION_COMMANDS,
  },
  evolve(state: Wording | undefined, event): Wording | undefined {
    switch (event.verb) {
      case 'proposed': {
        const { kind: of, after, lang } = event.facts;
        const held = state ?? { kind: of, versions: [], positions: {} };
        const version: WordingVersion = {
          number: held.versions.length + 1,
          after,
          by: event.actor,
          at: event.at,
          stamp: event.stamp,
          lang,
          texts: { [lang]: event.parts[textPart(lang)] ?? partRef(textPart(lang), event.stamp, undefined) },
        };
        return { ...held, versions: [...held.versions, version] };
      }
      case 'translated': {
        const { version, lang } = event.facts;
        const ref = event.parts[textPart(lang)] ?? partRef(textPart(lang), event.stamp, undefined);
        return (
          state && {
            ...state,
            versions: state.versions.map((held) =>
              held.number === version ? { ...held, texts: { ...held.texts, [lang]: ref } } : held,
            ),
          }
        );
      }
      case 'positionTaken':
      case 'positionAcknowledged':
      case 'positionWithdrawn':
        return state && { ...state, positions: positionsAfter(state.positions, event) };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'open') {
      const { kind: of, text, lang } = command.payload;
      return {
        ok: true,
        events: [
          { verb: 'proposed', facts: { kind: of, after: 0, lang }, parts: { [textPart(lang)]: text } },
        ],
      };
    }
    if (state === undefined) return { ok: true, events: [] };
    switch (command.name) {
      case 'propose': {
        const { after, text, lang } = command.payload;
        if (after > state.versions.length)
          return refuse<WordingRefusal>('UnknownVersion', { version: after });
        return {
          ok: true,
          events: [
            { verb: 'proposed', facts: { kind: state.kind, after, lang }, parts: { [textPart(lang)]: text } },
          ],
        };
      }
      case 'translate': {
        const { version, text, lang } = command.payload;
        const held = state.versions[version - 1];
        if (held === undefined) return refuse<WordingRefusal>('UnknownVersion', { version });
        if (held.lang === lang) return refuse<WordingRefusal>('AlreadyTranslated', { lang });
        return {
          ok: true,
          events: [{ verb: 'translated', facts: { version, lang }, parts: { [textPart(lang)]: text } }],
        };
      }
      case 'take':
        return takePosition(standOn(state), command.payload, context);
      case 'acknowledge':
      case 'withdraw':
        return settlePosition(standOn(state), command.payload, command.name, context);
    }
  },
});

/** The name of the part that holds a text in one language. */
const textPart = (lang: string): string => `text-${lang}`;

const standOn = ({ positions, versions }: Wording) => ({ positions, versions: versions.length });
