import type { View } from '@tablee/domain/kernel';
import { stateIn } from '../reading/index.ts';
import { type Pulse, pulse, pulseId } from './pulse.ts';

/** The two questions of a meeting; `undefined` while nobody asked them. */
export const pulseOf = (view: View, meeting: string): Pulse | undefined =>
  stateIn(view, pulse, pulseId(meeting));
