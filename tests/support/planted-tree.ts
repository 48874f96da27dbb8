import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const repository = join(import.meta.dirname, '..', '..');

/** Folders and files of the repository that decide what lint and the compiler say. */
const settings = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'packages/core/package.json',
  'packages/core/tsconfig.json',
  'packages/server/package.json',
  'packages/server/tsconfig.json',
];

export interface PlantedTree extends Disposable {
  readonly root: string;
  lint(...args: string[]): LintReport;
}

export interface LintReport {
  readonly files: number;
  /** Every finding as `file: rule: message`. */
  readonly findings: readonly string[];
}

/** A tree beside the repository with the same settings, and only these sources: nobody else's work is touched. */
export function plantTree(sources: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'tamarack-planted-'));
  const place = (path: string) => {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  for (const path of settings) copyFileSync(join(repository, path), place(path));
  for (const [path, text] of Object.entries(sources)) writeFileSync(place(path), text);
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  return {
    root,
    lint: (...args) => lint(root, args),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

interface OxlintOutput {
  readonly number_of_files: number;
  readonly diagnostics: readonly { filename: string; code: string; message: string; help?: string }[];
}

const oxlint = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');

/** Which files a run over the folder would read, by its configuration; nothing is linted. */
export function filesToLint(folder: string): readonly string[] {
  const args = [oxlint, '--debug=files'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 16_000_000 });
  return stdout.trim().split('\n');
}

/** Runs oxlint over a folder with the configuration that lies in it. */
function lint(folder: string, args: readonly string[] = []): LintReport {
  const result = spawnSync(process.execPath, [oxlint, '--format=json', ...args], { cwd: folder, encoding: 'utf8' });
  if (!result.stdout.startsWith('{')) throw new Error(`oxlint did not report: ${result.stdout}${result.stderr}`);
  const output = JSON.parse(result.stdout) as OxlintOutput;
  return {
    files: output.number_of_files,
    findings: output.diagnostics.map(
      ({ filename, code, message, help }) => `${filename}: ${code}: ${message} ${help ?? ''}`,
    ),
  };
}

/** Runs one package's compiler over a folder and gives back what it refuses. */
export function compile(folder: string, project: string): { passed: boolean; output: string } {
  const program = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [program, '-p', project], { cwd: folder, encoding: 'utf8' });
  return { passed: result.status === 0, output: result.stdout };
}
