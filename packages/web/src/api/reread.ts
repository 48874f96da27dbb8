/** Conversations of which more changed than what was added, by the id of their ticket. */
const changed = new Set<string>();

/** What is otherwise read only once is read as a whole the next time. */
export function markForRereading(ticketId: string): void {
  changed.add(ticketId);
}

/** Whether it is to be read as a whole; asked once, by whoever reads it. */
export function takeRereading(ticketId: string): boolean {
  return changed.delete(ticketId);
}
