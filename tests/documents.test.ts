/** What the documents say of files and folders is so: they are read by people who cannot see that it is not. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capabilities } from '../boundaries.ts';

const root = join(import.meta.dirname, '..');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

test.for(pages)('%s links to what is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

describe('ARCHITECTURE.md', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const [, table = ''] = /\| capability \| what \|\n(.*?)\n\n/s.exec(text) ?? [];
  // A row may hold several that are alike.
  const rows = table
    .split('\n')
    .map((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name));
  const rowOf = (name: string) => rows.findIndex((names) => names.includes(name));

  test('lists every capability', () => {
    expect(rows.flat().toSorted()).toEqual(Object.keys(capabilities).toSorted());
  });

  test.for(Object.entries(capabilities))('%s comes after those that it uses', ([name, uses]) => {
    expect(uses.filter((used) => rowOf(used) > rowOf(name))).toEqual([]);
  });

  test('names tests that exist', () => {
    const named = [...text.matchAll(/`([\w/-]+\.test\.ts)`/g)].map((match) => match[1] ?? '');
    const places = ['', 'packages/server/src'];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !places.some((place) => existsSync(join(root, place, path))))).toEqual([]);
  });
});
