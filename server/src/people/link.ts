import {
  type Actor,
  canRead,
  type Entities,
  isObject,
  PARTNERS,
  restrict,
  textOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { invitationState } from '@tablee/domain/modules/meeting';
import { partnership as partnershipRecord } from '@tablee/domain/modules/partnership';
import {
  ACT_WORDS,
  type DoorLanguage,
  type DoorWords,
  fourLines,
  isDoorLanguage,
  mayBeNamed,
  REQUEST_KIND,
  type Request,
  requestState,
  type Subject,
  subjectOf,
  worded,
} from '@tablee/domain/modules/request';
import { formatDeadline } from '@tablee/domain/text';
import { languageOf, lineOf } from './form.ts';
import { type InvitationTools, titleOfSpace } from './invitation.ts';
import { type RequestWords, requestLetter } from './letter.ts';
import type { Card, PersonalLink, ServerLanguage } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import { hashOf, newId, newToken } from './secret.ts';
import { serverCommand } from './space-desk.ts';

const DAY = 86_400_000;

/**
 * A request without a deadline stays open 60 days; what was recorded stays readable 30 days after the end. Until 90
 * days after it the link is known as one that is over; then it is forgotten, and answered like one never given out.
 */
export const LINK = { open: 60 * DAY, readable: 30 * DAY, known: 90 * DAY } as const;

/** A personal link as it was just made: the only time that its address is readable. */
export interface LinkMade {
  readonly ok: true;
  readonly id: string;
  readonly request: string;
  readonly url: string;
  /** Four lines to paste into WhatsApp. */
  readonly text: string;
  readonly email: { readonly subject: string; readonly text: string };
  /** True when the server sends the e-mail. */
  readonly mailed: boolean;
  /** ISO 8601 UTC. */
  readonly closes: string;
}

/** A line of the list of links. */
export interface LinkLine {
  readonly id: string;
  readonly request: string;
  readonly person: string;
  readonly created: string;
  readonly closes: string;
  readonly revoked: boolean;
}

/** The state of a request; `undefined` when the id is of something else. */
export const requestIn = (entities: Entities, id: string): Request | undefined => {
  const entity = entities.get(id);
  return entity?.kind === 'process' && entity.type === 'request'
    ? requestState.read(entity.state)
    : undefined;
};

/** The home zone of a space; UTC when it has none that exists. */
export const zoneOf = (entities: Entities, space: string): string => {
  const zone = valueOf(partnershipRecord, entities.get(space), 'zone') ?? 'UTC';
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC';
};

/** The end of a day in a zone, in milliseconds: 23:59:59.999 there. */
export const endOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;

/** Asks a person for an answer: opens the request when it is not there yet, as the one who asks, and makes the link. */
export const makeLink = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
  body: unknown,
): Promise<LinkMade | Refused> => {
  if (!isObject(body) || typeof body['person'] !== 'string') return refused('Invalid');
  const card = await tools.store.cards.byId(space, body['person']);
  if (card === undefined || card.erased !== undefined) return refused('NotFound');
  if (card.withdrawn) return refused('PersonInSafety');
  const wait = tools.limiter.take('invitation', by.id, tools.clock());
  if (wait > 0) return refused('TooManyTries', { wait });
  const opened = await openRequest(tools, space, by, body);
  if (!opened.ok) return opened;
  const entities = await tools.spaces.read(space);
  const asked = entities && requestIn(entities, opened.request);
  if (entities === undefined || asked === undefined) return refused('NotFound');
  if (asked.state === 'closed') return refused('RequestClosed');
  if (asked.person !== null && asked.person !== card.id) return refused('Invalid');
  const wished = body['language'] ?? card.language;
  const language = isDoorLanguage(wished) ? wished : languageOf(wished);
  const made = await openLink(tools, entities, { card, request: opened.request, asker: by.id, language });
  if (made === undefined) return refused('RequestClosed');
  const { link, url } = made;
  const words = await wordsFor(tools, entities, { link, asked, url });
  // The server writes its letters in two languages; four lines and the page behind them exist in four.
  const { subject, text, html } = requestLetter(language === 'fr' ? 'fr' : 'en', {
    ...words,
    takesReply: tools.mailIn !== undefined && card.email !== undefined && tools.post.works,
  });
  const isMailed = body['send'] === true && card.email !== undefined && tools.post.works;
  if (isMailed) {
    const purpose = { kind: 'request', space, person: card.id, sender: by.id, carries: link.id } as const;
    await tools.post.send({ to: card.email ?? '', subject, text, html, link: link.id, purpose }, DAY);
  }
  return {
    ok: true,
    id: link.id,
    request: link.request,
    url: words.url,
    text: fourLines(words, language),
    email: { subject, text },
    mailed: isMailed,
    closes: new Date(link.closes).toISOString(),
  };
};

/** A fresh personal link to a request; `undefined` where its day is over. */
export const openLink = async (
  tools: InvitationTools,
  entities: Entities,
  {
    card,
    request,
    asker,
    language,
  }: {
    readonly card: Card;
    readonly request: string;
    readonly asker: string;
    readonly language: DoorLanguage;
  },
): Promise<{ readonly link: PersonalLink; readonly url: string } | undefined> => {
  const { space, id: person } = card;
  const created = tools.clock();
  const deadline = requestIn(entities, request)?.deadline ?? null;
  const closes = deadline === null ? created + LINK.open : endOfDay(deadline, zoneOf(entities, space));
  if (closes <= created) return undefined;
  const token = newToken(128);
  const hash = hashOf(token);
  const link = {
    id: newId(),
    hash,
    space,
    request,
    person,
    language,
    asker,
    created,
    closes,
    revoked: false,
  };
  await tools.store.links.add(link);
  return { link, url: `${tools.url}/r/${token}` };
};

const openRequest = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
  body: { readonly [key: string]: unknown },
): Promise<{ readonly ok: true; readonly request: string } | Refused> => {
  const entities = await tools.spaces.read(space);
  if (entities === undefined) return refused('NotFound');
  const given = typeof body['request'] === 'string' ? body['request'] : newId();
  const held = entities.get(given);
  if (held !== undefined)
    return canRead(by, held.circle) && held.type === 'request'
      ? { ok: true, request: given }
      : refused('NotFound');
  const { kind, subject, version, person, organisation, deadline } = body;
  const question = lineOf(body['question'], 2_000);
  const asked = { kind, subject, version, person, organisation, deadline, question };
  const present = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
  );
  const circle = typeof body['circle'] === 'string' ? body['circle'] : PARTNERS;
  // The decider parses the payload: whatever is not JSON of the declared form is refused there.
  const payload = JSON.parse(JSON.stringify(present));
  const command = serverCommand(
    newId(),
    { space, type: 'request.open', entity: given, circle, payload },
    tools.clock(),
  );
  const answer = await tools.spaces.issue(command, by.id);
  if (answer.outcome === 'accepted') return { ok: true, request: given };
  return refused(answer.code === 'NotAllowed' || answer.code === 'NotFound' ? answer.code : 'Invalid');
};

const wordsFor = async (
  tools: InvitationTools,
  entities: Entities,
  { link, asked, url }: { readonly link: PersonalLink; readonly asked: Request; readonly url: string },
): Promise<RequestWords> => {
  const { space, language } = link;
  const circle = entities.get(link.request)?.circle ?? PARTNERS;
  const question = textOf(asked.question ?? undefined);
  const view = restrict(entities, circle);
  const about = subjectOf(view, asked, language);
  const isNamed = mayBeNamed(circle, entities.get(asked.subject)?.circle);
  const subject = isNamed ? (question ?? about.title) : undefined;
  const facts =
    isNamed && asked.kind === 'confirmMeeting' ? factsOf(view, asked, about, language) : undefined;
  return {
    asker: (await tools.vault.nameOf(space, link.asker)) ?? secretariat(language),
    partnership: titleOfSpace(entities, space, language),
    act: isLabelled(language) ? REQUEST_KIND[asked.kind][language] : worded(ACT_WORDS[asked.kind], language),
    ...(subject === undefined ? {} : { subject }),
    ...(facts === undefined ? {} : { facts }),
    url,
    ...(asked.deadline === null
      ? {}
      : { until: formatDeadline(new Date(link.closes).toISOString(), zoneOf(entities, space), language) }),
  };
};

const CHANGED: DoorWords = {
  fr: 'Date ou lieu changé :',
  en: 'Date or place changed:',
  de: 'Termin oder Ort geändert:',
  es: 'Fecha o lugar cambiado:',
};

/** When and where a meeting is, and that people had been told something else before; absent while neither is known. */
const factsOf = (
  view: View,
  { subject }: Request,
  { lines }: Subject,
  language: DoorLanguage,
): string | undefined => {
  if (lines.length === 0) return undefined;
  const facts = lines.join(', ');
  return invitationState(view, subject).sequence > 0 ? `${worded(CHANGED, language)} ${facts}` : facts;
};

const isLabelled = (language: DoorLanguage): language is ServerLanguage =>
  language === 'fr' || language === 'en';

const SECRETARIAT: DoorWords = {
  fr: 'Le secrétariat',
  en: 'The secretariat',
  de: 'Das Sekretariat',
  es: 'La secretaría',
};

/** Who asks, where nobody may be named. */
export const secretariat = (language: DoorLanguage): string => worded(SECRETARIAT, language);

/** The links that this person asked for, or all of those whose requests they read when they keep the secretariat. */
export const linksOf = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
): Promise<{ readonly ok: true; readonly links: readonly LinkLine[] }> => {
  const entities = await tools.spaces.read(space);
  const links = (await tools.store.links.of(space)).filter((link) => mayKeep(entities, by, link));
  return {
    ok: true,
    links: links.map(({ id, request: of, person, created, closes, revoked }) => ({
      id,
      request: of,
      person,
      created: new Date(created).toISOString(),
      closes: new Date(closes).toISOString(),
      revoked,
    })),
  };
};

const mayKeep = (entities: Entities | undefined, by: Actor, link: PersonalLink): boolean => {
  if (link.asker === by.id) return true;
  const entity = entities?.get(link.request);
  return by.roles.has('secretariat') && entity !== undefined && canRead(by, entity.circle);
};

/** Makes a link worthless at once; what was answered stays. */
export const revokeLink = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
  id: string,
): Promise<{ readonly ok: true } | Refused> => {
  const entities = await tools.spaces.read(space);
  const link = (await tools.store.links.of(space)).find((held) => held.id === id);
  if (link === undefined || !mayKeep(entities, by, link)) return refused('NotFound');
  return (await tools.store.links.revoke(space, id)) ? { ok: true } : refused('NotFound');
};
