import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { dark, light, type Token } from './tokens.ts';

const grounds = ['paper', 'surface', 'sunken'] as const satisfies readonly Token[];
const states = ['kept', 'open', 'paused', 'broken', 'waived', 'void'] as const satisfies readonly Token[];
const texts = ['ink', 'quiet', 'accent', 'gold', ...states] as const satisfies readonly Token[];
const schemes = { light, dark };

describe.for(['light', 'dark'] as const)('%s', (name) => {
  const scheme = schemes[name];

  test.for(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    'a text in %s can be read on %s (SC 1.4.3)',
    ([text, ground]) => {
      expect(contrast(scheme[text], scheme[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.for(['railInk', 'railQuiet', 'larch'] as const)('%s can be read on the rail', (text) => {
    expect(contrast(scheme[text], scheme.rail)).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field and the focus ring stand out (SC 1.4.11, 2.4.13)', () => {
    expect(contrast(scheme.edge, scheme.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(scheme.edge, scheme.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(scheme.accent, scheme.paper)).toBeGreaterThanOrEqual(3);
  });
});

test('contrast is reckoned as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
