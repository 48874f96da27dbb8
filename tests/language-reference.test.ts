import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDescription } from '@tamarack/core';
import { describe, expect, it } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../docs/language.md'), 'utf8');

/** The examples of a section, each a mapping of promises. */
function examplesOf(section: string): string[] {
  const from = text.indexOf(`\n### ${section}\n`);
  const body = text.slice(from, text.indexOf('\n##', from + 1));
  return [...body.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example ?? '');
}

/** What the grammar refuses in some promises; names and missing sections are not the reference's business here. */
function refusedIn(promises: string): string[] {
  const description = `tamarack: 1\npromises:\n${promises.replaceAll(/^/gm, '  ')}`;
  return readDescription(description)
    .diagnostics.filter(({ start, code }) => start.line > 2 && code.startsWith('grammar.'))
    .map(({ sentence, source }) => `${source}: ${sentence}`);
}

describe('docs/language.md', () => {
  it.each(['response', 'update', 'cadence', 'count', 'before', 'limit', 'gate'])(
    'has examples that the grammar takes: %s',
    (form) => {
      const examples = examplesOf(form);
      expect(examples).not.toEqual([]);
      expect(examples.flatMap(refusedIn)).toEqual([]);
    },
  );

  it('would notice an example that the grammar does not take', () => {
    expect(refusedIn('call: {title: Call, evry: 2 weeks, until: cadence-call.held}')).not.toEqual([]);
  });
});
