import {
  type ContextSides,
  contextFact,
  contextSides,
  initiative,
  initiativeState,
} from '@tablee/domain/modules/context';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { RegisterTable } from '#register/register-view.tsx';
import { useReaders } from '#register/use-circles.ts';
import { ImportSheet } from '#sheet/import-sheet.tsx';
import { UndoList } from '#sheet/undo-list.tsx';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './context-page.module.css';
import { OverlapSection } from './overlap-section.tsx';

const FACT_FIELDS = ['title', 'effect', 'source', 'evidence', 'address', 'reviewDate'];
const INITIATIVE_FIELDS = ['name', 'source', 'aims', 'area', 'start', 'end', 'actors', 'address'];

/** What helps, what hinders, and who works on it already. */
export default function ContextPage({ thing }: RoomProps): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const room = useRoom('context');
  const current = viewOf(room, ['facts', 'initiatives']);
  const readers = useReaders('partners');
  const sides = contextSides(view, today(), locale);
  const initiatives = initiativeState(view);
  const entity = useEntity(thing);
  const [adding, setAdding] = useState<'one' | 'list'>();
  const facts = current === 'facts';
  const isEmpty = facts ? sides.helps.length + sides.hinders.length === 0 : initiatives.known === 0;
  const add = (
    <ActionRow>
      <ActionButton kind="primary" onPress={() => setAdding('one')}>
        {t(facts ? 'launch.context-add' : 'launch.initiative-add')}
      </ActionButton>
      <ActionButton onPress={() => setAdding('list')}>{t('contact.paste')}</ActionButton>
    </ActionRow>
  );
  const done = (): void => setAdding(undefined);
  const declaration = facts ? contextFact : initiative;
  return (
    <>
      <PageHead
        title={t('launch.context')}
        opening={<Opening sides={sides} initiatives={initiatives} />}
        readers={readers}
        action={adding !== undefined || isEmpty ? undefined : add}
      />
      <Guidance tool="context" />
      <RoomTabs
        label={t('launch.context-views')}
        room={room}
        current={current}
        views={[
          { id: 'facts', label: t('launch.context-facts') },
          { id: 'initiatives', label: t('launch.context-initiatives') },
        ]}
      />
      {adding === undefined && <UndoList noun={declaration.name} fresh />}
      {adding === 'one' && (
        <RecordForm
          declaration={declaration}
          fields={facts ? FACT_FIELDS : INITIATIVE_FIELDS}
          onDone={done}
          onCancel={done}
        />
      )}
      {adding === 'list' && <ImportSheet declaration={declaration} onDone={done} onCancel={done} />}
      {facts && isEmpty && adding === undefined && (
        <EmptyState action={add}>{t('launch.context-empty')}</EmptyState>
      )}
      {facts && !isEmpty && <Sides sides={sides} room={room} />}
      {!facts && !(adding !== undefined && isEmpty) && (
        <RegisterTable declaration={initiative} href={room.href} selected={thing} emptyAction={add} />
      )}
      {thing !== undefined && (
        <ThingPanel
          room={room}
          declaration={entity?.type === 'initiative' ? initiative : contextFact}
          thing={thing}
        >
          {entity?.type === 'initiative' && entity.kind === 'record' && <OverlapSection entity={entity} />}
        </ThingPanel>
      )}
    </>
  );
}

function Opening(props: {
  readonly sides: ContextSides;
  readonly initiatives: { readonly known: number; readonly open: number };
}): ReactNode {
  const { t } = useLocale();
  const { helps, hinders } = props.sides;
  if (helps.length + hinders.length + props.initiatives.known === 0) return t('launch.context-question');
  const due = [...helps, ...hinders].filter((fact) => fact.reviewDue).length;
  const parts = [
    t('launch.context-opening', { helps: helps.length, hinders: hinders.length }),
    ...(due > 0 ? [t('launch.context-due', { n: due })] : []),
    ...(props.initiatives.open > 0 ? [t('launch.initiative-open', { n: props.initiatives.open })] : []),
  ];
  return parts.join(' ');
}

function Sides({ sides, room }: { readonly sides: ContextSides; readonly room: RoomPlace }): ReactNode {
  return (
    <div className={css['sides']}>
      <Side name="helps" facts={sides.helps} room={room} />
      <Side name="hinders" facts={sides.hinders} room={room} />
    </div>
  );
}

function Side(props: {
  readonly name: keyof ContextSides;
  readonly facts: ContextSides['helps'];
  readonly room: RoomPlace;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const id = `side-${props.name}`;
  return (
    <Section title={t(`launch.context-${props.name}`)} id={id} aside={format.number(props.facts.length)}>
      {props.facts.length === 0 ? (
        <Note>{t(`launch.context-no-${props.name}`)}</Note>
      ) : (
        <SentenceList
          labelledBy={id}
          items={props.facts.map((fact) => ({
            key: fact.id,
            text: (
              <span id={`row-${fact.id}`} tabIndex={-1}>
                <Link href={props.room.href(fact.id)} replace>
                  {format.text(fact.title)}
                </Link>
              </span>
            ),
            ...(fact.reviewDate === undefined
              ? {}
              : {
                  note: t(fact.reviewDue ? 'launch.context-review-due' : 'launch.context-review', {
                    date: format.date(fact.reviewDate),
                  }),
                }),
          }))}
        />
      )}
    </Section>
  );
}
