import { expect, test } from 'vitest';
import { press, type Pressed } from './key-sequence.ts';

const all = ['mod+k', '?', 'g t', 'g a'];
const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrl: false,
  meta: false,
  alt: false,
  isTyping: false,
  ...more,
});

test('a sequence is two presses', () => {
  const first = press('', key('g'), all);
  expect(first).toEqual({ hit: undefined, begun: 'g' });
  expect(press(first.begun, key('t'), all).hit).toBe('g t');
});

test('a wrong second key ends the sequence, and may begin another', () => {
  expect(press('g', key('z'), all)).toEqual({ hit: undefined, begun: '' });
  expect(press('g', key('g'), all)).toEqual({ hit: undefined, begun: 'g' });
});

test('letters in a field are letters; Ctrl-K works there too', () => {
  expect(press('', key('g', { isTyping: true }), all)).toEqual({ hit: undefined, begun: '' });
  expect(press('', key('k', { isTyping: true, ctrl: true }), all).hit).toBe('mod+k');
});

test('Ctrl-T belongs to the browser, also after g', () => {
  expect(press('g', key('t', { ctrl: true }), all).hit).toBeUndefined();
});
