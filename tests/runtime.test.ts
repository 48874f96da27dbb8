import { describe, expect, test } from 'vitest';

describe('tests run as the program runs', () => {
  test('under Node 26 or newer', () => {
    expect(Number.parseInt(process.versions.node, 10)).toBeGreaterThanOrEqual(26);
  });

  test('Temporal is the one of Node, not a polyfill that would hide a difference', () => {
    expect(Function.prototype.toString.call(Temporal.Instant)).toContain('[native code]');
  });

  test('the machine has a zone that no test means, so that leaning on it shows', () => {
    expect(Temporal.Now.timeZoneId()).toBe('Pacific/Chatham');
  });
});
