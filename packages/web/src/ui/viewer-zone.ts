import { createContext, use } from 'react';

/** The zone of the viewer's profile; without one, the machine's. */
export const ViewerZone = createContext<string>(Intl.DateTimeFormat().resolvedOptions().timeZone);

export function useViewerZone(): string {
  return use(ViewerZone);
}
