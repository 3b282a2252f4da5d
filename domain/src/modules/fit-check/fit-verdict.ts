import { by, choice, KEEPERS, optional, PARTNERS, record, ref, text } from '@tablee/domain/kernel';
import { FIT_VERDICT } from './question.ts';

/**
 * The verdict as partners read it: written beside the core group's conclusion when it chose to tell. It is a copy by
 * intent, since the core group may tell the verdict and keep the reasons.
 */
export const fitVerdict = record('fitVerdict', {
  version: 1,
  circle: PARTNERS,
  fields: {
    verdict: choice(FIT_VERDICT),
    initiative: optional(ref('initiative')),
    reason: optional(text(5_000)),
  },
  title: 'verdict',
  who: { add: by(KEEPERS), change: by(KEEPERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'conclusion de la question de départ',
      many: 'conclusions de la question de départ',
      fields: { verdict: 'Conclusion', initiative: 'Initiative à rejoindre', reason: 'Raisons' },
    },
    en: {
      one: 'verdict on the opening question',
      many: 'verdicts on the opening question',
      fields: { verdict: 'Verdict', initiative: 'Initiative to join', reason: 'Reasons' },
    },
  },
});
