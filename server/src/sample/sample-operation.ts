import type { Operation } from '../http/operation.ts';

/** The address of the samples as the interface's description prints it; a test compares it with the router. */
export const SAMPLE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/samples/{name}',
    summary:
      'Opens a sample (valley-water or textiles) as a partnership of the caller; asked again, it answers the same one.',
    answer: 'The id of the partnership, as space.',
  },
];
