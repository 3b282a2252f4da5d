import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import type { HandoverLine } from '@tablee/domain/modules/handover';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { usePeople, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { Answer } from './answer.tsx';

/** The words of a handover: what goes to whom, where it stands. */
export const useHandoverWords = (): ((line: HandoverLine) => {
  readonly title: string;
  readonly row: string;
  readonly note: string;
}) => {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  return ({ state, title, late }) => {
    const said = title === undefined ? t('record.erased') : format.text(title);
    const organisation = actorName(view, state.toOrganisation ?? undefined);
    const person = people.find(state.toPerson)?.name ?? t('record.somebody');
    const who = organisation === undefined ? person : `${person} (${organisation})`;
    const reason = textOf(state.reason ?? undefined);
    return {
      title: said,
      row: t('handover.row', { title: said, who, state: t(`handover.status-${state.status}`) }),
      note: [
        ...(late ? [t('handover.late')] : []),
        ...(reason === undefined ? [] : [t('handover.reason', { reason: format.text(reason) })]),
      ].join(' '),
    };
  };
};

/** Handovers as sentences, each with what its reader may do. */
export function HandoverList(props: {
  readonly room: RoomPlace;
  readonly lines: readonly HandoverLine[];
  readonly labelledBy: string;
}): ReactNode {
  const words = useHandoverWords();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy={props.labelledBy}
      items={props.lines.map((line) => {
        const { row, note } = words(line);
        return {
          key: line.id,
          text: (
            <span id={`row-${line.id}`} tabIndex={-1}>
              <Link href={props.room.href(line.id)} replace>
                {row}
              </Link>
            </span>
          ),
          ...(note === '' ? {} : { note }),
          state: <Answer line={line} />,
          when: t('handover.from-day', { date: format.date(line.state.date) }),
        };
      })}
    />
  );
}
