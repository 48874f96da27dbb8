/**
 * Whether the server answers: one address decides, so that a route which fails for itself makes nobody read everything again.
 * When that is silent it is asked again and again, at growing distances, until it answers; whoever listens is told both
 * times. Kept outside React, because requests happen outside it too.
 */
const PROBE = '/healthz';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5000;
/** Whoever takes longer to say a word is away. */
const PATIENCE_MS = 5000;

let reachable = true;
let doubting: Promise<void> | undefined;
const listeners = new Set<(reachable: boolean) => void>();

/** Something broke off, which may have been its route, the line or the server: asks once, for all who doubt meanwhile. */
export function doubt(): Promise<void> {
  if (!reachable) return Promise.resolve();
  doubting ??= askWhether().finally(() => {
    doubting = undefined;
  });
  return doubting;
}

export function isReachable(): boolean {
  return reachable;
}

/** Calls `listener` at each change; gives back what ends it. */
export function onReachability(listener: (reachable: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function askWhether(): Promise<void> {
  if (await answers()) return;
  tell(false);
  void probe(FIRST_WAIT_MS);
}

function tell(next: boolean): void {
  reachable = next;
  for (const listener of listeners) listener(next);
}

async function probe(wait: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, wait);
  });
  if (await answers()) tell(true);
  else void probe(Math.min(wait * 1.5, LONGEST_WAIT_MS));
}

/** Any answer of ours, even a refusal; 502 to 504 are a gateway's, and 503 also ours when we are about to stop. */
async function answers(): Promise<boolean> {
  return fetch(PROBE, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
