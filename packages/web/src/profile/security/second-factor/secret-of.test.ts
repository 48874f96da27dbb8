import { expect, test } from 'vitest';
import { groupsOfFour, secretOf } from './secret-of.ts';

test('the key is taken out of the address, and grouped for the eye', () => {
  const uri = 'otpauth://totp/Northwind%20Support:ada@provider.test?secret=JBSWY3DPEHPK3PXPA&issuer=Northwind';
  expect(secretOf(uri)).toBe('JBSWY3DPEHPK3PXPA');
  expect(groupsOfFour(secretOf(uri))).toBe('JBSW Y3DP EHPK 3PXP A');
});

test('an address without a key has none', () => {
  expect(groupsOfFour(secretOf('otpauth://totp/x'))).toBe('');
});
