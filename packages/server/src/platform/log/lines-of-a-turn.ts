/**
 * What is logged in one turn of the event loop is written at its end, by one call of the kernel: each line by itself costs the server,
 * and whoever reads it, more than what it tells of. Nothing waits longer, and what is there when the process ends is written.
 */
import { pino, type DestinationStream } from 'pino';

/** So much is not kept until the turn ends. */
const AT_MOST_BYTES = 65_536;

/** Lines to a file descriptor. */
export function linesOfATurn(fd: number): DestinationStream {
  const file = pino.destination({ fd, sync: true, minLength: AT_MOST_BYTES, maxWrite: 2 * AT_MOST_BYTES });
  process.on('exit', () => file.flushSync());
  let isDue = false;
  return {
    write: (line) => {
      file.write(line);
      if (isDue) return;
      isDue = true;
      setImmediate(() => {
        isDue = false;
        file.flushSync();
      });
    },
  };
}
