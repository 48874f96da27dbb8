import { createContext, use, useEffect, useRef } from 'react';
import type { Shortcut } from './shortcuts.ts';

export type PageShortcut = Extract<Shortcut, { readonly run: () => void }>;

/** Where a page puts its own shortcuts, so that the one listener, the sheet and the palette know them. */
export const OfferShortcuts = createContext<(shortcuts: readonly Shortcut[]) => void>(() => {});

/** Keys that hold while this page is open; only what they say and the keys themselves decide whether the table changed. */
export function usePageShortcuts(shortcuts: readonly PageShortcut[]): void {
  const offer = use(OfferShortcuts);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const table = JSON.stringify(shortcuts.map(({ keys, says }) => [keys, says]));
  useEffect(() => {
    const pairs = JSON.parse(table) as readonly (readonly [string, string])[];
    const run = (wanted: string) => latest.current.find(({ keys }) => keys === wanted)?.run();
    offer(pairs.map(([keys, says]) => ({ keys, says, run: () => run(keys) })));
    return () => offer([]);
  }, [offer, table]);
}
