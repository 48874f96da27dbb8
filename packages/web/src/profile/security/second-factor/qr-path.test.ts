/** A module drawn in the wrong place is a picture that no telephone reads. */
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** What the path covers, module by module. */
function covered(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return modules;
}

test('covers the dark modules and no others', () => {
  for (const text of [
    'A',
    `otpauth://totp/Northwind:tess@provider.test?secret=${'ABCDEFGH'.repeat(4)}&issuer=Northwind`,
  ]) {
    const { data, size } = encode(text, { border: 0 });
    expect(covered(qrPath(data), size)).toEqual(data);
  }
  expect(
    qrPath([
      [true, true],
      [false, true],
    ]),
  ).toBe('M0 0h2v1h-2zM1 1h1v1h-1z');
});
