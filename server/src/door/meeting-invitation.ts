import {
  type Actor,
  actorOf,
  type Entities,
  isObject,
  PARTNERS,
  restrict,
  type View,
  valueOf,
  viewFor,
} from '@tablee/domain/kernel';
import { withMergers } from '@tablee/domain/modules/actor';
import { attendance } from '@tablee/domain/modules/meeting';
import { processesIn, recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { type DoorWords, fourLines, mayBeNamed, requestState, worded } from '@tablee/domain/modules/request';
import type { Hono } from 'hono';
import type { Asked } from '../document/asked.ts';
import { calendarOf } from '../document/meeting/calendar.ts';
import { type InvitationFacts, invitationFacts } from '../document/meeting/invitation.ts';
import { invitationLines } from '../document/meeting/invitation-text.ts';
import { wordsIn } from '../document/words.ts';
import type { Call, Env } from '../http/context.ts';
import { languageOf } from '../people/form.ts';
import type { InvitationTools } from '../people/invitation.ts';
import { plainLetter } from '../people/letter.ts';
import { type LinkMade, makeLink, secretariat } from '../people/link.ts';
import type { Card } from '../people/port.ts';
import { answerRefusal } from '../people/problem.ts';
import { type Refused, refused } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import { bodyOf, callerOf } from '../people/session-routes.ts';

const DAY = 86_400_000;
/** The most people that one press invites. */
const MOST = 100;

/** One person who was invited, or why not. */
export interface InvitedLine {
  /** The row of the attendance sheet. */
  readonly row: string;
  readonly name: string;
  readonly organisation?: string;
  /** False where nobody is named in the row, or the person is gone: a letter is left. */
  readonly asked: boolean;
  readonly url?: string;
  /** Four lines for a messenger, the personal link included. */
  readonly text?: string;
  readonly email?: { readonly subject: string; readonly text: string };
  /** True when the server sends the e-mail, with the calendar file. */
  readonly mailed: boolean;
}

interface Sending {
  readonly tools: InvitationTools;
  readonly space: string;
  readonly by: Actor;
  readonly entities: Entities;
  readonly view: View;
  readonly meeting: string;
  readonly send: boolean;
}

/** Made from what every reader of the meeting sees: whoever invites may read more, and nothing of that leaves. */
const askedIn = (sending: Sending, language: 'fr' | 'en'): Asked => ({
  view: withMergers(restrict(sending.entities, sending.entities.get(sending.meeting)?.circle ?? PARTNERS)),
  language,
  words: wordsIn(language),
  nameOf: () => undefined,
  address: `${sending.tools.url}/p/${sending.space}`,
  page: `${sending.tools.url}/p/${sending.space}`,
});

/** The request that already asks this person, so that a second invitation keeps their answer. */
const openRequestOf = ({ view, meeting }: Sending, person: string): string | undefined =>
  processesIn(view, requestState).find(
    ({ state }) =>
      state.kind === 'confirmMeeting' &&
      state.subject === meeting &&
      state.person === person &&
      state.state !== 'closed',
  )?.id;

const OFF: DoorWords = { fr: 'la réunion n’aura pas lieu', en: 'the meeting will not take place' };

/** The news for a messenger: nothing to answer, so no link. */
const calledOff = async (
  { tools, space, by }: Sending,
  { entity, partnership, title, when, place }: InvitationFacts,
  language: 'fr' | 'en',
): Promise<string> =>
  fourLines(
    {
      partnership,
      asker: (await tools.vault.nameOf(space, by.id)) ?? secretariat(language),
      act: worded(OFF, language),
      subject: mayBeNamed(entity.circle) ? title : undefined,
      facts: [when, place].filter((part) => part !== undefined).join(', '),
      tells: true,
    },
    language,
  );

/** Somebody of a row who can be asked, and what they are told of the meeting. */
interface Invitee {
  readonly card: Card;
  readonly organisation: string | undefined;
  readonly asked: Asked;
  readonly facts: InvitationFacts;
}

/** The personal link of the meeting for this person; none where it was called off. */
const linkFor = async (
  sending: Sending,
  { card, organisation, facts }: Invitee,
): Promise<LinkMade | undefined> => {
  const { tools, space, by, meeting } = sending;
  if (facts.off) return undefined;
  const open = openRequestOf(sending, card.id);
  const request =
    open === undefined
      ? { kind: 'confirmMeeting', subject: meeting, circle: facts.entity.circle }
      : { request: open };
  const link = await makeLink(tools, space, by, {
    ...request,
    person: card.id,
    language: languageOf(card.language),
    ...(organisation === undefined ? {} : { organisation }),
    // Of a meeting in a narrower circle the letter says no more than its link: title and agenda stand behind it.
    ...(mayBeNamed(facts.entity.circle) ? {} : { send: sending.send }),
  });
  return link.ok ? link : undefined;
};

/** Writes to the invitee, with their link, and sends it with the calendar where that is wished and can be done. */
const writeTo = async (sending: Sending, invitee: Invitee): Promise<Omit<InvitedLine, 'row' | 'name'>> => {
  const { tools, space, by, meeting } = sending;
  const { card, asked, facts } = invitee;
  const language = languageOf(card.language);
  const link = await linkFor(sending, invitee);
  const isNamed = mayBeNamed(facts.entity.circle);
  if (link !== undefined && !isNamed)
    return { asked: true, url: link.url, text: link.text, email: link.email, mailed: link.mailed };
  const { subject, paragraphs } = isNamed
    ? invitationLines(facts, asked, link?.url)
    : { subject: facts.partnership, paragraphs: [await calledOff(sending, facts, language)] };
  const letter = plainLetter(language, { subject, before: paragraphs, after: [] }, link?.url);
  const mailed = sending.send && card.email !== undefined && tools.post.works;
  if (mailed) {
    const now = new Date(tools.clock()).toISOString();
    const calendar = isNamed ? await calendarOf(meeting, asked, now) : undefined;
    const carried = link === undefined ? {} : { carries: link.id };
    const purpose = { kind: 'request', space, person: card.id, sender: by.id, ...carried } as const;
    await tools.post.send(
      {
        to: card.email,
        ...letter,
        ...(calendar === undefined ? {} : { calendar }),
        ...(link === undefined ? {} : { link: link.id }),
        purpose,
      },
      DAY,
    );
  }
  return {
    asked: true,
    ...(link === undefined ? {} : { url: link.url }),
    text: link?.text ?? (await calledOff(sending, facts, language)),
    email: { subject: letter.subject, text: letter.text },
    mailed,
  };
};

const inviteOne = async (sending: Sending, row: string): Promise<InvitedLine> => {
  const held = recordIn(sending.view, 'attendance', row);
  const person = valueOf(attendance, held, 'person');
  const organisation = valueOf(attendance, held, 'organisation');
  const card = person === undefined ? undefined : await sending.tools.store.cards.byId(sending.space, person);
  const named = {
    row,
    name: card?.name ?? valueOf(attendance, held, 'personName') ?? '',
    ...(organisation === undefined ? {} : { organisation }),
  };
  const nobody: InvitedLine = { ...named, asked: false, mailed: false };
  if (card === undefined || card.erased !== undefined) return nobody;
  const asked = askedIn(sending, languageOf(card.language));
  const facts = invitationFacts(sending.meeting, asked);
  if (facts === undefined) return nobody;
  return { ...named, ...(await writeTo(sending, { card, organisation, asked, facts })) };
};

/** Invites rows of the attendance sheet of a meeting, each person by a personal link of their own. */
export const inviteToMeeting = async (
  tools: InvitationTools,
  { space, by, meeting }: { readonly space: string; readonly by: Actor; readonly meeting: string },
  body: { readonly [key: string]: unknown },
): Promise<{ readonly ok: true; readonly invited: readonly InvitedLine[] } | Refused> => {
  const entities = await tools.spaces.read(space);
  if (entities === undefined) return refused('NotFound');
  const view = viewFor(entities, by.circles);
  if (recordIn(view, 'meeting', meeting) === undefined) return refused('NotFound');
  const wished = body['rows'];
  const known = new Set(
    recordsIn(view, 'attendance')
      .filter((entity) => valueOf(attendance, entity, 'meeting') === meeting)
      .map((entity) => entity.id),
  );
  const rows = Array.isArray(wished) ? wished.filter((row) => typeof row === 'string' && known.has(row)) : [];
  if (rows.length === 0 || rows.length > MOST) return refused('Invalid');
  const sending = { tools, space, by, entities, view, meeting, send: body['send'] === true };
  const invited: InvitedLine[] = [];
  for (const row of rows) invited.push(await inviteOne(sending, row));
  return { ok: true, invited };
};

/** `POST …/meetings/{id}/invitations` with `{ rows, send }`: links, texts to hand over, and e-mails where there is a mail server. */
export const meetingInvitationRoutes =
  (people: PeopleService) =>
  (app: Hono<Env>): void => {
    app.post('/api/spaces/:space/meetings/:meeting/invitations', async (c: Call) => {
      const caller = await callerOf(people, c);
      if (caller instanceof Response) return caller;
      const [space, meeting] = [c.req.param('space') ?? '', c.req.param('meeting') ?? ''];
      const card = await people.store.cards.byAccount(space, caller.account.id);
      const entities = card && (await people.spaces.read(space));
      const by = card && entities && actorOf(entities, card.id);
      if (by === undefined) return answerRefusal(c, refused('NotFound'));
      const body = await bodyOf(c);
      const answer = await inviteToMeeting(people, { space, by, meeting }, isObject(body) ? body : {});
      if (!answer.ok) return answerRefusal(c, answer);
      return c.json({ invited: answer.invited, mail: people.post.works }, 200, {
        'cache-control': 'no-store',
      });
    });
  };
