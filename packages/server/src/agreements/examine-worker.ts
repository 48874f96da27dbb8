/** The thread in which a long text is checked: text in, findings out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDescriptionText } from '../holidays/index.ts';

const { diagnostics } = await readDescriptionText(String(workerData));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, and no window
parentPort?.postMessage(diagnostics);
