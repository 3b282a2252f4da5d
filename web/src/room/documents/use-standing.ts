import { changeRecord, type JsonObject, valueOf } from '@tablee/domain/kernel';
import { document, editionId, editionOfDocument } from '@tablee/domain/modules/document';
import { recordIn } from '@tablee/domain/modules/reading';
import { useAct, useView } from '#sync/use-space.ts';

/** What is said of a version. */
export interface StandingActs {
  /** Opens it to comments until a day. */
  ask(document: string, until: string): Promise<void>;
  /** Puts it in force, in the place of what stands now. */
  enforce(document: string): Promise<void>;
  withdraw(document: string): Promise<void>;
  /** Gives a position on it. */
  take(document: string, position: JsonObject): Promise<void>;
  /** Places a new version after the one that it was made from. */
  place(document: string, from: string): Promise<void>;
}

/** Says what versions count for. A document that stood alone gets its line of versions with the first act on it. */
export const useStanding = (): StandingActs => {
  const view = useView();
  const act = useAct();
  const lineOf = async (id: string): Promise<{ readonly entity: string; readonly circle: string }> => {
    const line = editionOfDocument(view, id);
    if (line !== undefined) return { entity: line.id, circle: line.circle };
    const entity = recordIn(view, 'document', id);
    const target = { entity: editionId(id), circle: entity?.circle ?? document.circle };
    await act.command('edition.open', target, { document: id });
    // What was noted of it by hand gives way to its line: two places would say two things.
    if (entity !== undefined && valueOf(document, entity, 'standing') !== undefined)
      await act.issue(changeRecord(act.ticket(), entity, { standing: null, commentUntil: null }));
    return target;
  };
  const say = async (verb: string, at: string, payload: JsonObject): Promise<void> => {
    const target = await lineOf(at);
    await act.command(`edition.${verb}`, target, payload);
  };
  return {
    ask: (id, until) => say('ask', id, { document: id, until }),
    enforce: (id) => {
      const seen = editionOfDocument(view, id)?.state.inForce ?? undefined;
      return say('enforce', id, { document: id, ...(seen === undefined ? {} : { seen }) });
    },
    take: (id, position) => {
      const number = editionOfDocument(view, id)?.state.versions.find((each) => each.document === id)?.number;
      // A document that stood alone begins its line with this: it is the first version.
      return say('take', id, { ...position, version: number ?? 1 });
    },
    withdraw: (id) => say('withdraw', id, { document: id }),
    place: (id, from) => say('place', from, { document: id, from }),
  };
};
