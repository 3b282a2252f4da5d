import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { COMMITMENT_STATE } from '@tablee/domain/modules/commitment';
import { ANSWER } from '@tablee/domain/modules/meeting';
import type { Running } from '@tablee/domain/modules/reading';
import {
  confirming,
  isFor,
  type Request,
  type RequestKind,
  requestsAbout,
} from '@tablee/domain/modules/request';
import { STANCE } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, usePeople, useView, useYou } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { type Sentence, SentenceList } from '../ui/sentence-list.tsx';

const WORDS: { readonly [choice: string]: { readonly fr: string; readonly en: string } } = {
  ...ANSWER,
  ...STANCE,
  ...COMMITMENT_STATE,
};

/** Props of {@link RequestList}. */
export interface RequestListProps {
  readonly subject: string;
  /** Only requests of this kind. */
  readonly kind?: RequestKind;
  /** Only those without an answer: the answers stand elsewhere on the page. */
  readonly unanswered?: boolean;
}

/** What was asked about a thing by personal link, and what came of it; nothing when nobody was asked. */
export function RequestList({ subject, kind, unanswered = false }: RequestListProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const row = useRow();
  const asked = requestsAbout(view, subject).filter(
    ({ state }) => (kind === undefined || state.kind === kind) && !(unanswered && state.answer !== null),
  );
  if (asked.length === 0) return null;
  return <SentenceList form="plain" label={t('request.asked')} items={asked.map(row)} />;
}

const useRow = (): ((held: Running<Request>) => Sentence) => {
  const answered = useAnsweredRow();
  const waiting = useWaitingRow();
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  return (held) => {
    const { person, organisation, answer } = held.state;
    const named = person === null ? undefined : people.find(person)?.name;
    const name = named ?? actorName(view, organisation ?? undefined) ?? t('record.somebody');
    return answer === null ? waiting(held, name) : answered(held, name, answer);
  };
};

type Answer = NonNullable<Request['answer']>;

/** What somebody answered and by which way; whoever was asked confirms what was noted for them. */
const useAnsweredRow = (): ((held: Running<Request>, name: string, answer: Answer) => Sentence) => {
  const view = useView();
  const you = useYou();
  const me = { id: you?.person ?? '', ...(you?.organisation ? { organisation: you.organisation } : {}) };
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const confirm = async (id: string, { kind, subject }: Request): Promise<void> => {
    const held = { id, from: 'request', kind, subject } as const;
    for (const command of confirming(view, held, me, act.ticket)) await act.issue(command);
  };
  return ({ id, state }, name, { said: { choice, value }, words, channel, confirmed, at }) => {
    const said = (choice === undefined ? value : WORDS[choice]?.[locale]) ?? t('request.answered-else');
    const own = textOf(words ?? undefined);
    const toConfirm = !confirmed && state.state === 'answered' && isFor(state, me);
    return {
      key: id,
      text: t('request.answered', { name, answer: said }),
      when: format.date(at.slice(0, 10)),
      note: [
        t(`request.by.${channel}`),
        ...(confirmed ? [] : [t('request.unconfirmed')]),
        ...(own === undefined ? [] : [format.text(own)]),
      ].join(' '),
      action: toConfirm && (
        <ActionButton kind="quiet" onPress={() => void confirm(id, state)}>
          {t('request.confirm')}
        </ActionButton>
      ),
    };
  };
};

/** Who has not answered, until when they may; an open request can be withdrawn. */
const useWaitingRow = (): ((held: Running<Request>, name: string) => Sentence) => {
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  return ({ id, circle, state }, name) => {
    const isOpen = state.state === 'open';
    const withdraw = (): void =>
      void act.command('request.close', { entity: id, circle }, { for: 'withdrawn' });
    return {
      key: id,
      text: t(isOpen ? 'request.waiting' : 'request.closed', { name }),
      when: format.date(state.at.slice(0, 10)),
      note: state.deadline !== null && t('request.until', { date: format.date(state.deadline) }),
      action: isOpen && (
        <ActionButton kind="quiet" onPress={withdraw}>
          {t('request.withdraw')}
        </ActionButton>
      ),
    };
  };
};
