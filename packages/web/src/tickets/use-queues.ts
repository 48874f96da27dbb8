import { mayDo, useMe } from '../api/me.ts';
import { useGet } from '../api/use-get.ts';

/** The names of the queues in which open tickets lie; undefined until they are known, and for customers. */
export function useQueues(): readonly string[] | undefined {
  const enabled = mayDo(useMe(), 'queues.read');
  return useGet('GET /ticket-queues', {}, { enabled }).data?.rows.map(({ name }) => name);
}
