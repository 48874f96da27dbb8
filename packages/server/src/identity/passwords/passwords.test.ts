import { describe, expect, test } from 'vitest';
import { guessableBecause } from './guessable-password.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';

const known = ['Ada Lovelace', 'ada.lovelace@northwind.example', 'Northwind Support', 'tamarack'];

describe('a long password that is easy to guess', () => {
  test.each([
    'passwordpassword',
    'Password123456789',
    'P@ssw0rd P@ssw0rd!',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    '987654321987654321',
    'letmein letmein 2026',
    'Lovelace Northwind 1',
    'ada.lovelace@northwind',
    'Tamarack-Support-26',
    'summer2026summer2026',
    '                    ',
    'abcdefghijklmnopqrst',
  ])('%s', (password) => expect(guessableBecause(password, known)).toBeTypeOf('string'));
});

describe('a password that is not', () => {
  test.each([
    'seven quiet otters swim upstream',
    'correct horse battery staple',
    'Zm9vYmFyIGJheiBxdXgg',
    'смелые ежи танцуют вальс',
    '勇敢な針鼠が夜明けに静かに踊る',
    'my password is a long sentence about otters',
    'Ada likes rowing past old lighthouses',
    '🦦🦔🦡🦢🦩🦜🐝🐙🦑🐚🦀🐡🐟🐠🐳',
  ])('%s', (password) => expect(guessableBecause(password, known)).toBeUndefined());
});

describe('a hash', () => {
  test('is scrypt with its parameters, salted, and of the normal form', async () => {
    const [one, two] = [await hashPassword('Ångström is a unit'), await hashPassword('Ångström is a unit')];
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword({ hash: one, password: 'A\u030angstro\u0308m is a unit' })).toBe(true);
    expect(await verifyPassword({ hash: one, password: 'Angstrom is a unit' })).toBe(false);
  });

  test('that was not made here opens nothing', async () => {
    for (const hash of ['', 'x', 'scrypt$', 'bcrypt$1$2$3$4$5', 'scrypt$2$1$1$$'])
      expect(await verifyPassword({ hash, password: '' })).toBe(false);
  });
});
