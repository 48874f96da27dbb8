import { useSyncExternalStore } from 'react';
import { TEXTS } from '../../api/drafts-of-browser.ts';

/** A text that is not saved, and the edition of the version on which it was written. */
export type KeptText = { readonly text: string; readonly edition: number; readonly saved: string };

/**
 * Unsaved text outlives a look at another tab and a reload: it is kept in this browser tab, by person and version, until it is
 * saved, given up, or its writer signs out. The memory is first, because storage may be full or forbidden.
 */
const kept = new Map<string, KeptText | undefined>();
const listeners = new Set<() => void>();

/** The key of a text: of this person, for this version. Whoever signs in after a session has ended finds nobody else's. */
export function textKey(personId: string, versionId: string): string {
  return `${TEXTS}${personId}.${versionId}`;
}

export function useKeptText(key: string): KeptText | undefined {
  return useSyncExternalStore(subscribe, () => read(key));
}

/** The text that was written and not saved; undefined where there is none. */
function read(key: string): KeptText | undefined {
  if (!kept.has(key)) kept.set(key, stored(key));
  return kept.get(key);
}

export function keepText(key: string, text: KeptText): void {
  kept.set(key, text);
  try {
    sessionStorage.setItem(key, JSON.stringify(text));
  } catch {
    // Full or forbidden: the memory has it.
  }
  tell();
}

export function forgetText(key: string): void {
  kept.set(key, undefined);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Forbidden: nothing was stored either.
  }
  tell();
}

function stored(key: string): KeptText | undefined {
  try {
    const text = sessionStorage.getItem(key);
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
