/**
 * Packs the server and the command line with all that they use into a few files, where their sources have changed: a start, and
 * every command, takes a third of the time. What was packed of other sources stays a day, for whoever still runs it.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packedProgram, packingFolder } from '../packages/server/bin/packed-program.mjs';

const DAY_MS = 24 * 3600 * 1000;
const server = join(import.meta.dirname, '..', 'packages', 'server');
/** The program, and what it starts as a thread or a process of its own. */
const ENTRIES = ['main.ts', 'agreements/reading-worker.ts', 'demo/demonstration-process.ts'];
/** What looks for files of its own beside it, or is asked for only where it is there. */
const LEFT_OUTSIDE = [/^pino/, 'pg-native'];

const folder = packingFolder();
try {
  if (packedProgram() === undefined) await pack();
  console.log(folder);
} catch (error) {
  console.error(`The server could not be packed, so it runs from its sources: ${String(error)}`);
  process.exitCode = 1;
}

async function pack(): Promise<void> {
  // Late: an installation without what is for developing has none, and says so.
  const { rolldown } = await import('rolldown');
  const next = `${folder}-${process.pid}`;
  const bundle = await rolldown({
    input: ENTRIES.map((entry) => join(server, 'src', entry)),
    platform: 'node',
    external: LEFT_OUTSIDE,
    // Libraries that were never packed before bring warnings that are not ours.
    logLevel: 'silent',
  });
  mkdirSync(dirname(folder), { recursive: true });
  await bundle.write({ dir: next, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
  // Somebody may have packed the same meanwhile, and run it; or changed a source, so that this is of neither state.
  if (packedProgram() === undefined && packingFolder() === folder) renameSync(next, folder);
  else rmSync(next, { recursive: true });
  forgetOld();
}

function forgetOld(): void {
  for (const entry of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), entry);
    if (path !== folder && Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}
