import type { Hono } from 'hono';
import { html } from 'hono/html';
import { addDoor, closedDoor, formOf, heldBack, languageFor, show, type Visit, visit } from '../door/door.ts';
import type { Piece, Said } from '../door/page.ts';
import type { Call, Env } from '../http/context.ts';
import { titleOfSpace } from '../people/invitation.ts';
import { PACES, type Pace, paceOf } from '../people/outgoing.ts';
import { refused } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import { isPaceMark } from './pace.ts';

const PRESS: { readonly [P in Pace]: Said } = {
  weekly: { fr: 'Le recevoir chaque lundi', en: 'Get it every Monday' },
  monthly: { fr: 'Une fois par mois suffit', en: 'Once a month is enough' },
  never: { fr: 'Ne plus le recevoir', en: 'Stop it' },
};

const NOW: { readonly [P in Pace]: Said } = {
  weekly: {
    fr: 'Vous recevez un point le lundi, quand quelque chose est dû ; sinon, rien.',
    en: 'You get a digest on Mondays when something is due; otherwise nothing.',
  },
  monthly: {
    fr: 'Vous recevez un point le premier lundi du mois, quand quelque chose est dû ; sinon, rien.',
    en: 'You get a digest on the first Monday of the month when something is due; otherwise nothing.',
  },
  never: {
    fr: 'Vous ne recevez plus de rappel. Ce qui vous est demandé reste à sa place, et personne n’en est averti.',
    en: 'You get no more reminders. What is asked of you stays where it is, and nobody is told.',
  },
};

const choices = (at: Visit, pace: Pace): Piece =>
  html`<form method="post">${at.formToken}
${PACES.filter((each) => each !== pace).map(
  (each) =>
    html`<p><button name="pace" value="${each}"${each === 'never' ? '' : ' class="quiet"'}>${at.say(PRESS[each])}</button></p>`,
)}</form>`;

interface Person {
  readonly space: string;
  readonly person: string;
}

/** The person of an address that we made; `undefined` for every other one. */
const personOf = async (people: PeopleService, c: Call): Promise<Person | undefined> => {
  const [space = '', person = '', mark = ''] = ['space', 'person', 'mark'].map((name) => c.req.param(name));
  if (!isPaceMark(people, { space, person, mark })) return undefined;
  const card = await people.store.cards.byId(space, person);
  return card === undefined || card.erased !== undefined ? undefined : { space, person };
};

const unknownDoor = (people: PeopleService, c: Call): Promise<Response> => {
  const held = heldBack(people, 'guess', c.get('address'));
  return closedDoor(visit(people, c, languageFor(c)), held ?? refused('NotFound'));
};

const pacePage = async (at: Visit, { space, person }: Person): Promise<Response> => {
  const { people, say, lang } = at;
  const { pace } = await people.store.reminders.of(space, person);
  const entities = await people.spaces.read(space);
  const title = say({ fr: 'Votre point du lundi', en: 'Your Monday digest' });
  const body = html`<h1>${title}</h1><p role="status">${say(NOW[pace])}</p>${choices(at, pace)}`;
  return show(at, { title, head: entities ? titleOfSpace(entities, space, lang) : 'Tablée', body });
};

const AT = '/reminders/:space/:person/:mark';

/** The page on which somebody slows or stops their reminders, without account; and the one press of mail programs. */
export const paceDoor =
  (people: PeopleService) =>
  (app: Hono<Env>): void => {
    addDoor(app, people, {
      path: AT,
      rate: 'address',
      async get(c) {
        const found = await personOf(people, c);
        return found === undefined
          ? unknownDoor(people, c)
          : pacePage(visit(people, c, languageFor(c)), found);
      },
      async post(c) {
        const found = await personOf(people, c);
        if (found === undefined) return unknownDoor(people, c);
        const form = await formOf(visit(people, c, languageFor(c)));
        if (form instanceof Response) return form;
        const pace = paceOf(form['pace']);
        if (pace !== undefined) await people.store.reminders.setPace(found.space, found.person, pace);
        const { search } = new URL(c.req.url);
        return c.redirect(`${c.req.path}${search}`, 303);
      },
    });
    // A mail program sends this by itself after the press, without cookie (RFC 8058): the mark in the address counts.
    app.post(`${AT}/stop`, async (c) => {
      const found = await personOf(people, c);
      if (found === undefined) return unknownDoor(people, c);
      await people.store.reminders.setPace(found.space, found.person, 'never');
      return c.body(null, 204);
    });
    app.get(`${AT}/stop`, (c) => c.redirect(c.req.path.replace(/\/stop$/, ''), 303));
  };
