import { isPresent, nounOf, openConflicts, titleOf, verbOf } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { ReactNode } from 'react';
import { KeptFiles } from '../file/kept-files.tsx';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { isRecord } from '../register/draft.ts';
import { refusalWords } from '../register/refusal-words.ts';
import { useOpenSpace, useSyncStatus, useView } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Link } from '../ui/link.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section, SentenceList } from '../ui/sentence-list.tsx';
import { EmptyState } from '../ui/state-line.tsx';
import { roomOf } from './room-of.ts';

/** What waits on this device, what was refused and why, which two versions wait for a choice. */
export default function SyncPage(): ReactNode {
  const { store, sync } = useOpenSpace();
  const status = useSyncStatus();
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const noun = (type: string): string =>
    format.text(partnership.find(nounOf(type))?.labels[locale].one ?? nounOf(type));
  const waiting = store.waiting.filter((row) => !row.answer);
  const conflicts = [...partnership.declarations.values()].flatMap((declaration) =>
    declaration.kind === 'record'
      ? [...view.list(declaration.name)]
          .filter(isRecord)
          .filter((entity) => openConflicts(entity).length > 0)
          .map((entity) => ({ declaration, entity }))
      : [],
  );
  const opening = status.reachable ? t('app.sync-reached') : t('app.sync-offline');
  const calm = waiting.length === 0 && status.refused.length === 0 && conflicts.length === 0;
  return (
    <>
      <PageHead
        title={t('app.sync')}
        opening={opening}
        action={
          waiting.length > 0 ? (
            <ActionButton kind="primary" onPress={() => sync.sendNow()}>
              {t('app.send-now')}
            </ActionButton>
          ) : undefined
        }
      />
      {calm && <EmptyState>{t('app.sync-empty')}</EmptyState>}
      {waiting.length > 0 && (
        <Section title={t('app.sync-waiting', { n: waiting.length })}>
          <SentenceList
            items={waiting.map((row) => ({
              key: row.key,
              text: t('app.sync-row', {
                thing: noun(row.command.type),
                verb: t(`app.verb.${verbWord(row.command.type)}`),
              }),
              state: <KeptFiles named={row.command.payload} />,
              when: format.time(row.command.saidAt),
              action: (
                <ActionButton kind="quiet" onPress={() => void store.withdraw(row.key)}>
                  {t('app.sync-drop')}
                </ActionButton>
              ),
            }))}
          />
        </Section>
      )}
      {status.refused.length > 0 && (
        <Section title={t('app.sync-refused', { n: status.refused.length })}>
          <SentenceList
            items={status.refused.map((row) => ({
              key: row.key,
              text: t('app.refused-row', {
                thing: noun(row.command.type),
                reason: refusalWords(row.code, t),
              }),
              note: textsIn(row.command.payload).join(' · '),
              state: <KeptFiles named={row.command.payload} />,
              when: format.moment(row.at),
              action: (
                <ActionButton kind="quiet" onPress={() => void store.dismiss(row.key)}>
                  {t('record.refusal-read')}
                </ActionButton>
              ),
            }))}
          />
        </Section>
      )}
      {conflicts.length > 0 && (
        <Section title={t('app.sync-conflicts', { n: conflicts.length })}>
          <SentenceList
            items={conflicts.map(({ declaration, entity }) => ({
              key: entity.id,
              text: (
                <Link href={roomOf(store.space, entity)}>
                  {format.text(titleOf(declaration, entity, locale) ?? declaration.labels[locale].one)}
                </Link>
              ),
              note: t(isPresent(entity) ? 'app.conflict-note' : 'app.conflict-removed'),
            }))}
          />
        </Section>
      )}
    </>
  );
}

const verbWord = (type: string): 'add' | 'change' | 'remove' | 'other' => {
  const verb = verbOf(type);
  return verb === 'add' || verb === 'change' || verb === 'remove' ? verb : 'other';
};

/** The texts of a refused command, so that nothing written is lost. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length > 2 ? [value] : [];
  // A file is shown with its name, below.
  if (typeof value !== 'object' || value === null || 'hash' in value) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'lang' || key === 'by' ? [] : textsIn(member),
  );
};
