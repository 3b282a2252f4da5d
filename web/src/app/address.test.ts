import { describe, expect, it } from 'vitest';
import { addressOf, decisionAddress, phaseOf, readAddress } from './address.ts';

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

  it('carry the question of a decision, and the text it is about, as they were worded', () => {
    const address = new URL(decisionAddress('k3v', 'Adoptons-nous « A & B » ?', 'text1'), 'http://host');
    expect(address.pathname).toBe('/p/k3v/decisions');
    expect(address.searchParams.get('question')).toBe('Adoptons-nous « A & B » ?');
    expect(address.searchParams.get('about')).toBe('text1');
    expect(decisionAddress('k3v', 'Finir')).toBe('/p/k3v/decisions?question=Finir');
  });

  it('know the phase of a room, and the later one that carries it on', () => {
    expect(phaseOf('resources')).toBe(2);
    expect(phaseOf('resources', 3)).toBe(3);
    expect(phaseOf('flags')).toBe(3);
    expect(phaseOf('today')).toBeUndefined();
  });
});
