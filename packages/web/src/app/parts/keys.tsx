import { Kbd } from '@mantine/core';

const isMac = navigator.userAgent.includes('Mac');

/** Keys as they are printed on the keyboard: "mod+k" is "⌘ K" or "Ctrl K". */
export function Keys({ keys }: { readonly keys: string }) {
  const caps = keys.split(/[ +]/).map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key));
  return (
    <span style={{ display: 'inline-flex', gap: 3 }}>
      {caps.map((cap) => (
        <Kbd key={cap} size="xs">
          {cap.length === 1 ? cap.toUpperCase() : cap}
        </Kbd>
      ))}
    </span>
  );
}
