import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { useEffect, useState } from 'react';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';

/** One thing of the ledger, by its id and its noun. */
export interface OutsideThing {
  readonly entity: string;
  readonly type: string;
}

/** A document that was produced, or a file of the whole partnership. */
export interface OutsideDocument {
  readonly kind: string;
  /** The person who had it made. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly digest: string;
}

/** What of a person stands outside and cannot be called back. */
export interface Outside {
  readonly copies: readonly OutsideThing[];
  readonly mentions: readonly OutsideThing[];
  readonly produced: readonly OutsideDocument[];
  readonly messages: { readonly to: number; readonly from: number };
  /** Signed-in devices that were not here for a week. */
  readonly silent: number;
}

const thingIn = (value: unknown): readonly OutsideThing[] =>
  isObject(value) && typeof value['entity'] === 'string' && typeof value['type'] === 'string'
    ? [{ entity: value['entity'], type: value['type'] }]
    : [];

const documentIn = (value: unknown): readonly OutsideDocument[] => {
  if (!isObject(value)) return [];
  const { kind, by, at, digest } = value;
  return typeof kind === 'string' && typeof at === 'string'
    ? [{ kind, at, by: String(by), digest: String(digest) }]
    : [];
};

const listIn = <T>(value: unknown, read: (line: unknown) => readonly T[]): readonly T[] =>
  Array.isArray(value) ? value.flatMap(read) : [];

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Reads what the server answers about copies; what is not there is nothing. */
export const outsideIn = (answer: unknown): Outside => {
  const held = isObject(answer) ? answer : {};
  const messages = isObject(held['messages']) ? held['messages'] : {};
  return {
    copies: listIn(held['copies'], thingIn),
    mentions: listIn(held['mentions'], thingIn),
    produced: listIn(held['produced'], documentIn),
    messages: { to: count(messages['to']), from: count(messages['from']) },
    silent: count(held['silent']),
  };
};

/** What is known before the act: the list, that it is on its way, that it is for others to act, or that it needs the network. */
export type OutsideAsked = { readonly held: Outside } | 'asking' | 'notAllowed' | 'offline';

/** Asks the server what of a person stands outside, and with that whether I may put them in safety. */
export const useOutside = (person: string, isAsked: boolean): OutsideAsked => {
  const { store } = useOpenSpace();
  const [asked, setAsked] = useState<OutsideAsked>('asking');
  useEffect(() => {
    if (!isAsked) return;
    let current = true;
    const tell = (next: OutsideAsked): void => {
      if (current) setAsked(next);
    };
    void request('GET', `${path.people(store.space)}/${person}/copies`)
      .then((answer) => tell({ held: outsideIn(answer) }))
      .catch((fault: unknown) => {
        if (!(fault instanceof Fault)) throw fault;
        tell(fault.status === 403 || fault.status === 404 ? 'notAllowed' : 'offline');
      });
    return () => {
      current = false;
    };
  }, [store, person, isAsked]);
  return asked;
};

/**
 * What was answered to putting somebody in safety, by person, until it was read: every device then fetches its state
 * anew, the one that acted too, and the list must still stand there afterwards.
 */
export const unread = new Map<string, Outside>();
