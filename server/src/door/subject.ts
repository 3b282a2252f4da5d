import {
  type Entity,
  type Language,
  type Moment,
  type Place,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { COMMITMENT_STATE, commitment } from '@tablee/domain/modules/commitment';
import { meeting } from '@tablee/domain/modules/meeting';
import type { Request } from '@tablee/domain/modules/request';
import { indicator } from '@tablee/domain/modules/result';
import { versionIn, wording } from '@tablee/domain/modules/wording';
import { formatDate, formatMoment, formatZone } from '@tablee/domain/text';

/** What a request is about, as the person who is asked may read it. */
export interface Subject {
  /** One line: the title of a meeting, the name of an indicator. */
  readonly title: string;
  /** A text to read before answering: the words on which a position is asked. */
  readonly text?: { readonly text: string; readonly lang: string };
  /** When, where, how much: one line each. */
  readonly lines: readonly string[];
  /** The unit in which a figure is asked. */
  readonly unit?: string;
}

const NOTHING: { readonly [L in Language]: string } = {
  fr: 'Ce dont il est question n’est plus en vue.',
  en: 'What this is about is no longer in view.',
};

const TITLE = {
  problem: { fr: 'L’énoncé du problème', en: 'The statement of the problem' },
  vision: { fr: 'La vision', en: 'The vision' },
  workingAgreement: { fr: 'Notre manière de travailler', en: 'How we work' },
} as const;

const when = (at: Moment, lang: Language): string =>
  `${formatMoment(at.instant, at.zone, lang, { weekday: true })} (${formatZone(at.zone, lang)})`;

const ofMeeting = (entity: Entity, lang: Language): Subject => {
  const at: Moment | undefined = valueOf(meeting, entity, 'moment');
  const place: Place | undefined = valueOf(meeting, entity, 'place');
  const purpose = textIn(entity, 'purpose', lang);
  return {
    title: textIn(entity, 'title', lang)?.text ?? NOTHING[lang],
    ...(purpose === undefined ? {} : { text: purpose }),
    lines: [...(at === undefined ? [] : [when(at, lang)]), ...(place === undefined ? [] : [place.name])],
  };
};

const ofWording = (entity: Entity, version: number | null, lang: Language): Subject => {
  const state = entity.kind === 'process' ? wording.read(entity.state) : undefined;
  const shown = state?.versions[(version ?? state.versions.length) - 1];
  const text = shown && versionIn(shown, lang);
  if (state === undefined || shown === undefined) return { title: NOTHING[lang], lines: [] };
  return {
    title: `${TITLE[state.kind][lang]}, version ${shown.number}`,
    ...(text === undefined ? {} : { text }),
    lines: [],
  };
};

const ofIndicator = (entity: Entity, lang: Language): Subject => {
  // As in the app: that of its target, else of its baseline, else the one that was written.
  const unit =
    (valueOf(indicator, entity, 'target') ?? valueOf(indicator, entity, 'baseline'))?.unit ??
    valueOf(indicator, entity, 'unit');
  const source = textIn(entity, 'source', lang);
  return {
    title: textIn(entity, 'name', lang)?.text ?? NOTHING[lang],
    lines: source === undefined ? [] : [source.text],
    ...(unit === undefined ? {} : { unit }),
  };
};

const ofCommitment = (entity: Entity, lang: Language): Subject => {
  const due = valueOf(commitment, entity, 'due');
  const state = valueOf(commitment, entity, 'state') ?? 'open';
  const until =
    due && (lang === 'fr' ? `Échéance : ${formatDate(due, lang)}` : `Due ${formatDate(due, lang)}`);
  return {
    title: textIn(entity, 'what', lang)?.text ?? NOTHING[lang],
    lines: [...(until ? [until] : []), COMMITMENT_STATE[state][lang]],
  };
};

/** The subject of a request in a language; the same words whether it is gone or never was in view. */
export const subjectOf = (view: View, request: Request, lang: Language): Subject => {
  const entity = view.get(request.subject);
  switch (entity?.kind === 'withdrawn' ? undefined : entity?.type) {
    case 'meeting':
      return entity ? ofMeeting(entity, lang) : { title: NOTHING[lang], lines: [] };
    case 'wording':
      return entity ? ofWording(entity, request.version, lang) : { title: NOTHING[lang], lines: [] };
    case 'indicator':
      return entity ? ofIndicator(entity, lang) : { title: NOTHING[lang], lines: [] };
    case 'commitment':
      return entity ? ofCommitment(entity, lang) : { title: NOTHING[lang], lines: [] };
    default:
      return { title: NOTHING[lang], lines: [] };
  }
};
