import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client, type QueryResultRow } from 'pg';

type Event = readonly [string, ...unknown[]];

export type ServingProcess = {
  readonly child: ChildProcess;
  /** All that it has told so far. */
  readonly events: Event[];
  /** The next event of one of these kinds, past ones included; consumed by asking. */
  readonly next: (...kinds: string[]) => Promise<Event>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

const SCRIPT = fileURLToPath(new URL('serving-process.ts', import.meta.url));

/** A process of its own that serves from `folder`; see serving-process.ts. */
export function serveApart(
  folder: string,
  task = 'serve',
  how: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): ServingProcess {
  const child = spawn(process.execPath, [SCRIPT, folder, task], {
    ...how,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // a process group of its own, so that a test can press Ctrl-C in it
  });
  const events: Event[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => events.push(JSON.parse(line) as Event));
  let isOver = false;
  const closed = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => (isOver = true));
  let told = 0;
  const next = async (...kinds: string[]): Promise<Event> => {
    for (;;) {
      for (; told < events.length; told += 1) {
        const event = events[told]!;
        if (kinds.includes(event[0])) {
          told += 1;
          return event;
        }
      }
      if (isOver) {
        throw new Error(`the process has ended and told only ${JSON.stringify(events)}`);
      }
      await Promise.race([once(lines, 'line'), closed]);
    }
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await closed;
  };
  return { child, events, next, kill };
}

/** A folder below the system's temporary one, through which PostgreSQL's user may pass; gone when `use` is through. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tamarack-embedded-')));
  chmodSync(folder, 0o711);
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows that one statement gives over a connection of its own. */
export async function ask<Row extends QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
