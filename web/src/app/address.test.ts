import { describe, expect, it } from 'vitest';
import { addressOf, phaseOf, readAddress } from './address.ts';

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

  it('know the phase of a room, and the later one that carries it on', () => {
    expect(phaseOf('resources')).toBe(2);
    expect(phaseOf('resources', 3)).toBe(3);
    expect(phaseOf('flags')).toBe(3);
    expect(phaseOf('today')).toBeUndefined();
  });
});
