import type { Destination } from './navigation.ts';

export type Command = 'open-palette' | 'show-shortcuts' | 'change-colours';

/** A key, or keys one after the other ("g t"); `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export type Shortcut = { readonly keys: string; readonly says: string } & (
  | { readonly does: Command }
  | { readonly href: string }
  // Of the page that is open; a letter of it does nothing while a dialogue lies over the page.
  | { readonly run: () => void }
  | { readonly byItself: true }
);

/** The one table of shortcuts: listened to by useShortcuts, listed by the sheet and the palette. */
const SHORTCUTS: readonly Shortcut[] = [
  { keys: 'mod+k', says: 'Find a page, an account or a command', does: 'open-palette' },
  { keys: '?', says: 'Show this sheet', does: 'show-shortcuts' },
  { keys: 'g m', says: 'Change between light and dark', does: 'change-colours' },
  { keys: 'g u', says: 'Go to your profile', href: '/profile' },
  // What browsers and lists do without us, listed so that people know.
  { keys: '↑ ↓', says: 'Walk through a list', byItself: true },
  { keys: 'j k', says: 'Walk through what is owed, on Today, and through tickets', byItself: true },
  { keys: 'r', says: 'Record what meets the row, on Today', byItself: true },
  { keys: 'Enter', says: 'Open the row', byItself: true },
  { keys: 'Esc', says: 'Close what is open', byItself: true },
];

export type AccountAddresses = { readonly recording: string | undefined; readonly submitting: string | undefined };

/** Those of the table, one for each place that can be gone to, and what can be recorded or submitted where there is an account. */
export function shortcutsFor(
  destinations: readonly Destination[],
  { recording, submitting }: AccountAddresses,
): readonly Shortcut[] {
  const places = destinations.map(({ keys, label, href }) => ({ keys, says: `Go to ${label}`, href }));
  const record = recording === undefined ? [] : [{ keys: 'g f', says: 'Record a fact', href: recording }];
  const submit = submitting === undefined ? [] : [{ keys: 'g n', says: 'Submit a new ticket', href: submitting }];
  return [...SHORTCUTS, ...submit, ...record, ...places];
}
