import { addRecord, type Command, changeRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { ANSWER, attendance } from '@tablee/domain/modules/meeting';
import { recordsIn } from '@tablee/domain/modules/reading';
import { requestsFor } from '@tablee/domain/modules/request';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import css from './meetings.module.css';

const ANSWERS = ['coming', 'notComing', 'sendsDeputy'] as const;
type Answer = (typeof ANSWERS)[number];

/** « Venez-vous ? » for somebody who is expected or was asked: one press, changeable until the meeting. */
export function Coming({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const you = useYou();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const mine = recordsIn(view, 'attendance').find(
    (row) =>
      valueOf(attendance, row, 'meeting') === entity.id &&
      (valueOf(attendance, row, 'person') === you?.person ||
        (you?.organisation !== undefined && valueOf(attendance, row, 'organisation') === you.organisation)),
  );
  const me = { id: you?.person ?? '', ...(you?.organisation ? { organisation: you.organisation } : {}) };
  const asked = requestsFor(view, me).filter(
    ({ state }) => state.kind === 'confirmMeeting' && state.subject === entity.id,
  );
  if (mine === undefined && asked.length === 0) return null;
  const given = valueOf(attendance, mine, 'answer');
  const command = (answer: Answer): Command =>
    mine === undefined
      ? addRecord(
          act.ticket(),
          'attendance',
          { entity: act.newId(), circle: entity.circle },
          {
            meeting: entity.id,
            expected: true,
            answer,
            person: me.id,
            ...(you?.organisation ? { organisation: you.organisation } : {}),
          },
        )
      : changeRecord(act.ticket(), mine, { answer });
  const say = async (answer: Answer): Promise<void> => {
    await act.issue(command(answer));
    // Whoever asked by a link sees that the answer came another way.
    for (const { id, circle } of asked)
      await act.command(
        'request.answer',
        { entity: id, circle },
        {
          said: { choice: answer },
          channel: 'app',
        },
      );
  };
  return (
    <section className={css['coming']} aria-label={t('meeting.coming')}>
      <p>
        <strong>{t('meeting.coming')}</strong>
      </p>
      <ActionRow>
        {ANSWERS.map((answer) => (
          <ActionButton key={answer} pressed={given === answer} onPress={() => void say(answer)}>
            {format.text(t(`meeting.i.${answer}`))}
          </ActionButton>
        ))}
      </ActionRow>
      {given !== undefined && (
        <p className="note" role="status">
          {t('meeting.coming-said', { answer: ANSWER[given][locale].toLowerCase() })}
        </p>
      )}
    </section>
  );
}
