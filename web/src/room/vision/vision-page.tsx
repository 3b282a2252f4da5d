import { countPositions, currentVersion, wordingOf } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useText } from '#locale/use-text.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { PageHead } from '#ui/page-head.tsx';
import { WordingDocument } from '#wording/wording-document.tsx';

/** Where to, in words to which each partner says yes. */
export default function VisionPage(): ReactNode {
  const t = useText();
  const view = useView();
  const readers = useReaders('partners');
  const found = wordingOf(view, 'vision');
  const version = found && currentVersion(found.state);
  const counted = found && countPositions(found.state);
  return (
    <>
      <PageHead
        title={t('result.vision')}
        opening={
          version && counted
            ? t('result.vision-opening', {
                version: version.number,
                formal: counted.formal,
                open: counted.byStance.block + counted.byStance.reservations,
              })
            : t('result.vision-question')
        }
        readers={readers}
      />
      <WordingDocument kind="vision" empty={t('result.vision-empty')} />
    </>
  );
}
