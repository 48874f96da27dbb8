import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Committed or about to be: what a commit would take along. */
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && isFile(path));

function isFile(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

// In pieces: this file is read as well.
const registries = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['deb', 'debian', 'org'],
  ['security', 'debian', 'org'],
  ['files', 'pythonhosted', 'org'],
  ['proxy', 'golang', 'org'],
  ['index', 'crates', 'io'],
  ['static', 'crates', 'io'],
].map((host) => host.join('.'));

/** Folders that exist on the machine of whoever wrote the file, and nowhere else. A web address may have such a part. */
const machinePath = /(?<![\w.~%/-])\/(?:work|tmp|root|home)\/[\w.]/;

describe('what is committed means the same everywhere', () => {
  test('git lists the files', () => {
    expect(tracked.length).toBeGreaterThan(20);
  });

  test.for(tracked)('%s names no package registry and no path of a machine', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(registries.filter((host) => text.includes(host))).toEqual([]);
    const line = text.split('\n').findIndex((candidate) => machinePath.test(candidate));
    expect(line === -1 ? 'none' : `${path}:${line + 1}`).toBe('none');
  });

  test('package-lock.json records where nothing was downloaded: .npmrc keeps addresses out', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const resolved = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? []);
    expect(resolved.filter((place) => /^https?:/.test(place))).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
  });

  test.for(['packages/server/bin/tamarack.mjs', '.ci/run'])('%s may be executed', (path) => {
    const mode = execFileSync('git', ['ls-files', '--stage', path], { cwd: root, encoding: 'utf8' }).slice(0, 6);
    expect(mode).toBe('100755');
  });
});
