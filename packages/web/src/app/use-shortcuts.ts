import { useEffect, useRef } from 'react';
import { isTypedIn } from '../ui/is-typed-in.ts';
import { press, SEQUENCE_MS } from './key-sequence.ts';
import type { Shortcut } from './shortcuts.ts';

/** Listens for the shortcuts while the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[], act: (shortcut: Shortcut) => void): void {
  // Outlives the effect: the table may change between "g" and "t", because a page was loaded meanwhile.
  const begun = useRef({ keys: '', at: 0 });
  useEffect(() => {
    const ours = shortcuts.filter((shortcut) => !('byItself' in shortcut));
    const all = ours.map(({ keys }) => keys);
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, target, timeStamp } = event;
      const before = timeStamp - begun.current.at < SEQUENCE_MS ? begun.current.keys : '';
      const result = press(before, { key, ctrl, meta, alt, isTyping: isTypedIn(target) }, all);
      begun.current = { keys: result.begun, at: timeStamp };
      const shortcut = ours.find(({ keys }) => keys === result.hit);
      if (!shortcut || ('run' in shortcut && isCovered())) return;
      event.preventDefault();
      act(shortcut);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shortcuts, act]);
}

/** What lies over the page has keys of its own. */
function isCovered(): boolean {
  const covers = document.querySelectorAll('[role="dialog"], [role="menu"]');
  return [...covers].some((each) => each.checkVisibility());
}
