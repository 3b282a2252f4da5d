import {
  type Actor,
  actorOf,
  type Entities,
  isObject,
  type View,
  valueOf,
  viewFor,
} from '@tablee/domain/kernel';
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
import { makeLink, secretariat } from '../people/link.ts';
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

const askedIn = (sending: Sending, language: 'fr' | 'en'): Asked => ({
  view: sending.view,
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

const inviteOne = async (sending: Sending, row: string): Promise<InvitedLine> => {
  const { tools, space, by, view, meeting } = sending;
  const held = recordIn(view, 'attendance', row);
  const person = valueOf(attendance, held, 'person');
  const organisation = valueOf(attendance, held, 'organisation');
  const card = person === undefined ? undefined : await tools.store.cards.byId(space, person);
  const name = card?.name ?? valueOf(attendance, held, 'personName') ?? '';
  const nobody: InvitedLine = {
    row,
    name,
    ...(organisation === undefined ? {} : { organisation }),
    asked: false,
    mailed: false,
  };
  if (person === undefined || card === undefined || card.erased !== undefined) return nobody;
  const language = languageOf(card.language);
  const asked = askedIn(sending, language);
  const facts = invitationFacts(meeting, asked);
  if (facts === undefined) return nobody;
  const open = openRequestOf(sending, person);
  const circle = facts.entity.circle;
  const link = facts.off
    ? undefined
    : await makeLink(tools, space, by, {
        ...(open === undefined ? { kind: 'confirmMeeting', subject: meeting, circle } : { request: open }),
        person,
        language,
        ...(organisation === undefined ? {} : { organisation }),
      });
  const url = link?.ok ? link.url : undefined;
  const lines = invitationLines(facts, asked, url);
  const letter = plainLetter(language, { subject: lines.subject, before: lines.paragraphs, after: [] }, url);
  const calendar = await calendarOf(meeting, asked, new Date(tools.clock()).toISOString());
  const mailed = sending.send && card.email !== undefined && tools.post.works;
  if (mailed)
    await tools.post.send(
      {
        to: card.email ?? '',
        ...letter,
        ...(calendar === undefined ? {} : { calendar }),
        ...(link?.ok ? { link: link.id } : {}),
        purpose: {
          kind: 'request',
          space,
          person,
          sender: by.id,
          ...(link?.ok ? { carries: link.id } : {}),
        },
      },
      DAY,
    );
  return {
    ...nobody,
    asked: true,
    ...(url === undefined ? {} : { url }),
    text: link?.ok ? link.text : await calledOff(sending, facts, language),
    email: { subject: letter.subject, text: letter.text },
    mailed,
  };
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
