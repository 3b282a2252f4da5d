// Generated from web/locale/mail.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `mail` and the values they take. */
export interface MailMessages {
  'mail.about': NoValues;
  'mail.about-none': NoValues;
  'mail.address': { address: string };
  'mail.all': NoValues;
  'mail.answer': NoValues;
  'mail.arrived': NoValues;
  'mail.asked-back': { name: string };
  'mail.attach': NoValues;
  'mail.attach-what': { n: number };
  'mail.bounce-person': NoValues;
  'mail.bounced': { name: string };
  'mail.choose': NoValues;
  'mail.confirmed': NoValues;
  'mail.copied': NoValues;
  'mail.copy-address': NoValues;
  'mail.discard': NoValues;
  'mail.discarded': NoValues;
  'mail.done': NoValues;
  'mail.empty': NoValues;
  'mail.failed': NoValues;
  'mail.file-refused': { name: string };
  'mail.files': NoValues;
  'mail.from': NoValues;
  'mail.from-other': NoValues;
  'mail.letter': NoValues;
  'mail.missing-answer': NoValues;
  'mail.missing-request': NoValues;
  'mail.none-in': NoValues;
  'mail.note': NoValues;
  'mail.note-for': NoValues;
  'mail.noted': NoValues;
  'mail.nothing-read': NoValues;
  'mail.offline': NoValues;
  'mail.open': NoValues;
  'mail.opening': { answers: number; n: number };
  'mail.past': NoValues;
  'mail.read': NoValues;
  'mail.restore': NoValues;
  'mail.seen': NoValues;
  'mail.settled': NoValues;
  'mail.somebody': NoValues;
  'mail.to-request': NoValues;
  'mail.too-large': NoValues;
  'mail.waiting': NoValues;
  'mail.words': NoValues;
}
