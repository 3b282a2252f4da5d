import { countPositions, currentVersion, wordingOf } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useText } from '#locale/use-text.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { PageHead } from '#ui/page-head.tsx';
import { WordingDocument } from '#wording/wording-document.tsx';

/** What is wrong, for whom, and who agrees with these words. */
export default function ProblemPage(): ReactNode {
  const t = useText();
  const view = useView();
  const readers = useReaders('partners');
  const found = wordingOf(view, 'problem');
  const version = found && currentVersion(found.state);
  const counted = found && countPositions(found.state);
  const opening =
    version && counted
      ? t('launch.problem-opening', { version: version.number, confirmed: counted.byStanding.confirmed })
      : t('launch.problem-none');
  return (
    <>
      <PageHead title={t('launch.problem')} opening={opening} readers={readers} />
      <WordingDocument kind="problem" empty={t('launch.problem-empty')} />
    </>
  );
}
