import { type Entities, isPresent, PARTNERS, restrict, textOf, type View } from '@tablee/domain/kernel';
import type { Owed } from '@tablee/domain/modules/commitment';
import {
  type GivenAnswer,
  type InMyName,
  isDoorLanguage,
  type Me,
  mayBeNamed,
  promisedBy,
  type Request,
  recordedInName,
  type Subject,
  subjectOf,
} from '@tablee/domain/modules/request';
import { type InvitationTools, organisationName, titleOfSpace } from '../people/invitation.ts';
import { LINK, requestIn, secretariat, zoneOf } from '../people/link.ts';
import type { PersonalLink } from '../people/port.ts';
import { type Refused, refused } from '../people/refusal.ts';
import { hashOf } from '../people/secret.ts';

/** Something that stands in the person's name, with the words of what it is about. */
export interface Standing extends InMyName {
  readonly title: string;
  /** For a poll: the dates that it offers. */
  readonly dates?: Subject['dates'];
}

/** What the door of a personal link shows. */
export interface RequestDoor {
  readonly ok: true;
  readonly link: PersonalLink;
  /** What is answered: the request of the link, or one that the person took up from what stands in their name. */
  readonly request: Request;
  /** Its id; of one that nobody asked, the id that it gets when it is answered. */
  readonly id: string;
  /** False for one that nobody asked: it is opened with the answer. */
  readonly isAsked: boolean;
  readonly me: Me;
  readonly partnership: string;
  readonly asker: string;
  /** The name of the person who is asked. */
  readonly name: string;
  readonly organisation?: string;
  readonly subject: Subject;
  /** False where a messenger must not show what it is about. */
  readonly isNamed: boolean;
  /** The question in the asker's words. */
  readonly question?: string;
  readonly zone: string;
  /** True while an answer is taken. */
  readonly isOpen: boolean;
  /** What was recorded in their name as the answer, and the reason that they gave. */
  readonly recorded?: Pick<GivenAnswer, 'said' | 'confirmed' | 'firmness'> & { readonly words?: string };
  /** The same as it stands in their name. */
  readonly own?: InMyName;
  /** What else stands in their name, by every channel. */
  readonly beside: readonly Standing[];
  /** For a commitment: everything that they and their organisation promised. */
  readonly promised: readonly Owed[];
}

interface Opened {
  readonly link: PersonalLink;
  readonly entities: Entities;
  readonly view: View;
  readonly asked: Request;
  readonly name: string;
}

/** What an address of the door says. */
export interface Knock {
  readonly token: string;
  readonly of?: string | undefined;
  /** The language that is wished, as it came. */
  readonly lang?: string | undefined;
}

/**
 * Opens the door of a token: revoked, expired and guessed links each say so. `of` takes up something else that stands
 * in the name of the person, to correct it.
 */
export const openDoor = async (
  tools: InvitationTools,
  { token, of, lang }: Knock,
): Promise<RequestDoor | Refused> => {
  const link = await tools.store.links.byHash(hashOf(token));
  if (link === undefined) return refused('LinkUnknown');
  if (link.revoked) return refused('LinkRevoked');
  const now = tools.clock();
  if (now > link.closes + LINK.readable) return refused('LinkExpired');
  const entities = await tools.spaces.read(link.space);
  const asked = entities && requestIn(entities, link.request);
  const card = await tools.store.cards.byId(link.space, link.person);
  if (entities === undefined || asked === undefined || card === undefined || card.erased !== undefined)
    return refused('LinkExpired');
  if (card.withdrawn) return refused('LinkRevoked');
  const view = restrict(entities, entities.get(link.request)?.circle ?? PARTNERS);
  const opened = { link, entities, view, asked, name: card.name ?? '' };
  return read(tools, opened, of, isDoorLanguage(lang) ? lang : link.language);
};

/** The one who answers: for the request's organisation, else for the one for which they last were asked. */
const meOf = ({ link, asked }: Opened): Me => ({
  id: link.person,
  ...(asked.organisation === null ? {} : { organisation: asked.organisation }),
});

interface Taken {
  readonly id: string;
  readonly request: Request;
  readonly isAsked: boolean;
}

/** The request of the link; or what stands in the person's name under `of`, as something to answer. */
const takenUp = ({ link, view, asked }: Opened, mine: readonly InMyName[], of: string | undefined): Taken => {
  const held = of === undefined || of === link.request ? undefined : mine.find(({ id }) => id === of);
  if (held === undefined) return { id: link.request, request: asked, isAsked: true };
  const entity = view.get(held.id);
  const own =
    entity && held.from === 'request' ? requestIn(new Map([[held.id, entity]]), held.id) : undefined;
  if (own !== undefined) return { id: held.id, request: own, isAsked: true };
  const { kind, subject, version, said, confirmed, firmness } = held;
  const { organisation, askedBy, at } = asked;
  const unasked: Request = {
    kind,
    subject,
    version,
    person: link.person,
    organisation,
    askedBy,
    deadline: null,
    question: null,
    at,
    state: 'open',
    answer: {
      said,
      channel: 'app',
      words: null,
      enteredBy: askedBy,
      at,
      stamp: 0,
      confirmed,
      ...(firmness === undefined ? {} : { firmness }),
    },
    closedFor: null,
  };
  return { id: held.id, request: unasked, isAsked: false };
};

const standings = (view: View, mine: readonly InMyName[], but: string, lang: string): readonly Standing[] =>
  mine
    .filter(({ id, subject }) => id !== but && isShown(view, subject))
    .map((each) => {
      const { title, dates } = subjectOf(view, each, lang);
      return { ...each, title, ...(dates === undefined ? {} : { dates }) };
    });

const ownOf = (mine: readonly InMyName[], id: string): { readonly own?: InMyName } => {
  const own = mine.find((each) => each.id === id);
  return own === undefined ? {} : { own };
};

const isShown = (view: View, id: string): boolean => {
  const entity = view.get(id);
  return entity !== undefined && isPresent(entity);
};

const read = async (
  tools: InvitationTools,
  opened: Opened,
  of: string | undefined,
  lang: string,
): Promise<RequestDoor> => {
  const { link, entities, view, name } = opened;
  const me = meOf(opened);
  const mine = recordedInName(view, me);
  const { id, request, isAsked } = takenUp(opened, mine, of);
  const organisation = organisationName(entities, request.organisation ?? undefined, lang);
  const question = textOf(request.question ?? undefined);
  const words = textOf(request.answer?.words ?? undefined);
  const today = new Date(tools.clock()).toISOString().slice(0, 10);
  return {
    ok: true,
    link,
    request,
    id,
    isAsked,
    me,
    partnership: titleOfSpace(entities, link.space, lang),
    asker:
      (await tools.vault.nameOf(link.space, link.asker)) ??
      secretariat(isDoorLanguage(lang) ? lang : link.language),
    name,
    ...(organisation === undefined ? {} : { organisation }),
    subject: subjectOf(view, request, lang),
    isNamed: mayBeNamed(entities.get(link.request)?.circle, entities.get(request.subject)?.circle),
    ...(question === undefined ? {} : { question }),
    zone: zoneOf(entities, link.space),
    isOpen: request.state !== 'closed' && tools.clock() <= link.closes,
    ...(request.answer === null
      ? {}
      : {
          recorded: {
            said: request.answer.said,
            ...(words === undefined ? {} : { words }),
            confirmed: request.answer.confirmed,
            ...(request.answer.firmness === undefined ? {} : { firmness: request.answer.firmness }),
          },
        }),
    ...ownOf(mine, id),
    beside: standings(view, mine, id, lang),
    promised: request.kind === 'commitment' ? promisedBy(view, me, { today, lang }) : [],
  };
};
