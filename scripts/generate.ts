import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generators } from './generate/generators.ts';

const root = join(import.meta.dirname, '..');

function currentText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

for (const generate of generators) {
  for (const file of await generate()) {
    const path = join(root, file.path);
    const changed = currentText(path) !== file.text;
    if (changed) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    console.log(`${changed ? 'written  ' : 'unchanged'} ${file.path}`);
  }
}
