import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GeneratedFile } from '../scripts/generate/generated-file.ts';
import { generators } from '../scripts/generate/generators.ts';

const root = join(import.meta.dirname, '..');
const files: GeneratedFile[] = [];
for (const generate of generators) files.push(...(await generate()));

describe('generated files are current: if one is not, run `npm run generate` and commit what it writes', () => {
  test('there are some, and each is written once', () => {
    const paths = files.map((file) => file.path);
    expect(paths).toContain('.oxlintrc.json');
    expect(new Set(paths).size).toBe(paths.length);
  });

  test.for(files)('$path', ({ path, text }) => {
    // As a boolean: a difference of a thousand lines tells less than the sentence above.
    const isCurrent = readFileSync(join(root, path), 'utf8') === text;
    expect(isCurrent).toBe(true);
  });
});
