/** Memory of processes and all that they started, as Linux tells it; elsewhere nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes. What several processes share counts once, in equal parts (PSS). NaN where it cannot be read. */
export function memoryOf(pids: readonly number[]): number {
  try {
    return withChildren(pids).reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1024;
  } catch {
    return Number.NaN;
  }
}

function kilobytesOf(pid: number): number {
  const told = read(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0);
}

function withChildren(pids: readonly number[]): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])]));
  const isOne = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pids.includes(pid) || isOne(parents.get(pid)));
  return all.filter(isOne);
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
