import type { ExitCode } from './exit-code.ts';

/** Ends the process at once, whatever is still open in it: for one that has stopped, or that nobody waits for any more. */
export function endNow(code: ExitCode): never {
  process.exit(code);
}
