import { useSyncExternalStore } from 'react';

/** A text that is not saved, and the edition of the version on which it was written. */
export type KeptText = { readonly text: string; readonly edition: number; readonly saved: string };

/**
 * Unsaved text outlives a look at another tab and a reload: it is kept in this browser tab, by version, until it is saved
 * or given up. The memory is first, because storage may be full or forbidden.
 */
const kept = new Map<string, KeptText | undefined>();
const listeners = new Set<() => void>();
const keyOf = (versionId: string) => `tamarack.text.${versionId}`;

export function useKeptText(versionId: string): KeptText | undefined {
  return useSyncExternalStore(subscribe, () => read(versionId));
}

/** The text that was written and not saved; undefined where there is none. */
function read(versionId: string): KeptText | undefined {
  if (!kept.has(versionId)) kept.set(versionId, stored(versionId));
  return kept.get(versionId);
}

export function keepText(versionId: string, text: KeptText): void {
  kept.set(versionId, text);
  try {
    sessionStorage.setItem(keyOf(versionId), JSON.stringify(text));
  } catch {
    // Full or forbidden: the memory has it.
  }
  tell();
}

export function forgetText(versionId: string): void {
  kept.set(versionId, undefined);
  try {
    sessionStorage.removeItem(keyOf(versionId));
  } catch {
    // Forbidden: nothing was stored either.
  }
  tell();
}

function stored(versionId: string): KeptText | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(versionId));
    return text === null ? undefined : (JSON.parse(text) as KeptText);
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
