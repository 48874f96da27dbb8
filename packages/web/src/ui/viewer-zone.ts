import { createContext, use } from 'react';

/** The zone of the viewer's profile; without one, the machine's. */
export const ViewerZone = createContext<string | undefined>(undefined);

export function useViewerZone(): string {
  // Asking the machine loads its tables of zones, a hundredth of the first page's time; whoever is signed in has one.
  return use(ViewerZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
