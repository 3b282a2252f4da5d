import {
  type Command,
  type Entity,
  type InCircle,
  type JsonObject,
  processCommand,
  type RecordEntity,
  type Ticket,
  undoRecord,
  type View,
} from '@tablee/domain/kernel';
import type { PersonalItem, PersonCard, You } from '@tablee/domain/protocol';
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { newId } from './id.ts';
import type { PersonalStore } from './personal.ts';
import type { Shelf } from './shelf.ts';
import type { SpaceStore, SyncStatus } from './space-store.ts';
import type { SpaceSync } from './sync.ts';

/** One opened space: its store and its sync, what is mine alone in it, and this device's shelf. */
export interface OpenSpace {
  readonly store: SpaceStore;
  readonly sync: SpaceSync;
  readonly personal: PersonalStore;
  readonly shelf: Shelf;
}

/** The opened space of a page. */
export const SpaceContext = createContext<OpenSpace | undefined>(undefined);

/**
 * The opened space.
 * @throws outside of a space's page: a defect.
 */
export const useOpenSpace = (): OpenSpace => {
  const open = useContext(SpaceContext);
  if (open === undefined) throw new Error('no space is open here');
  return open;
};

/** What I may see of the space, guesses included; a new object after each change. */
export const useView = (): View => {
  const { store } = useOpenSpace();
  return useSyncExternalStore(store.subscribe, store.getView);
};

/** What sync says of itself. */
export const useSyncStatus = (): SyncStatus => {
  const { store } = useOpenSpace();
  return useSyncExternalStore(store.subscribe, store.getStatus);
};

/** One entity, as it is now. */
export const useEntity = (id: string | undefined): Entity | undefined => {
  const view = useView();
  return id === undefined ? undefined : view.get(id);
};

/** Who I am in this space; re-read with each change. */
export const useYou = (): You | undefined => {
  const { store } = useOpenSpace();
  useView();
  return store.you;
};

/** The people whom the vault shows to me. */
export const usePeople = (): {
  readonly all: readonly PersonCard[];
  find(id: string): PersonCard | undefined;
} => {
  const { store } = useOpenSpace();
  const view = useView();
  return useMemo(() => ({ all: store.people, find: (id: string) => store.person(id), view }), [store, view]);
};

/** What is readable by me alone in this space, from this device; a new list after each change. */
export const usePersonal = (): readonly PersonalItem[] => {
  const { personal } = useOpenSpace();
  return useSyncExternalStore(personal.subscribe, personal.getItems);
};

/** What a screen does: issue commands, undo its own last one. */
export interface Act {
  /** A ticket for a new command. */
  ticket(): Ticket;
  /** A new id for a new entity. */
  newId(): string;
  /** Puts a command into the outbox and shows its guess. */
  issue(command: Command): Promise<void>;
  /** The same with a command of a process, such as `journey.enter`, and the payload that its declaration names. */
  command(type: string, target: InCircle, payload: JsonObject): Promise<void>;
  /** The same for many at once, shown once; none of them can be undone by {@link Act.undo}. */
  issueAll(commands: readonly Command[]): Promise<void>;
  /** Undoes the last record command issued through this hook: dropped if unsent, else a command of its own. */
  undo(): Promise<void>;
  readonly canUndo: boolean;
}

interface Last {
  readonly command: Command;
  readonly before: RecordEntity | undefined;
}

const isRecord = (entity: Entity | undefined): entity is RecordEntity => entity?.kind === 'record';

/** The way to write into the space. */
export const useAct = (): Act => {
  const { store, sync } = useOpenSpace();
  const last = useRef<Last | undefined>(undefined);
  const [canUndo, setCanUndo] = useState(false);
  useView();
  const ticket = useCallback(
    (): Ticket => ({ id: newId(), space: store.space, saidAt: new Date().toISOString() }),
    [store],
  );
  const issue = useCallback(
    async (command: Command) => {
      const before = store.getView().get(command.entity);
      if (/\.(add|change)$/.test(command.type)) {
        last.current = { command, before: isRecord(before) ? before : undefined };
        setCanUndo(true);
      }
      await store.issue(command);
      sync.issued();
    },
    [store, sync],
  );
  const command = useCallback(
    (type: string, target: InCircle, payload: JsonObject) =>
      issue(processCommand(ticket(), type, target, payload)),
    [issue, ticket],
  );
  const issueAll = useCallback(
    async (commands: readonly Command[]) => {
      if (commands.length === 0) return;
      await store.issue(...commands);
      sync.issued();
    },
    [store, sync],
  );
  const undo = useCallback(async () => {
    const done = last.current;
    if (done === undefined) return;
    last.current = undefined;
    setCanUndo(false);
    if (await store.withdraw(done.command.id)) return;
    const after = store.getView().get(done.command.entity);
    if (!isRecord(after)) return;
    await store.issue(undoRecord(ticket(), done.before, after, done.command));
    sync.issued();
  }, [store, sync, ticket]);
  return { ticket, newId, issue, command, issueAll, undo, canUndo };
};
