import { describe, expect, test } from 'vitest';
import { progress } from './progress.ts';

/** A stream that remembers, and a clock that is moved by hand. */
function stage(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const options = {
    stream: { isTTY, columns: 60, write: (text: string) => written.push(text) },
    milliseconds: () => clock.now,
  };
  return { written, clock, options };
}

describe('a bar on a terminal', () => {
  test('appears after a second, at most ten times a second, and goes without a trace', () => {
    const { written, clock, options } = stage(true);
    const bar = progress(200, 'log.csv', options);
    bar.tick(50);
    expect(written).toEqual([]);
    clock.now = 1000;
    bar.tick(50);
    bar.tick(50);
    expect(written).toEqual(['\r\u001b[Klog.csv [############............] 50 %']);
    clock.now = 1100;
    bar.tick(50);
    bar.finish();
    bar.finish();
    expect(written.slice(1)).toEqual(['\r\u001b[Klog.csv [########################] 100 %', '\r\u001b[K']);
  });

  test('counts where nobody knows the whole, and never passes 100 %', () => {
    const { written, clock, options } = stage(true);
    const bar = progress(undefined, 'standard input', options);
    clock.now = 2000;
    bar.tick(12_345);
    expect(written).toEqual(['\r\u001b[Kstandard input 12,345']);
    progress(10, 'x', options).tick(1);
    const over = progress(10, 'x', options);
    clock.now = 4000;
    over.tick(30);
    expect(written.at(-1)).toContain('100 %');
  });

  test('fits on the line, and shows what steers a terminal', () => {
    const { written, clock, options } = stage(true);
    const bar = progress(10, `\u001b[31m${'long'.repeat(40)}`, options);
    clock.now = 2000;
    bar.tick();
    expect(written[0]?.startsWith('\r\u001b[K\\u001b[31mlong')).toBe(true);
    expect(written[0]?.length).toBeLessThanOrEqual(60 + 3);
  });

  test('what is done within a second shows nothing', () => {
    const { written, options } = stage(true);
    const bar = progress(10, 'x', options);
    bar.tick(10);
    bar.finish();
    expect(written).toEqual([]);
  });
});

test('in a file or a pipe there is none', () => {
  const { written, clock, options } = stage(false);
  const bar = progress(10, 'x', options);
  clock.now = 5000;
  bar.tick(5);
  bar.finish();
  expect(written).toEqual([]);
});
