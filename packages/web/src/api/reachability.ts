/**
 * Whether the server answers. After a request that nobody answered it is asked again and again, at growing distances,
 * until it does; whoever listens is told both times. Kept outside React, because requests happen outside it too.
 */
const PROBE = '/healthz';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5000;

let reachable = true;
const listeners = new Set<(reachable: boolean) => void>();

/** Some answer came, of whatever status. */
export function noteAnswer(): void {
  tell(true);
}

/** Something broke off, which may have been the line or the server: asks once, before it alarms anybody. */
export async function doubt(): Promise<void> {
  if (reachable && !(await answers())) noteSilence();
}

/** No answer came: begins to probe. */
export function noteSilence(): void {
  if (!reachable) return;
  tell(false);
  void probe(FIRST_WAIT_MS);
}

export function isReachable(): boolean {
  return reachable;
}

/** Calls `listener` at each change; gives back what ends it. */
export function onReachability(listener: (reachable: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(next: boolean): void {
  if (next === reachable) return;
  reachable = next;
  for (const listener of listeners) listener(next);
}

async function probe(wait: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, wait);
  });
  if (reachable) return;
  if (await answers()) tell(true);
  else void probe(Math.min(wait * 1.5, LONGEST_WAIT_MS));
}

/** Any answer of ours, even a refusal; 502 to 504 are a gateway's, and 503 also ours when we are about to stop. */
async function answers(): Promise<boolean> {
  return fetch(PROBE, { cache: 'no-store' }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
