import type { RecordEntity } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { CostsView } from './costs-view.tsx';
import { PhotosView } from './photos-view.tsx';
import { PulseView } from './pulse-view.tsx';

/** What remains to be done when people have left: the cards of the flip charts, two questions, and what it cost. */
export function AfterView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  return (
    <>
      <PhotosView entity={entity} />
      <PulseView entity={entity} />
      <CostsView entity={entity} />
    </>
  );
}
