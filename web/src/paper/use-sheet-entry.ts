import type { Command } from '@tablee/domain/kernel';
import {
  type Done,
  enterSheet,
  type FoundSheet,
  findSheet,
  type SheetEntry,
  type SheetField,
  type SheetNotFound,
  type SheetQuestion,
  type TypedAnswer,
  takeSheetBack,
} from '@tablee/domain/modules/paper';
import { isPollAnswer, type PollAnswer } from '@tablee/domain/modules/poll';
import { readDay } from '@tablee/domain/modules/request';
import { readDecimal } from '@tablee/domain/text';
import { useRef, useState } from 'react';
import { useAct, useOpenSpace, useView } from '../sync/use-space.ts';
import { isAsked, type Typed, type TypedFault } from './typed.ts';

/** The last sheet that was typed in on this screen. */
export interface LastSheet {
  readonly code: string;
  readonly done: readonly Done[];
}

/** Reads what was typed, or names the first box that stands in the way. */
export const readTyped = (
  questions: readonly SheetQuestion[],
  typed: Typed,
  language: 'fr' | 'en',
):
  | { readonly ok: true; readonly answers: readonly TypedAnswer[] }
  | ({ readonly ok: false } & TypedFault) => {
  const answers: TypedAnswer[] = [];
  for (const question of questions) {
    const said: Record<string, string> = {};
    const dates: { readonly option: number; readonly answer: PollAnswer }[] = [];
    for (const field of question.fields) {
      const text = (typed.values[field.id] ?? '').trim();
      if (text === '' || !isAsked(field, typed)) continue;
      const read = readField(field, text, language);
      if (read === undefined) return { ok: false, field: field.id, what: isDay(field) ? 'day' : 'figure' };
      if (field.date !== undefined && isPollAnswer(read)) dates.push({ option: field.date, answer: read });
      else said[field.part] = read;
    }
    // Of a poll, any date will do; a word alone says nothing of them.
    const lacking =
      question.kind === 'poll' && dates.length === 0
        ? question.fields[0]
        : question.fields.find((field) => !field.optional && said[field.part] === undefined);
    // A question that was left empty on the sheet is no answer; a half one is asked for.
    if (Object.keys(said).length + dates.length === 0) continue;
    if (lacking !== undefined) return { ok: false, field: lacking.id, what: 'missing' };
    const unit = said['value'] === undefined ? {} : { unit: question.unit ?? '' };
    answers.push({ ask: question.ask, ...said, ...unit, ...(dates.length === 0 ? {} : { dates }) });
  }
  const [first] = questions.flatMap((question) => question.fields);
  return answers.length === 0 && first !== undefined
    ? { ok: false, field: first.id, what: 'missing' }
    : { ok: true, answers };
};

const isDay = ({ part }: SheetField): boolean =>
  part === 'day' || part === 'clearUntil' || part === 'confirmedOn';

const readField = (field: SheetField, typed: string, language: 'fr' | 'en'): string | undefined => {
  if (isDay(field)) return readDay(typed);
  if (field.part !== 'value') return typed;
  const read = readDecimal(typed, language);
  return 'decimal' in read ? read.decimal : undefined;
};

/** Types sheets in one after the other: finds them by code on this device, enters them once, takes the last one back. */
export const useSheetEntry = (): {
  find(typed: string): FoundSheet | SheetNotFound;
  enter(found: FoundSheet, entry: SheetEntry): Promise<void>;
  undo(): Promise<{ readonly code: string; readonly left: number } | undefined>;
  readonly last: LastSheet | undefined;
  /** How many were typed in since the page was opened. */
  readonly count: number;
} => {
  const view = useView();
  const act = useAct();
  const { store, sync } = useOpenSpace();
  const pile = useRef<string | undefined>(undefined);
  const [last, setLast] = useState<LastSheet>();
  const [count, setCount] = useState(0);
  const issue = async (command: Command): Promise<Done> => {
    const held = store.getView().get(command.entity);
    await store.issue(command);
    return { command, before: held?.kind === 'record' ? held : undefined };
  };
  return {
    find: (typed) => findSheet(view, typed, pile.current),
    async enter(found, entry) {
      pile.current = found.run.state.prefix;
      const done: Done[] = [];
      for (const command of enterSheet(store.getView(), found, entry, act)) done.push(await issue(command));
      sync.issued();
      setLast({ code: found.code, done });
      setCount((before) => before + 1);
    },
    async undo() {
      if (last === undefined) return undefined;
      setLast(undefined);
      const sent: Done[] = [];
      // What has not left this device is simply dropped, the latest first.
      for (const each of last.done.toReversed())
        if (!(await store.withdraw(each.command.id))) sent.unshift(each);
      const { commands, left } = takeSheetBack(store.getView(), sent, act.ticket);
      for (const command of commands) await store.issue(command);
      sync.issued();
      setCount((before) => Math.max(0, before - 1));
      return { code: last.code, left };
    },
    last,
    count,
  };
};
