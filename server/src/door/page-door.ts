import { formatDate } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { printedCode, readPageCode } from '../document/page-code.ts';
import { type PageStanding, pageStanding } from '../document/page-standing.ts';
import type { Env } from '../http/context.ts';
import type { PageMark } from '../people/port.ts';
import { refused } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import { addDoor, closedDoor, glance, heldBack, languageFor, show, type Visit } from './door.ts';
import type { Piece, Said } from './page.ts';

/** What a page is, in words that say nothing of its matter. */
const KIND: { readonly [kind: string]: Said | undefined } = {
  agreement: { fr: 'le texte d’un accord', en: 'the text of an agreement' },
  minutes: { fr: 'un compte rendu', en: 'minutes of a meeting' },
  decisions: { fr: 'un relevé de décisions', en: 'a list of decisions' },
  attendance: { fr: 'une feuille de présence', en: 'an attendance sheet' },
  invitation: { fr: 'une invitation', en: 'an invitation' },
  'working-agreement': { fr: 'une façon de travailler', en: 'a working agreement' },
  'run-sheet': { fr: 'un déroulé de réunion', en: 'a run-sheet of a meeting' },
  briefing: { fr: 'une note d’accueil', en: 'a briefing note' },
  letter: { fr: 'une lettre', en: 'a letter' },
  document: { fr: 'un texte', en: 'a text' },
  'concept-note': { fr: 'une note conceptuelle', en: 'a concept note' },
  halfpages: { fr: 'un point trimestriel', en: 'a quarterly page' },
  paper: { fr: 'une feuille de réponse', en: 'an answer sheet' },
};
const ANY: Said = { fr: 'un document', en: 'a document' };

/** Where the current state is, for whoever may read it. */
const ROOM: { readonly [kind: string]: string | undefined } = {
  agreement: 'agreement',
  minutes: 'meetings',
  decisions: 'meetings',
  invitation: 'meetings',
  'run-sheet': 'meetings',
  'working-agreement': 'core',
  letter: 'documents',
  document: 'documents',
  'concept-note': 'fit',
  halfpages: 'commitments',
};

const addressOf = ({ space, kind, entity }: PageMark, signs: string): string => {
  if (kind === 'paper') return `/p/${space}/in-out?view=paper&code=${signs}`;
  // Printed before attendance sheets had codes of their own: the list is typed in all the same.
  if (kind === 'attendance') return `/p/${space}/meetings/${entity}?view=attendance&sheet=`;
  const room = ROOM[kind];
  const isThing = kind !== 'halfpages';
  return room === undefined ? `/p/${space}` : `/p/${space}/${room}${isThing ? `/${entity}` : ''}`;
};

/** The stripe: what the page counts for now, in one sentence. */
const stripe = (standing: PageStanding, made: string, { lang, say }: Visit): string => {
  const day = (on: string): string => formatDate(on, lang);
  switch (standing.now) {
    case 'draft':
      return say({ fr: 'C’est un projet', en: 'This is a draft' });
    case 'withdrawn':
      return say({ fr: 'Retiré', en: 'Withdrawn' });
    case 'gone':
      return say({ fr: 'Ce texte n’est plus là', en: 'This text is no longer there' });
    case 'forComment': {
      const { until } = standing;
      return until === undefined
        ? say({ fr: 'Pour avis', en: 'For comment' })
        : say({ fr: `Pour avis jusqu’au ${day(until)}`, en: `For comment until ${day(until)}` });
    }
    case 'inForce':
      return standing.on === undefined
        ? say({ fr: 'En vigueur', en: 'In force' })
        : say({ fr: `En vigueur depuis le ${day(standing.on)}`, en: `In force since ${day(standing.on)}` });
    case 'adopted':
      return say({
        fr: `Adopté${standing.on === undefined ? '' : ` le ${day(standing.on)}`}, pas encore en vigueur`,
        en: `Adopted${standing.on === undefined ? '' : ` on ${day(standing.on)}`}, not yet in force`,
      });
    case 'fixed':
      return standing.on === undefined
        ? say({ fr: 'Texte arrêté', en: 'Text fixed' })
        : say({ fr: `Texte arrêté le ${day(standing.on)}`, en: `Text fixed on ${day(standing.on)}` });
    case 'replaced':
      return standing.on === undefined
        ? say({ fr: 'Remplacé', en: 'Replaced' })
        : say({ fr: `Remplacé le ${day(standing.on)}`, en: `Replaced on ${day(standing.on)}` });
    case 'ofDay':
      return say({ fr: `Fait le ${day(made)}`, en: `Made on ${day(made)}` });
    case 'toType':
      return say({ fr: 'Pas encore saisie', en: 'Not typed in yet' });
    case 'typed':
      return say({ fr: `Saisie le ${day(standing.on)}`, en: `Typed in on ${day(standing.on)}` });
  }
};

const then = (standing: PageStanding, { say }: Visit): string | undefined => {
  if (standing.now === 'replaced' && standing.by !== undefined)
    return say({
      fr: `La version ${standing.by} a pris sa place : ne vous servez plus de cette page.`,
      en: `Version ${standing.by} took its place: please no longer use this page.`,
    });
  if (standing.now === 'replaced')
    return say({
      fr: 'Un autre état a pris sa place : ne vous servez plus de cette page.',
      en: 'A later state took its place: please no longer use this page.',
    });
  if (standing.now === 'ofDay')
    return say({
      fr: 'Elle montre l’état de ce jour-là ; il a pu changer depuis.',
      en: 'It shows the state of that day, which may have changed since.',
    });
  return undefined;
};

interface Found {
  readonly mark: PageMark;
  readonly signs: string;
  readonly standing: PageStanding;
}

const matter = (at: Visit, { mark, signs, standing }: Found): Piece => {
  const { say } = at;
  const made = new Date(mark.made).toISOString().slice(0, 10);
  const kind = KIND[mark.kind] ?? ANY;
  const [fr, en] = [formatDate(made, 'fr'), formatDate(made, 'en')];
  const next = then(standing, at);
  const isSheet = mark.kind === 'paper' || mark.kind === 'attendance';
  const link = isSheet
    ? say({ fr: 'Saisir cette feuille', en: 'Type this sheet in' })
    : say({ fr: 'Ouvrir l’état actuel', en: 'Open the current state' });
  return html`<h1>${stripe(standing, made, at)}</h1>
<p>${say(mark.kind === 'document' ? { fr: `C’est ${kind.fr}.`, en: `It is ${kind.en}.` } : { fr: `C’est ${kind.fr}. Cette page a été faite le ${fr}.`, en: `It is ${kind.en}. This page was made on ${en}.` })}</p>
${next === undefined ? '' : html`<p>${next}</p>`}
${standing.now === 'gone' ? '' : html`<p><a href="${addressOf(mark, signs)}">${link}</a> <span class="soft">${say({ fr: '(pour les membres qui peuvent le lire)', en: '(for members who may read it)' })}</span></p>`}
<p class="soft">${say({
    fr: 'Sans compte : demandez le texte actuel à la personne qui vous a remis cette page. Ici ne figurent ni titre, ni contenu, ni nom, et personne ne note votre visite.',
    en: 'Without an account: ask the person who gave you this page for the current text. Neither title nor matter nor name stands here, and nobody records your visit.',
  })}</p>
<p class="soft">${say({ fr: `Code : ${printedCode(signs)}`, en: `Code: ${printedCode(signs)}` })}</p>`;
};

const find = async (people: PeopleService, typed: string): Promise<Found | undefined> => {
  const code = readPageCode(typed);
  const marks = code === undefined ? [] : await people.store.pages.find(code.key);
  // Piles of two partnerships may begin alike: then the page cannot tell whose sheet it is, and says nothing.
  const [mark] = marks;
  if (code === undefined || mark === undefined || marks.length > 1) return undefined;
  const entities = await people.spaces.read(mark.space);
  return entities && { mark, signs: code.signs, standing: pageStanding(entities, mark, code.signs) };
};

/** What became of a printed page: for whoever holds it, without account. Unknown and wrong codes look alike. */
export const pageDoor = (app: Hono<Env>, people: PeopleService): void => {
  addDoor(app, people, {
    path: '/c/:code',
    rate: 'address',
    async get(c) {
      const at = glance(people, c, languageFor(c));
      const found = await find(people, c.req.param('code') ?? '');
      if (found === undefined) {
        const held = heldBack(people, 'guess', c.get('address'));
        return closedDoor(at, held ?? refused('NotFound'));
      }
      const title = at.say({ fr: 'L’état d’une page', en: 'The state of a page' });
      return show(at, { title, head: 'Tablée', body: matter(at, found) });
    },
    post: async (c) => closedDoor(glance(people, c, languageFor(c)), refused('NotFound')),
  });
};
