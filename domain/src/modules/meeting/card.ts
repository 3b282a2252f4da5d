import { addRecord, type Circle, type Command, type Ticket } from '@tablee/domain/kernel';

/** Where the cards of a photo go; chosen once, before they are typed. */
export const CARD_GOES = {
  note: { fr: 'Notes de la réunion', en: 'Notes of the meeting' },
  perspective: { fr: 'Points de vue', en: 'Perspectives' },
  actor: { fr: 'Acteurs', en: 'Stakeholders' },
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
  /** Its place among the lines of the meeting. */
  readonly order: number;
  readonly circle: Circle;
  /** A fresh id. */
  readonly entity: string;
}

const NAME_LENGTH = 300;

/** The command by which one card enters, one line per card: a note of the meeting, a perspective or a stakeholder. */
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
  }
};
