/** The thread in which long texts are read: text in, reading out. */
import { parentPort } from 'node:worker_threads';
import { readDescriptionText } from '../holidays/index.ts';
import { readControl } from './read-control.ts';
import type { Readings, Task } from './read-beside.ts';

const readings: { readonly [K in keyof Readings]: (task: Task) => Promise<Readings[K]> } = {
  findings: async ({ source }) => (await readDescriptionText(source)).diagnostics,
  control: ({ source }) => Promise.resolve(readControl(source)),
  description: async ({ source }) => (await readDescriptionText(source)).ready?.description ?? null,
  document: async ({ source, level }) => {
    const { ready } = await readDescriptionText(source);
    if (!ready) return null;
    // Much hangs on it that no other reading needs.
    const { documentAt } = await import('./document-of-version.ts');
    return documentAt(ready, level);
  },
};

/** What is thrown ends the thread, and is thrown to whoever asked. */
async function read(task: Task): Promise<void> {
  const reading = await readings[task.wanted](task);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, and no window
  parentPort?.postMessage(reading);
}

parentPort?.on('message', (task: Task) => void read(task));
