import { processCommand, textOf } from '@tablee/domain/kernel';
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
  const view = useView();
  const people = usePeople();
  const you = useYou();
  const me = { id: you?.person ?? '', ...(you?.organisation ? { organisation: you.organisation } : {}) };
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const confirm = async (id: string, { kind, subject }: Request): Promise<void> => {
    const held = { id, from: 'request', kind, subject } as const;
    for (const command of confirming(view, held, me, act.ticket)) await act.issue(command);
  };
  return ({ id, circle, state }) => {
    const person = state.person === null ? undefined : people.find(state.person)?.name;
    const name = person ?? actorName(view, state.organisation ?? undefined) ?? t('record.somebody');
    const words = textOf(state.answer?.words ?? undefined);
    const choice = state.answer?.said.choice;
    const said =
      (choice === undefined ? state.answer?.said.value : WORDS[choice]?.[locale]) ??
      t('request.answered-else');
    if (state.answer !== null) {
      const toConfirm = !state.answer.confirmed && state.state === 'answered' && isFor(state, me);
      return {
        key: id,
        text: t('request.answered', { name, answer: said }),
        when: format.date(state.answer.at.slice(0, 10)),
        note: [
          t(`request.by.${state.answer.channel}`),
          ...(state.answer.confirmed ? [] : [t('request.unconfirmed')]),
          ...(words === undefined ? [] : [format.text(words)]),
        ].join(' '),
        ...(toConfirm
          ? {
              action: (
                <ActionButton kind="quiet" onPress={() => void confirm(id, state)}>
                  {t('request.confirm')}
                </ActionButton>
              ),
            }
          : {}),
      };
    }
    const open = state.state === 'open';
    return {
      key: id,
      text: t(open ? 'request.waiting' : 'request.closed', { name }),
      when: format.date(state.at.slice(0, 10)),
      ...(state.deadline === null ? {} : { note: t('request.until', { date: format.date(state.deadline) }) }),
      ...(open
        ? {
            action: (
              <ActionButton
                kind="quiet"
                onPress={() =>
                  void act.issue(
                    processCommand(
                      act.ticket(),
                      'request.close',
                      { entity: id, circle },
                      { for: 'withdrawn' },
                    ),
                  )
                }
              >
                {t('request.withdraw')}
              </ActionButton>
            ),
          }
        : {}),
    };
  };
};
