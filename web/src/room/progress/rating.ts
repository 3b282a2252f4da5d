import type { Rating } from '@tablee/domain/modules/activity';
import type { Rating as RatingSign } from '#ui/rating-mark.tsx';

/** The sign of a rating of the roadmap. */
export const SIGN: { readonly [R in Rating]: RatingSign } = {
  onTrack: 'on-track',
  atRisk: 'at-risk',
  offTrack: 'off-track',
  notRated: 'not-rated',
};
