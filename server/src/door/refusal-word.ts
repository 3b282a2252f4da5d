import type { DoorLanguage } from '@tablee/domain/modules/request';
import { sentenceOf } from '../people/problem.ts';
import type { PeopleRefusal, Refused } from '../people/refusal.ts';

interface Two {
  readonly de: string;
  readonly es: string;
}

/** What the doors of personal links may answer, in the languages that only doors speak. */
const WORDS: { readonly [Code in PeopleRefusal]?: Two } = {
  ChoiceMissing: {
    de: 'Wählen Sie eine Antwort und senden Sie dann. Was Sie geschrieben haben, ist noch da.',
    es: 'Elija una respuesta y envíela. Lo que escribió se conserva.',
  },
  FigureUnreadable: {
    de: 'Der Wert steht in Ziffern, zum Beispiel 1.240,5. Der Rest ist noch da.',
    es: 'El valor se escribe en cifras, por ejemplo 1240,5. El resto se conserva.',
  },
  Invalid: {
    de: 'Etwas fehlt, oder eine Antwort hat nicht die erwartete Form. Der Rest ist noch da.',
    es: 'Falta algo, o una respuesta no tiene la forma esperada. El resto se conserva.',
  },
  LinkExpired: {
    de: 'Dieser Link gilt nicht mehr. Bitten Sie um einen anderen.',
    es: 'Este enlace ya no es válido. Pida otro.',
  },
  LinkRevoked: {
    de: 'Dieser Link wurde zurückgezogen. Schreiben Sie der Person, von der Sie ihn haben.',
    es: 'Este enlace fue retirado. Escriba a la persona que se lo dio.',
  },
  LinkUnknown: {
    de: 'Wir kennen diesen Link nicht. Ist er vollständig?',
    es: 'No reconocemos este enlace. ¿Está completo?',
  },
  NotFound: {
    de: 'Hier ist nichts, oder nichts, was Sie sehen dürfen.',
    es: 'No hay nada aquí, o nada que usted pueda ver.',
  },
  ObjectionUnexplained: {
    de: 'Wenn Sie dagegen sind, sagen Sie bitte, was Ihren Einwand aufheben würde. Der Rest ist noch da.',
    es: 'Para oponerse, diga qué levantaría su objeción. El resto se conserva.',
  },
  ReasonMissing: {
    de: 'Ein neues Datum braucht einen Grund. Alles andere ist noch da.',
    es: 'Una fecha nueva necesita un motivo. Todo lo demás se conserva.',
  },
  RequestClosed: {
    de: 'Diese Anfrage ist geschlossen; Ihre letzte Antwort bleibt.',
    es: 'Esta solicitud está cerrada; su última respuesta se mantiene.',
  },
  TextTooLong: {
    de: 'Dieser Text hat {length} Zeichen; Platz ist für {limit}. Er steht noch unten: bitte kürzen.',
    es: 'Este texto tiene {length} caracteres; caben {limit}. Sigue abajo: acórtelo.',
  },
  TooManyTries: {
    de: 'Zu viele Versuche; nichts ist verloren. Warten Sie ein wenig.',
    es: 'Demasiados intentos; no se ha perdido nada. Espere un poco.',
  },
  WordsMissing: { de: 'Schreiben Sie ein paar Worte.', es: 'Escriba unas palabras.' },
};

/** The sentence of a refusal in a language of the doors; English where nobody translated it. */
export const doorSentence = (refusal: Refused, tongue: DoorLanguage): string => {
  if (tongue === 'fr' || tongue === 'en') return sentenceOf(refusal, tongue);
  const said = WORDS[refusal.code]?.[tongue];
  return said === undefined
    ? sentenceOf(refusal, 'en')
    : said
        .replace('{length}', (refusal.length ?? 0).toLocaleString(tongue))
        .replace('{limit}', (refusal.limit ?? 0).toLocaleString(tongue));
};
