import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before, once this goes. Mantine does so only where `opened` turns false; a dialogue
 * that exists only while it is open would leave the keyboard nowhere (WCAG 2.4.3). What had it may be gone, such as a
 * button for what is done now: then the page itself takes the focus.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever closed it may move the focus with a purpose, or lead to another page.
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
        const target = isThere ? before : document.querySelector<HTMLElement>('main');
        target?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
