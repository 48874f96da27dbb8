import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WEB_SOURCES } from './web-sources.ts';

const packages = join(import.meta.dirname, '../../../..');

/** The packages of the workspace that a package is made of, itself included. */
function madeOf(name: string): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const own = Object.keys(dependencies).filter((used) => used.startsWith('@tamarack/'));
  return [name, ...own.flatMap((used) => madeOf(used.slice('@tamarack/'.length)))];
}

test('a change in any package that the web application is made of has it built anew', () => {
  for (const name of madeOf('web')) expect(WEB_SOURCES).toContain(`${name}/src`);
  for (const source of WEB_SOURCES) expect(existsSync(join(packages, source)), source).toBe(true);
});
