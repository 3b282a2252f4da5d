import { describe, expect, it } from 'vitest';
import { addressOf, PHASES, phaseOf, ROOMS, readAddress } from './address.ts';

describe('addresses', () => {
  it('go there and back', () => {
    expect(addressOf('k3v')).toBe('/p/k3v/today');
    expect(readAddress('/p/k3v')).toEqual({ space: 'k3v', room: 'today', thing: undefined });
    expect(readAddress(addressOf('k3v', 'stakeholders', 'a b/c'))).toEqual({
      space: 'k3v',
      room: 'stakeholders',
      thing: 'a b/c',
    });
    expect(readAddress('/account')).toBeUndefined();
  });

  it('keep at most seven rooms in a phase, each with one first phase', () => {
    for (const phase of PHASES) expect(ROOMS[phase].length).toBeLessThanOrEqual(7);
    expect(phaseOf('resources')).toBe(2);
    expect(phaseOf('flags')).toBe(3);
    expect(phaseOf('today')).toBeUndefined();
  });
});
