import { join } from 'node:path';
import type { Diagnostic, ReadyDescription } from '@tamarack/core';
import { readDescriptionFile } from '../../packages/server/src/holidays/index.ts';

const root = join(import.meta.dirname, '..', '..');

type Service = { readonly ready: ReadyDescription; readonly diagnostics: readonly Diagnostic[] };

/** What was read, by path: nobody changes a description, and hundreds of tests ask for the same ten. */
const known = new Map<string, Promise<Service>>();

/** A description of the repository as the command line reads it, with real holidays. */
export function readService(path: string): Promise<Service> {
  const service = known.get(path) ?? read(path);
  known.set(path, service);
  return service;
}

async function read(path: string): Promise<Service> {
  const file = await readDescriptionFile(join(root, path));
  if (!file.ok) throw new Error(file.sentence);
  const { ready, diagnostics } = file;
  if (!ready) throw new Error(diagnostics.map(({ start, sentence }) => `${path}:${start.line} ${sentence}`).join('\n'));
  return { ready, diagnostics };
}
