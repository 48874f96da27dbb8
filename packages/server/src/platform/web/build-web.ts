/** Builds the web application when its sources changed since the last build: a fresh clone needs no step of its own. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { jsonText } from '../json-text.ts';
import { packageFolder } from '../package-folder.ts';
import { WEB_REFUSALS } from './web-refusals.ts';
import { WEB_SOURCES } from './web-sources.ts';

const packages = join(packageFolder, '..');
const web = join(packages, 'web');
const MARK = '.built-from.json';

export type WebBuild =
  | { readonly ok: true; readonly value: { readonly folder: string; readonly built: boolean } }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly sentence: string; readonly remedy: string };
    };

/**
 * Gives the folder to serve, built anew if it has to be. The build happens beside the old one and takes its place at the
 * end: one that fails leaves the old one as it was.
 */
export async function buildWeb(): Promise<WebBuild> {
  const folder = join(web, 'dist');
  const hash = hashOf(WEB_SOURCES);
  if (builtFrom(folder) === hash) return { ok: true, value: { folder, built: false } };
  const next = join(web, `dist-${process.pid}`);
  const { status, output } = await runVite(next);
  if (status !== 0) {
    rmSync(next, { recursive: true, force: true });
    const sentence = `The web application could not be built: ${output.trim()}`;
    return { ok: false, refusal: { code: 'web.not-built', ...WEB_REFUSALS['web.not-built'], sentence } };
  }
  writeFileSync(join(next, MARK), jsonText({ hash }));
  // Two starts on a fresh clone build at once. The first one's files are the same, and somebody may be reading them.
  const isThere = builtFrom(folder) === hash;
  rmSync(isThere ? next : folder, { recursive: true, force: true });
  if (!isThere) renameSync(next, folder);
  return { ok: true, value: { folder, built: true } };
}

function builtFrom(folder: string): string | undefined {
  const mark = join(folder, MARK);
  if (!statSync(mark, { throwIfNoEntry: false })) return undefined;
  return (JSON.parse(readFileSync(mark, 'utf8')) as { readonly hash?: string }).hash;
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(join(packages, source))).toSorted()) {
    hash.update(file.slice(packages.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** In a process of its own: the bundler's memory goes when it is done. */
function runVite(outDir: string): Promise<{ readonly status: number | null; readonly output: string }> {
  const vite = join(createRequire(join(web, 'package.json')).resolve('vite/package.json'), '..', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: web,
    // Started by a test, it would else build what is for developing, half as large again.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}
