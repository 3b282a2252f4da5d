import type { AnyRecord } from '@tablee/domain/kernel';
import {
  affectedGroup,
  affectedPeople,
  affectedTotal,
  evidence,
  treeNode,
} from '@tablee/domain/modules/problem-tree';
import { term, wordSense } from '@tablee/domain/modules/term';
import { countPositions, currentVersion, wordingOf } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useView } from '#sync/use-space.ts';
import { PageHead } from '#ui/page-head.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { StatementView } from './statement-view.tsx';
import { TreeView } from './tree-view.tsx';
import { WordsView } from './words-view.tsx';

const DECLARATIONS: ReadonlyMap<string, AnyRecord> = new Map(
  [treeNode, evidence, affectedGroup, term, wordSense].map((each): [string, AnyRecord] => [each.name, each]),
);

/** What is wrong, for whom, and who agrees with these words. */
export default function ProblemPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('problem');
  const current = viewOf(room, ['statement', 'tree', 'words']);
  const readers = useReaders('partners');
  const entity = useEntity(thing);
  const declaration = DECLARATIONS.get(entity?.type ?? '') ?? treeNode;
  return (
    <>
      <PageHead title={t('launch.problem')} opening={<Opening />} readers={readers} />
      <Guidance tool="problem" />
      <RoomTabs
        label={t('problem.views')}
        room={room}
        current={current}
        views={[
          { id: 'statement', label: t('problem.statement') },
          { id: 'tree', label: t('problem.tree') },
          { id: 'words', label: t('problem.words') },
        ]}
      />
      {current === 'statement' && <StatementView room={room} />}
      {current === 'tree' && <TreeView room={room} thing={thing} />}
      {current === 'words' && <WordsView room={room} />}
      {thing !== undefined && (
        <ThingPanel room={room} declaration={declaration} thing={thing}>
          {entity?.type === treeNode.name && (
            <PanelSection title={t('problem.evidence')}>
              <EvidenceList room={room} card={entity.id} label={t('problem.evidence')} />
            </PanelSection>
          )}
        </ThingPanel>
      )}
    </>
  );
}

function Opening(): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const found = wordingOf(view, 'problem');
  const version = found && currentVersion(found.state);
  const counted = found && countPositions(found.state);
  if (version === undefined || counted === undefined) return t('launch.problem-none');
  const people = affectedPeople(view, locale);
  const total = affectedTotal(people);
  const touched =
    total === undefined
      ? people.length === 0
        ? []
        : [t('problem.opening-groups', { n: people.length })]
      : [t('problem.opening-people', { total: format.quantity(Number(total.value), total.unit) })];
  return [
    t('launch.problem-opening', { version: version.number, confirmed: counted.byStanding.confirmed }),
    ...touched,
  ].join(' ');
}
