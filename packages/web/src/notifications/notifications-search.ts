/** What the address of the notifications holds. */
export type NotificationsSearch = { readonly show?: 'unread' | undefined };

export function readNotificationsSearch({ show }: Readonly<Record<string, unknown>>): NotificationsSearch {
  return { show: show === 'unread' ? show : undefined };
}
