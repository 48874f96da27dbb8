/**
 * What is logged in one turn of the event loop is written at its end, by one call of the kernel: each line by itself costs the server,
 * and whoever reads it, more than what it tells of. Lines that cannot be written (a full disk, a reader that is gone) are lost, and stop
 * nothing else.
 */
import { pino, type DestinationStream } from 'pino';

/** So many characters do not wait for the end of the turn. */
const AT_MOST_KEPT = 65_536;

/** Lines to a file descriptor. What was logged last is written when the process ends by itself, by an error or by `process.exit`. */
export function linesOfATurn(fd: number): DestinationStream {
  let file = opened();
  let lines = '';
  const writeLines = () => {
    const text = lines;
    lines = '';
    if (text !== '') file.write(text);
  };
  /** pino tries for ever what was refused once, before anything else: without it the next lines have their chance. */
  function opened() {
    return pino.destination({ fd, sync: true }).on('error', () => (file = opened()));
  }
  process.on('exit', writeLines);
  return {
    write: (line) => {
      if (lines === '') setImmediate(writeLines);
      lines += line;
      if (lines.length > AT_MOST_KEPT) writeLines();
    },
  };
}
