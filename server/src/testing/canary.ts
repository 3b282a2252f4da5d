import { createHash } from 'node:crypto';
import {
  addRecord,
  type Circle,
  CORE,
  type Command,
  type JsonObject,
  type Language,
  processCommand,
  SECRETARIAT,
} from '@tablee/domain/kernel';

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

/** Papers of one circle that hold its word, and where they are had. */
export interface Papers {
  readonly commands: readonly Command[];
  /** From `documents/` on. */
  readonly files: readonly string[];
}

/** What the papers of a circle are about. */
export interface PaperMatter {
  /** A meeting of the circle. */
  readonly meeting: string;
  /** An organisation that all partners read. */
  readonly organisation: string;
  /** An agreement and a meeting that all partners read: a clause and a point of every circle are added to them. */
  readonly everybodys: { readonly agreement: string; readonly meeting: string };
  /** What paper sheets of the circle begin with: four signs, used once. */
  readonly prefix: string;
  /** False where nobody of the circle keeps the partnership: some papers are theirs alone. */
  readonly isKept: boolean;
}

/**
 * The papers of a circle: a concept note, sheets with codes, a half page and a promise of the quarter, an agreement with
 * its clause; in the secretariat's a letter, in the core group's its working agreement.
 */
export const papersOf = ({ circle, word }: Canary, ticket: PlantTicket, matter: PaperMatter): Papers => {
  const { meeting, organisation, everybodys, prefix, isKept } = matter;
  const commands: Command[] = [];
  const files: string[] = [];
  const text = (prose: string) => ({ lang: ticket.language, text: prose });
  const at = () => ({ id: ticket.id(), space: ticket.space, saidAt: ticket.saidAt });
  const record = (noun: string, slots: Parameters<typeof addRecord>[3]): string => {
    const entity = ticket.id();
    commands.push(addRecord(at(), noun, { entity, circle }, slots));
    return entity;
  };
  const act = (type: string, payload: JsonObject): string => {
    const entity = ticket.id();
    commands.push(processCommand(at(), type, { entity, circle }, payload));
    return entity;
  };
  const readers = circle === CORE ? 'core' : 'partners';
  const note = { audience: 'Bailleur', readers, lang: ticket.language, ask: text(`Aidez ${word}`) };
  files.push(`concept-note/${record('conceptNote', note)}`);
  const list = { kind: 'attendance', subject: meeting };
  const run = { prefix, lang: ticket.language, title: `Feuille ${word}`, asks: [list], sheets: [{}] };
  files.push(`paper/${act('paper.print', run)}`);
  const said = `Fait ${word}`;
  record('quarterPage', { quarter: '2026-Q1', organisation, done: text(said), late: text(said) });
  record('commitment', { what: text(said), owner: organisation, due: '2026-02-10', state: 'open' });
  for (const on of new Set([meeting, everybodys.meeting]))
    record('agendaItem', { meeting: on, title: text(`Point ${word}`), order: 1 });
  if (!isKept) return { commands, files };
  const clause = { order: 1, title: `Clause ${word}`, text: text(said) };
  record('clause', { ...clause, agreement: everybodys.agreement });
  const own = act('agreement.prepare', { title: `Accord ${word}`, kind: 'charter', languages: ['fr'] });
  record('clause', { ...clause, agreement: own });
  files.push(`agreement/${own}`);
  if (circle === SECRETARIAT) {
    const frame = { template: 'listed', tone: 'plain', lang: ticket.language, civility: 'madam' };
    const letter = {
      ...frame,
      organisation,
      dated: '2026-03-01',
      subject: said,
      body: said,
      recipient: said,
    };
    files.push(`letter/${act('letter.write', letter)}`);
  }
  if (circle === CORE) {
    const wording = { kind: 'workingAgreement', lang: ticket.language, text: said };
    files.push(`working-agreement/${act('wording.open', wording)}`);
  }
  return { commands, files };
};

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
