import type { RecordEntity } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { CostsView } from './costs-view.tsx';
import { PhotosView } from './photos-view.tsx';

/** What remains to be done when people have left: the cards of the flip charts, and what it cost. */
export function AfterView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  return (
    <>
      <PhotosView entity={entity} />
      <CostsView entity={entity} />
    </>
  );
}
