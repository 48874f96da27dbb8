/** The descriptions that come with Tamarack: starting points for a provider's own. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gives } from '@tamarack/contract';
import { readDescriptionText } from '../holidays/index.ts';
import { packageFolder } from '../platform/package-folder.ts';

type Example = Gives<'GET /descriptions/examples'>['rows'][number];

const folder = join(packageFolder, '..', '..', 'services');
let known: Promise<Example[]> | undefined;

/** Read once: they come with the program. */
export function examples(): Promise<Example[]> {
  return (known ??= readExamples());
}

async function readExamples(): Promise<Example[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const found: Example[] = [];
  for (const name of names) {
    const source = await readFile(join(folder, name), 'utf8');
    const service = (await readDescriptionText(source)).ready?.description.service;
    if (service)
      found.push({ name: name.slice(0, -'.yaml'.length), title: service.name, summary: service.summary, source });
  }
  return found;
}
