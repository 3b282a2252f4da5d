import { describe, expect, it } from 'vitest';
import { refusePassword } from './password.ts';

describe('a password', () => {
  it('has 12 to 128 characters, of any kind', () => {
    expect(refusePassword('onze lettre')).toBe('PasswordTooShort');
    expect(refusePassword('ça pousse à l’ombre')).toBeUndefined();
    expect(refusePassword('🌱'.repeat(6) + 'racine')).toBeUndefined();
    expect(refusePassword(`${'quatre mots '.repeat(11)}!`)).toBe('PasswordTooLong');
  });

  it.each([
    'motdepasse2024',
    'MotDePasse-2024',
    'password123456',
    'azertyuiop123',
    'AzertyuiopQ!!',
    '123456789012',
    'abcdefghijklm',
    'zyxwvutsrqpon',
    'aaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'L’eau de la vallée'.replace('é', 'e'),
    '!!!!!!!!!!!!!!',
    'jesusestseigneur',
  ])('is refused when it is among the first that are tried: %s', (password) => {
    expect(refusePassword(password)).toBe('PasswordTooCommon');
  });

  it('is refused when it is the own name or address', () => {
    expect(refusePassword('awa@vallee.test1', ['Awa Ndiaye', 'awa@vallee.test'])).toBe('PasswordTooCommon');
    expect(refusePassword('Blessing Phiri 84', ['Blessing Phiri'])).toBe('PasswordTooCommon');
    expect(refusePassword('Blessing aime le thé vert', ['Blessing Phiri'])).toBeUndefined();
  });
});
