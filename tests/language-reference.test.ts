import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPromise } from './support/read-promise.ts';

const text = readFileSync(join(import.meta.dirname, '../docs/language.md'), 'utf8');
const chapter = text.slice(text.indexOf('## Promises'), text.indexOf('## Words'));

/** Every example of a promise in the reference, by its name. */
const examples = [...chapter.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  Object.entries<unknown>(parse(block ?? '')),
);

describe('docs/language.md', () => {
  it('shows an example of every form', () => {
    expect(new Set(examples.map(([, clause]) => readPromise(clause)?.form))).toEqual(
      new Set(['response', 'update', 'cadence', 'count', 'before', 'limit', 'gate']),
    );
  });

  it.each(examples)('has an example that the grammar takes: %s', (_, clause) => {
    expect(readPromise(clause)).toBeDefined();
  });
});
