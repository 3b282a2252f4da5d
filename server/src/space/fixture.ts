import type { NewSpace } from '@tablee/domain/protocol';

/** The partnership that tests found, as it is asked for: in French, with English beside it, in the valley's zone. */
export const valley = (space: string): NewSpace => ({
  space,
  title: 'L’eau de la vallée',
  problem: 'Les puits se vident en mars.',
  language: 'fr',
  languages: ['fr', 'en'],
  zone: 'Africa/Dakar',
});
