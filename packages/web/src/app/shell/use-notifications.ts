import { hasRoute } from '../../api/contract-tables.ts';

export type UnreadNotifications = { readonly count: number };

/** What the viewer has not read; undefined until the API has notifications, and then the header shows no bell. */
export function useNotifications(): UnreadNotifications | undefined {
  return hasRoute('GET /notifications') ? { count: 0 } : undefined;
}
