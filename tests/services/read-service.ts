import { join } from 'node:path';
import type { Diagnostic, ReadyDescription } from '@tamarack/core';
import { readDescriptionFile } from '../../packages/server/src/holidays/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** A description of the repository as the command line reads it, with real holidays. */
export async function readService(
  path: string,
): Promise<{ ready: ReadyDescription; diagnostics: readonly Diagnostic[] }> {
  const file = await readDescriptionFile(join(root, path));
  if (!file.ok) throw new Error(file.sentence);
  const { ready, diagnostics } = file;
  if (!ready) throw new Error(diagnostics.map(({ start, sentence }) => `${path}:${start.line} ${sentence}`).join('\n'));
  return { ready, diagnostics };
}
