/** The program and the machine: Node, its time zones, memory, and room on the disk. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { isPacked } from '../platform/package-folder.ts';
import { missing, ok, weak, type Finding } from './finding.ts';

const NODE = 26;
const GIB = 2 ** 30;

export async function examineMachine({ dataFolder }: Config, now: Temporal.Instant): Promise<readonly Finding[]> {
  const { node, tz } = process.versions;
  const year = now.toZonedDateTimeISO('UTC').year;
  const zonesOf = Number.parseInt(tz ?? '', 10);
  return [
    isPacked
      ? ok('program', 'packed by npm run build')
      : weak(
          'program',
          'It runs from its sources: starts and commands take twice as long, and a server 70 MB more.',
          'Run npm run build; where files were copied, with the times that they had.',
        ),
    Number.parseInt(node, 10) >= NODE
      ? ok('Node', `version ${node}`)
      : missing('Node', `It is version ${node}.`, `Use Node ${NODE} or newer; npm install brings one.`),
    zonesOf >= year - 1
      ? ok('time zones', `rules of ${tz}`)
      : weak(
          'time zones',
          `The rules are of ${tz ?? 'unknown age'}; countries change theirs every year.`,
          'Use a newer Node.',
        ),
    memory(process.availableMemory()),
    await disk(dataFolder),
  ];
}

/** What may still be taken, be it of the machine or of the container; the server itself takes about 250 MB. */
function memory(available: number): Finding {
  const says = `${(available / GIB).toFixed(1)} GiB of memory are left`;
  return available < GIB / 2
    ? weak(
        'memory',
        says,
        'Give the machine 2 GiB, or more to the container; a server that runs has its share already.',
      )
    : ok('memory', says);
}

async function disk(folder: string): Promise<Finding> {
  const free = await freeBytes(folder);
  const says = `${(free / GIB).toFixed(1)} GiB free for ${folder}`;
  const remedy = 'Make room, or move TAMARACK_DATA; PostgreSQL stops when the disk is full.';
  if (free < GIB / 4) return missing('disk', says, remedy);
  return free < 2 * GIB ? weak('disk', says, remedy) : ok('disk', says);
}

/** Of the folder, or where it is not made yet, of the nearest one above it. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return freeBytes(dirname(folder));
  }
}
