import { useSyncExternalStore } from 'react';
import { isReachable, onReachability } from './reachability.ts';

/** Whether the server answers at present. */
export function useReachable(): boolean {
  return useSyncExternalStore(onReachability, isReachable);
}
