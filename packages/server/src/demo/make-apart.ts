/** Makes the demonstration in a process of its own, so that the server does not keep the memory that half a year takes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { programBeside } from '../platform/package-folder.ts';

/** What is told to the process; nothing of it is on its command line, which everybody on the machine can read. */
export type DemonstrationWanted = {
  /** The owner's connection string. */
  readonly url: string;
  readonly publicUrl: string;
  readonly filesUrl: string;
  /** Where the history ends: an instant in ISO 8601. */
  readonly now: string;
  /** Days of history. */
  readonly days: number;
  readonly logLevel: string;
};

/** Says whether it was made: false where `giveUp` was aborted meanwhile. Throws where the process failed. */
export async function makeDemonstrationApart(wanted: DemonstrationWanted, giveUp: AbortSignal): Promise<boolean> {
  const maker = fork(programBeside(import.meta.url, 'demonstration-process'), { stdio: 'inherit' });
  const stop = () => maker.kill('SIGKILL');
  if (giveUp.aborted) stop();
  else giveUp.addEventListener('abort', stop, { once: true });
  // It may have ended before it could be told.
  maker.send(wanted, () => undefined);
  const [code] = (await once(maker, 'exit')) as [number | null];
  giveUp.removeEventListener('abort', stop);
  if (code !== 0 && !giveUp.aborted) throw new Error('The demonstration could not be made.');
  return code === 0;
}
