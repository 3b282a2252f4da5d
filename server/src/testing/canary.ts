import { createHash } from 'node:crypto';
import { addRecord, type Circle, type Command, type Language } from '@tablee/domain/kernel';

/** A word that stands in one circle and nowhere else: whoever reads it outside has found a leak. */
export interface Canary {
  readonly circle: Circle;
  /** Twelve letters, in no dictionary. */
  readonly word: string;
}

/** One word per circle; the same circle always gets the same word. */
export const canariesFor = (circles: readonly Circle[]): readonly Canary[] =>
  circles.map((circle) => {
    const bytes = createHash('sha256').update(`canary ${circle}`).digest();
    return {
      circle,
      word: [...bytes.subarray(0, 12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join(''),
    };
  });

/** What the commands that plant a word have in common; a fresh id per call. */
export interface PlantTicket {
  readonly space: string;
  readonly language: Language;
  id(): string;
  /** ISO 8601 UTC. */
  readonly saidAt: string;
}

/** The command that plants a word in its circle: a fact of the context whose title is the word. */
export const plant = ({ circle, word }: Canary, { space, language, id, saidAt }: PlantTicket): Command =>
  addRecord(
    { id: id(), space, saidAt },
    'contextFact',
    { entity: id(), circle },
    {
      title: { lang: language, text: `Signal ${word}` },
      effect: 'helps',
    },
  );

/** The forms in which a word could hide in an output: as it is, in base64 (three offsets), percent-encoded is itself. */
const disguises = (word: string): readonly string[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + word)
      .toString('base64')
      .replace(/=+$/, '');
    // The first signs also hold the padding before the word, the last one what would follow it.
    return text.slice(offset === 0 ? 0 : offset + 1, -1);
  });

/** The circles whose words occur in an output, in any case and also inside base64. */
export const heardIn = (output: string | Uint8Array, canaries: readonly Canary[]): readonly Circle[] => {
  const text = typeof output === 'string' ? output : Buffer.from(output).toString('latin1');
  const lower = text.toLowerCase();
  return canaries
    .filter(({ word }) => lower.includes(word) || disguises(word).some((form) => text.includes(form)))
    .map(({ circle }) => circle);
};
