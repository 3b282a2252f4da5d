import { evidence, evidenceFor } from '@tablee/domain/modules/problem-tree';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import type { Draft } from '#register/draft.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';

const FIELDS = ['shows', 'amount', 'source', 'date', 'place', 'address', 'file'];

/** What shows the problem, or one card of its tree: each with its source and date, or said to lack them. */
export function EvidenceList(props: {
  readonly room: RoomPlace;
  /** The card; absent for the problem as a whole. */
  readonly card?: string;
  readonly label: string;
}): ReactNode {
  const { card, room } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const [adding, setAdding] = useState(false);
  const lines = evidenceFor(view, card, locale);
  const done = (): void => setAdding(false);
  const preset: Draft = card === undefined ? {} : { about: card };
  return (
    <>
      {lines.length === 0 && !adding && <p className="note">{t('problem.evidence-none')}</p>}
      {lines.length > 0 && (
        <SentenceList
          label={props.label}
          items={lines.map((line) => ({
            key: line.id,
            text: (
              <span id={`row-${line.id}`} tabIndex={-1} lang={line.lang}>
                <Link href={room.href(line.id)} replace>
                  {format.text(line.shows)}
                </Link>
                {line.amount && ` ${format.quantity(Number(line.amount.value), line.amount.unit)}`}
              </span>
            ),
            note: format.text(
              [
                line.source ?? t('problem.no-source'),
                line.date === undefined ? t('problem.no-date') : format.date(line.date),
                ...(line.place === undefined ? [] : [line.place.name]),
              ].join(' · '),
            ),
          }))}
        />
      )}
      {adding && (
        <RecordForm declaration={evidence} fields={FIELDS} preset={preset} onDone={done} onCancel={done} />
      )}
      {!adding && (
        <ForWriters>
          <ActionButton kind="quiet" onPress={() => setAdding(true)}>
            {t('problem.evidence-add')}
          </ActionButton>
        </ForWriters>
      )}
    </>
  );
}
