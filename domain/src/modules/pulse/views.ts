import type { View } from '@tablee/domain/kernel';
import { stateIn } from '../reading/index.ts';
import { pulseId } from './pulse.ts';
import { type Pulse, pulseState } from './state.ts';

/** The two questions of a meeting; `undefined` while nobody asked them. */
export const pulseOf = (view: View, meeting: string): Pulse | undefined =>
  stateIn(view, pulseState, pulseId(meeting));
