import { titleOf } from '@tablee/domain/kernel';
import { type Comparison, comparison, criterion, option } from '@tablee/domain/modules/evaluation';
import { type ReactNode, useState } from 'react';
import { decisionAddress } from '#app/address.ts';
import type { RoomProps } from '#app/room-table.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { CellView } from './cell-view.tsx';
import { type CellAddress, ComparisonView } from './comparison-view.tsx';
import { Gaps } from './gaps.tsx';

/** Ways on, side by side on criteria; the table sheds light, a decision decides. */
export default function OptionsPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const room = useRoom('options');
  const readers = useReaders('partners');
  const [adding, setAdding] = useState<'option' | 'criterion'>();
  const [cell, setCell] = useState<CellAddress>();
  const table = comparison(view);
  const none = table.options.length === 0;
  const done = (): void => setAdding(undefined);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding('option')}>
      {t('option.add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('option.title')}
        opening={
          none
            ? t('option.opening-none')
            : t('option.opening', {
                options: table.options.length,
                criteria: table.criteria.length,
                withEnd: table.withEnd ? 'yes' : 'no',
              })
        }
        readers={readers}
        action={none || adding !== undefined ? undefined : add}
      />
      {adding === 'option' && (
        <RecordForm
          declaration={option}
          fields={['name', 'kind', 'description']}
          submit={t('option.add')}
          onDone={done}
          onCancel={done}
        />
      )}
      {adding === 'criterion' && (
        <RecordForm
          declaration={criterion}
          fields={['name', 'question']}
          preset={{ order: table.criteria.length + 1 }}
          submit={t('option.add-criterion')}
          onDone={done}
          onCancel={done}
        />
      )}
      {none && adding === undefined && <EmptyState action={add}>{t('option.empty')}</EmptyState>}
      {!none && adding === undefined && (
        <Stack>
          <ComparisonView table={table} room={room} onCell={setCell} />
          {cell && (
            <CellView key={`${cell.option}-${cell.criterion}`} at={cell} onClose={() => setCell(undefined)} />
          )}
          <Gaps table={table} onCell={setCell} />
          <Below onCriterion={() => setAdding('criterion')} table={table} />
        </Stack>
      )}
      {thing !== undefined && <Thing room={room} thing={thing} />}
    </>
  );
}

function Below(props: { readonly table: Comparison; readonly onCriterion: () => void }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const names = props.table.options.map((each) => titleOf(option, each, locale) ?? t('record.untitled'));
  const question = t('option.question', { options: names.join(', ') });
  return (
    <Stack tight>
      <Note>{t(props.table.criteria.length === 0 ? 'option.no-criteria' : 'option.no-total')}</Note>
      <ForWriters>
        <ActionRow>
          <ActionButton onPress={props.onCriterion}>{t('option.add-criterion')}</ActionButton>
          <ActionButton href={decisionAddress(store.space, question)}>{t('option.decide')}</ActionButton>
        </ActionRow>
      </ForWriters>
      <Note>{t('option.decide-note')}</Note>
    </Stack>
  );
}

function Thing({ room, thing }: { readonly room: RoomPlace; readonly thing: string }): ReactNode {
  const entity = useEntity(thing);
  return (
    <ThingPanel room={room} declaration={entity?.type === 'criterion' ? criterion : option} thing={thing} />
  );
}
