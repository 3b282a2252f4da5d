import { textOf } from '@tablee/domain/kernel';
import { type Group, groupMembers, groups, stageOf, statements } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { StatementList } from '#group/statement-list.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { useRoom } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { Conversation } from './conversation.tsx';
import { FoundForm } from './found-form.tsx';
import { GroupCard } from './group-card.tsx';
import { OurPositions } from './our-positions.tsx';
import { Papers } from './papers.tsx';
import { Pinned, Positions } from './positions.tsx';
import { useNameOf } from './use-group.ts';

const VIEWS = ['talk', 'positions', 'papers', 'us'] as const;

/** The rooms of my groups: one at a time; with none, what such a room is for. Below, what groups said to everybody. */
export default function AmongUsPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const room = useRoom('among-us');
  const [founding, setFounding] = useState(false);
  const mine = groups(view);
  const held = mine.find(({ id }) => id === thing) ?? (mine.length === 1 ? mine[0] : undefined);
  if (held !== undefined && !founding)
    return <GroupRoom key={held.id} held={held} onFound={() => setFounding(true)} />;
  const found = (
    <ActionButton kind="primary" onPress={() => setFounding(true)}>
      {t('group.found')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('group.title')}
        opening={mine.length === 0 ? t('group.question') : t('group.opening-many', { n: mine.length })}
        action={founding || mine.length === 0 ? undefined : found}
      />
      {founding && (
        <FoundForm
          onCancel={() => setFounding(false)}
          onDone={(id) => {
            setFounding(false);
            room.open(id);
          }}
        />
      )}
      {!founding && mine.length === 0 && <EmptyState action={found}>{t('group.empty')}</EmptyState>}
      {!founding && mine.length > 0 && <GroupList mine={mine} />}
      <OurPositions />
      <Said />
    </>
  );
}

function GroupList({ mine }: { readonly mine: readonly Running<Group>[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const room = useRoom('among-us');
  return (
    <SentenceList
      label={t('group.title')}
      items={mine.map(({ id, state }) => ({
        key: id,
        text: (
          <Link href={room.href(id)}>
            {format.text(textOf(state.name ?? undefined) ?? t('group.nameless'))}
          </Link>
        ),
        note: state.closed === null ? undefined : t('group.is-closed'),
      }))}
    />
  );
}

/** What groups said to all partners. */
function Said(): ReactNode {
  const view = useView();
  const { t } = useLocale();
  if (statements(view).length === 0) return null;
  return (
    <Section title={t('group.said')} id="said">
      <StatementList labelledBy="said" />
    </Section>
  );
}

function GroupRoom(props: { readonly held: Running<Group>; readonly onFound: () => void }): ReactNode {
  const { held } = props;
  const { state } = held;
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const room = useRoom('among-us');
  const nameOf = useNameOf();
  const members = groupMembers(view, held.circle).map(nameOf);
  const name = format.text(textOf(state.name ?? undefined) ?? t('group.nameless'));
  const current = viewOf(room, VIEWS);
  const others = groups(view).length > 1;
  const confirmed = state.positions.filter((position) => stageOf(position) === 'confirmed').length;
  return (
    <>
      <PageHead
        title={name}
        kicker={others ? <Link href={room.base}>{t('group.title')}</Link> : t('group.title')}
        opening={
          state.closed === null
            ? t('group.opening', { confirmed, open: state.positions.length - confirmed })
            : t('group.closed-opening', { date: format.date(state.closed.at.slice(0, 10)) })
        }
        readers={{
          summary: t('record.readers', {
            circle: t('record.circle.named', { name, n: members.length }),
          }),
          names: members,
        }}
      />
      <p className="note">{t('group.unreadable')}</p>
      <RoomTabs
        label={t('group.views')}
        room={room}
        current={current}
        views={VIEWS.map((id) => ({ id, label: t(`group.view.${id}`) }))}
      />
      {current === 'talk' && (
        <>
          <Pinned held={held} />
          <Conversation held={held} />
        </>
      )}
      {current === 'positions' && <Positions held={held} />}
      {current === 'papers' && <Papers held={held} />}
      {current === 'us' && <GroupCard held={held} onFound={props.onFound} />}
      {current === 'positions' && (
        <>
          <OurPositions />
          <Said />
        </>
      )}
    </>
  );
}
