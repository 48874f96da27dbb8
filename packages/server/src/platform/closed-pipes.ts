/**
 * Keeps `tamarack … | head` quiet: without a listener, an error of a standard stream ends the program with a stack
 * trace. Whoever writes learns of it from `writeToStream`.
 */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
