import { activity } from '@tablee/domain/modules/activity';
import { clause, traceOf } from '@tablee/domain/modules/agreement';
import { assumption, indicator, milestone, result } from '@tablee/domain/modules/result';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { LinkedList } from '#page/linked-list.tsx';
import { Note } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import type { ChainEntry } from './chain-entry.ts';
import { AssumptionLine } from './chain-outline.tsx';

/** A result, assumption, indicator or interim value beside the chain, and what hangs on it. */
export function ResultPanel(props: {
  readonly entries: readonly ChainEntry[];
  readonly room: RoomPlace;
  readonly id: string;
}): ReactNode {
  const { id, room } = props;
  const entity = useEntity(id);
  const entry = props.entries.find((each) => each.id === id);
  if (entity?.type === 'assumption') return <ThingPanel room={room} declaration={assumption} thing={id} />;
  if (entity?.type === 'milestone') return <ThingPanel room={room} declaration={milestone} thing={id} />;
  if (entity?.type === 'indicator')
    return (
      <ThingPanel room={room} declaration={indicator} thing={id}>
        <Adding kind="milestone" preset={{ indicator: id }} />
        <Trace id={id} />
      </ThingPanel>
    );
  return (
    <ThingPanel room={room} declaration={result} thing={id}>
      {entry && <Held entry={entry} room={room} />}
      <Trace id={id} />
    </ThingPanel>
  );
}

function Held({ entry, room }: { readonly entry: ChainEntry; readonly room: RoomPlace }): ReactNode {
  const { t } = useLocale();
  return (
    <>
      <PanelSection title={t('result.assumptions')}>
        {entry.assumptions.length === 0 ? (
          <Note>{t('result.no-assumption')}</Note>
        ) : (
          <ul>
            {entry.assumptions.map((held) => (
              <li key={held.id}>
                <AssumptionLine held={held} room={room} />
              </li>
            ))}
          </ul>
        )}
        <Adding kind="assumption" preset={{ result: entry.id }} />
      </PanelSection>
      <PanelSection title={t('result.indicators')}>
        {entry.indicators.length === 0 ? (
          <Note>{t('result.no-indicator')}</Note>
        ) : (
          <SentenceList
            form="plain"
            label={t('result.indicators')}
            items={entry.indicators.map((held) => ({
              key: held.id,
              text: (
                <Link href={room.href(held.id)} replace>
                  {held.words}
                </Link>
              ),
            }))}
          />
        )}
        <Adding kind="indicator" preset={{ result: entry.id }} />
      </PanelSection>
    </>
  );
}

const FIELDS = {
  assumption: ['statement', 'owner', 'recheck', 'holds'],
  indicator: [
    'name',
    'direction',
    'baseline',
    'baselineDate',
    'target',
    'targetDate',
    'collector',
    'rhythm',
    'source',
  ],
  milestone: ['date', 'value', 'note'],
} as const;
const DECLARATIONS = { assumption, indicator, milestone };

/** A button that opens the short form of what is added to a thing, in place. */
function Adding(props: {
  readonly kind: keyof typeof FIELDS;
  readonly preset: { readonly [slot: string]: string };
}): ReactNode {
  const { t } = useLocale();
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  if (adding)
    return (
      <RecordForm
        declaration={DECLARATIONS[props.kind]}
        fields={FIELDS[props.kind]}
        preset={props.preset}
        onDone={close}
        onCancel={close}
      />
    );
  return (
    <ActionRow>
      <ActionButton kind="quiet" onPress={() => setAdding(true)}>
        {t(`result.add-${props.kind}`)}
      </ActionButton>
    </ActionRow>
  );
}

/** What this is linked to elsewhere: clauses of the agreement, activities of the roadmap. */
function Trace({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const trace = traceOf(view, id);
  const linked = [
    ...trace.clauses.map((each) => ({ id: each, room: 'agreement', declaration: clause })),
    ...trace.activities.map((each) => ({ id: each, room: 'roadmap', declaration: activity })),
  ];
  if (linked.length === 0) return null;
  return (
    <PanelSection title={t('result.trace')}>
      <LinkedList label={t('result.trace')} linked={linked} />
    </PanelSection>
  );
}
