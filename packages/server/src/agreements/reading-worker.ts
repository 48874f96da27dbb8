/** The thread in which a long text is read: text in, reading out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDescriptionText } from '../holidays/index.ts';
import { readControl } from './read-control.ts';
import type { Task } from './read-beside.ts';

const { wanted, source } = workerData as Task;
const reading = wanted === 'control' ? readControl(source) : (await readDescriptionText(source)).diagnostics;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, and no window
parentPort?.postMessage(reading);
