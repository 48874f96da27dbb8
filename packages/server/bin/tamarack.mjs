#!/usr/bin/env node
// Behind `npx tamarack`. Written for any Node: it finds Node 26 in the workspace when it was started by an older one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wantedMajor = 26;

if (Number.parseInt(process.versions.node, 10) >= wantedMajor) {
  // Compiled code is kept between runs: a command that takes 100 ms would spend most of it parsing.
  module.enableCompileCache();
  const { packedProgram } = await import('./packed-program.mjs');
  const packed = packedProgram();
  await (packed === undefined ? import('../src/main.ts') : import(pathToFileURL(packed).href));
} else {
  process.exitCode = await runUnderWorkspaceNode();
}

/** @returns {Promise<number>} the exit code */
async function runUnderWorkspaceNode() {
  // import.meta.url is the real path, also when this was started through the link in node_modules/.bin.
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const windows = process.platform === 'win32';
  const node = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  if (!existsSync(node)) {
    const needs = `this is Node ${process.version}, and Tamarack needs Node ${wantedMajor} or newer`;
    console.error(`tamarack: ${needs}. Run npm install in ${root}: it brings one.`);
    return 2;
  }
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: 'inherit', shell: windows });
  // Whoever stops this process means the command. A terminal's Ctrl-C reaches the command by itself.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  try {
    const [code, signal] = /** @type {[number | null, NodeJS.Signals | null]} */ (await once(child, 'exit'));
    return code ?? 128 + (signal ? constants.signals[signal] : 0);
  } catch (error) {
    console.error(`tamarack: ${node} could not be started: ${String(error)}. Run npm install in ${root}.`);
    return 2;
  }
}
