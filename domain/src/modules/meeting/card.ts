import { addRecord, type Circle, type Command, type Ticket } from '@tablee/domain/kernel';
import { keyOf } from '../problem-tree/index.ts';

/** Where the cards of a photo go; chosen once, before they are typed. */
export const CARD_GOES = {
  note: { fr: 'Notes de la réunion', en: 'Notes of the meeting' },
  perspective: { fr: 'Points de vue', en: 'Perspectives' },
  actor: { fr: 'Acteurs', en: 'Stakeholders' },
  cause: { fr: 'Causes du problème', en: 'Causes of the problem' },
  effect: { fr: 'Effets du problème', en: 'Effects of the problem' },
  word: { fr: 'Mots à plusieurs sens', en: 'Words with several meanings' },
} as const;
/** Where a card goes. */
export type CardGoes = keyof typeof CARD_GOES;

/** What a card is typed for. */
export interface CardAsked {
  readonly goes: CardGoes;
  readonly text: string;
  readonly lang: string;
  readonly meeting: string;
  readonly item: string | undefined;
  /** Its place among the lines of the meeting, and among the cards typed from its photos. */
  readonly order: number;
  readonly circle: Circle;
  /** A fresh id. */
  readonly entity: string;
}

const NAME_LENGTH = 300;
const CARD_LENGTH = 500;
const WORD_LENGTH = 80;

/**
 * The command by which one card enters, one line per card: a note of the meeting, a perspective, a
 * stakeholder, a card of the problem tree or a word. */
export const cardCommand = (card: CardAsked, ticket: Ticket): Command => {
  const { goes, entity, circle, lang } = card;
  const text = { lang, text: card.text.trim() };
  switch (goes) {
    case 'note':
      return addRecord(
        ticket,
        'minuteLine',
        { entity, circle },
        {
          meeting: card.meeting,
          kind: 'note',
          text,
          order: card.order,
          ...(card.item === undefined ? {} : { item: card.item }),
        },
      );
    case 'perspective':
      return addRecord(ticket, 'perspective', { entity, circle }, { statement: text });
    case 'actor':
      return addRecord(ticket, 'actor', { entity, circle }, { name: text.text.slice(0, NAME_LENGTH) });
    case 'cause':
    case 'effect':
      return addRecord(
        ticket,
        'treeNode',
        { entity, circle },
        { text: { lang, text: text.text.slice(0, CARD_LENGTH) }, side: goes, order: keyOf(card.order) },
      );
    case 'word':
      return addRecord(ticket, 'term', { entity, circle }, { word: text.text.slice(0, WORD_LENGTH) });
  }
};
