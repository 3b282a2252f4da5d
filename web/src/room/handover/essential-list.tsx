import { optionWords, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type EssentialLine, essential } from '@tablee/domain/modules/handover';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';

/** What must go on, what is not secured first: by whom, until when, and what has lapsed. */
export function EssentialList(props: {
  readonly room: RoomPlace;
  readonly lines: readonly EssentialLine[];
  readonly labelledBy: string;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const row = (line: EssentialLine): string => {
    const name = format.text(valueOf(essential, line.entity, 'name') ?? t('record.untitled'));
    const state = format.text(optionWords(essential.fields.state, line.state)[locale]).toLowerCase();
    const organisation = actorName(view, line.securedBy);
    return organisation === undefined
      ? t('handover.e-row', { name, state })
      : t('handover.e-by', { name, state, organisation });
  };
  return (
    <SentenceList
      labelledBy={props.labelledBy}
      items={props.lines.map((line) => ({
        key: line.entity.id,
        text: (
          <span id={`row-${line.entity.id}`} tabIndex={-1}>
            <Link href={props.room.href(line.entity.id)} replace>
              {row(line)}
            </Link>
          </span>
        ),
        ...(line.lapsed && line.until !== undefined
          ? { note: t('handover.e-lapsed', { date: format.date(line.until) }) }
          : {}),
        ...(!line.lapsed && line.until !== undefined
          ? { when: t('handover.e-until', { date: format.date(line.until) }) }
          : {}),
      }))}
    />
  );
}
