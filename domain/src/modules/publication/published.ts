import type { View } from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import { type PublicPage, publicPageState } from './public-page-state.ts';

/** The public page of the partnership, visible or not yet. */
export const currentPage = (view: View): Running<PublicPage> | undefined =>
  [...processesIn(view, publicPageState)].sort((a, b) =>
    a.state.publishedAt < b.state.publishedAt ? 1 : -1,
  )[0];

/** True while everybody can read the public page. */
export const isPublished = (view: View): boolean => currentPage(view)?.state.visible === true;
