import type { Letter } from '../people/letter.ts';
import { plainLetter } from '../people/letter.ts';
import type { ServerLanguage } from '../people/port.ts';

/** What a letter about a mail that came in says. */
export interface ReplyWords {
  readonly partnership: string;
  /** What was read as an answer, ready to read; absent where nothing could be read. */
  readonly read?: string;
  readonly url: string;
}

/** Asks somebody who answered by e-mail whether they were read rightly. */
export const readingLetter = (lang: ServerLanguage, { partnership, read, url }: ReplyWords): Letter =>
  plainLetter(
    lang,
    lang === 'fr'
      ? {
          subject: `${partnership} : est-ce bien votre réponse ?`,
          before: [
            'Bonjour,',
            read === undefined
              ? 'Votre e-mail est arrivé, merci. Nous n’avons pas su y lire une réponse sans risque de nous tromper : la page ci-dessous la prend en une minute.'
              : `Votre e-mail est arrivé, merci. Nous y avons lu : ${read} Est-ce bien cela ? La page ci-dessous vous le demande ; rien n’est noté avant.`,
          ],
          after: ['Ce lien est personnel. Le secrétariat voit aussi votre e-mail.'],
        }
      : {
          subject: `${partnership}: is this your answer?`,
          before: [
            'Hello,',
            read === undefined
              ? 'Your e-mail has arrived, thank you. We could not read an answer in it without the risk of getting it wrong: the page below takes it in a minute.'
              : `Your e-mail has arrived, thank you. We read: ${read} Is that right? The page below asks you; nothing is recorded before.`,
          ],
          after: ['This link is personal. The secretariat sees your e-mail too.'],
        },
    url,
  );

/** Tells somebody whom the partnership knows that what they sent has arrived with people. */
export const arrivedLetter = (lang: ServerLanguage, partnership: string): Letter =>
  plainLetter(
    lang,
    lang === 'fr'
      ? {
          subject: `${partnership} : votre e-mail est arrivé`,
          before: ['Bonjour,', 'Votre e-mail est arrivé. Quelqu’un du secrétariat le lira.'],
          after: ['Ce message est automatique ; il n’attend pas de réponse.'],
        }
      : {
          subject: `${partnership}: your e-mail has arrived`,
          before: ['Hello,', 'Your e-mail has arrived. Somebody of the secretariat will read it.'],
          after: ['This message is automatic; it expects no answer.'],
        },
  );
