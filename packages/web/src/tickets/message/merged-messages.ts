import type { Message } from './message.ts';

/**
 * What is known with what was read again, the earliest first, each once. What stayed the same stays the very same object, so
 * that a conversation of hundreds shows a new message without laying out the others.
 */
export function mergedMessages(known: readonly Message[], read: readonly Message[]): readonly Message[] {
  const before = new Map(known.map((message) => [message.id, message]));
  const changed = read.filter((message) => !isSame(before.get(message.id), message));
  if (changed.length === 0) return known;
  for (const message of changed) before.set(message.id, message);
  return [...before.values()].toSorted(earlierFirst);
}

function isSame(one: Message | undefined, other: Message): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

/** As the server orders them; all instants are UTC texts, of different precision. */
function earlierFirst(one: Message, other: Message): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}
