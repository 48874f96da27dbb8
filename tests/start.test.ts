/** `npm start` as somebody meets it who has just cloned the repository, with a history of some days instead of half a year. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { freePort } from './support/served-process.ts';

const script = join(import.meta.dirname, '..', 'scripts', 'start.ts');
const data = mkdtempSync(join(tmpdir(), 'tamarack-start-'));
// Under root PostgreSQL is another user, who has to get through.
chmodSync(data, 0o711);
afterAll(() => rmSync(data, { recursive: true, force: true }));

type Started = {
  readonly lines: readonly string[];
  /** Where it says that it is; rejects with what it said where it ends before. */
  readonly address: Promise<string>;
  readonly end: () => Promise<number | null>;
};

function started(command: string, args: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', TAMARACK_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Closed once nobody holds its output any more: the server has ended, too.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const lines: string[] = [];
  const address = new Promise<string>((resolve, reject) => {
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        const [, said] = /^Tamarack: (\S+)$/.exec(line) ?? [];
        if (said !== undefined) resolve(said);
      });
    void ended.then(() => reject(new Error(`It ended before it served:\n${lines.join('\n')}`)));
  });
  return {
    lines,
    address,
    end: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Who can sign in, by the address and the roles that are printed. */
function printedPeople(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, email, who] = /^ {2}(\S+@\S+) +(.+)$/.exec(line) ?? [];
      return email !== undefined && who !== undefined ? [[email, who] as const] : [];
    }),
  );
}

function signIn(address: string, email: string | undefined, password: string | undefined): Promise<Response> {
  return fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
}

test('fills an empty folder, says where it is and who signs in, stops when told, and is soon there again', async () => {
  const port = String(await freePort());
  // Fewer could all be a weekend, on which nobody joins.
  const first = started(process.execPath, [script, '--demo', '5'], { PORT: port });
  const address = await first.address;
  expect(address).toBe(`http://localhost:${port}`);
  expect(await (await fetch(address)).text()).toContain('<div id="root">');
  expect(first.lines.join('\n')).toMatch(/This is the DEMONSTRATION: .* invented, .* known to everybody: /);
  const people = printedPeople(first.lines);
  expect([...people.values()].join('\n')).toMatch(/, administrator\n[^]* of /);
  const password = /known to everybody: (.+)$/m.exec(first.lines.join('\n'))?.[1];
  for (const role of ['administrator', 'technical-account-manager', 'approver']) {
    const [email] = [...people].find(([, who]) => who.includes(role)) ?? [];
    expect((await signIn(address, email, password)).status, role).toBe(200);
  }
  expect(await first.end()).toBe(0);

  const begun = performance.now();
  // As npm runs it, whose shell keeps signals for itself.
  const asNpm = ['-c', `"${process.execPath}" "${script}"; exit`];
  const second = started('sh', asNpm, { PORT: port, npm_lifecycle_event: 'start' });
  expect(await second.address).toBe(address);
  // 3 s where nothing else runs; the whole test suite may run beside this.
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(second.lines.join('\n')).not.toContain('Making');
  expect(printedPeople(second.lines)).toEqual(people);
  expect(await second.end()).toBeNull();
  await expect(fetch(address)).rejects.toThrow('fetch failed');
}, 240_000);
