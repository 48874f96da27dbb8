import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInvalidByte } from './invalid-byte.ts';

test('everything before the place is text, and with the byte there it cannot become text', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .tuple(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 4 }), fc.string())
      .map(([a, odd, b]) => Uint8Array.from(Buffer.concat([Buffer.from(a), odd, Buffer.from(b)]))),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const at = firstInvalidByte(given);
      expect(at === undefined).toBe(isUtf8(given));
      if (at === undefined) return;
      expect(isUtf8(given.subarray(0, at))).toBe(true);
      for (let end = at + 1; end <= Math.min(given.length, at + 4); end += 1) {
        expect(isUtf8(given.subarray(at, end))).toBe(false);
      }
    }),
  );
});
