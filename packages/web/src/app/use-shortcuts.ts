import { useEffect } from 'react';
import { press, SEQUENCE_MS } from './key-sequence.ts';
import type { Shortcut } from './shortcuts.ts';

/** Listens for the shortcuts while the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[], act: (shortcut: Shortcut) => void): void {
  useEffect(() => {
    const ours = shortcuts.filter((shortcut) => !('byItself' in shortcut));
    const all = ours.map(({ keys }) => keys);
    let begun = '';
    let forget: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, target } = event;
      const result = press(begun, { key, ctrl, meta, alt, isTyping: isField(target) }, all);
      ({ begun } = result);
      clearTimeout(forget);
      forget = setTimeout(() => {
        begun = '';
      }, SEQUENCE_MS);
      const shortcut = ours.find(({ keys }) => keys === result.hit);
      if (!shortcut) return;
      event.preventDefault();
      act(shortcut);
    };
    document.addEventListener('keydown', listen);
    return () => {
      clearTimeout(forget);
      document.removeEventListener('keydown', listen);
    };
  }, [shortcuts, act]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
