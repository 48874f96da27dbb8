/** Descriptions are written, approved and published; some time later they get their next issue. */
import type { Gives } from '@tamarack/contract';
import { staffWith, type World } from './world.ts';

type Published = Pick<Gives<'POST /descriptions'>, 'id' | 'descriptionId'>;

/** Publishes every description that comes with the program; by the name of its file. */
export async function publishDescriptions(world: World): Promise<ReadonlyMap<string, Published>> {
  const writer = staffWith(world, 'service-manager');
  const { rows } = await world.server.call(writer, 'GET /descriptions/examples', {});
  const published = new Map<string, Published>();
  for (const { name, source } of rows) published.set(name, await publish(world, source, 'First issue.'));
  return published;
}

const VERSION = '/descriptions/:descriptionId/versions/:versionId';

/** Written by the service manager, approved by somebody else. */
async function publish(world: World, source: string, changeNote: string): Promise<Published> {
  const { params, version } = await submit(world, source, changeNote);
  const body = { note: 'Reviewed with sales and support.' };
  return world.server.call(staffWith(world, 'executive'), `POST ${VERSION}/approval`, { params, body, version });
}

async function submit({ server, ...world }: World, source: string, changeNote: string) {
  const writer = staffWith(world, 'service-manager');
  const draft = await server.call(writer, 'POST /descriptions', { body: { source, changeNote } });
  const params = { descriptionId: draft.descriptionId, versionId: draft.id };
  const { version } = await server.call(writer, `POST ${VERSION}/submission`, {
    params,
    body: {},
    version: draft.version,
  });
  return { params, version };
}

type Edit = { readonly change: string; readonly edit: (source: string) => string };

/** Core's checker has the last word on these texts. */
const NEXT = {
  almacare: {
    change: 'Quicker first response to minor impact; reports rest while the customer is asked',
    edit: (source) =>
      source
        .replace(/(progress-reports:[^]*?\n)( {4}until: incident\.reported\n)/, '$1    pauses: side = customer\n$2')
        .replaceAll(/(enhanced: +\{1: 30 minutes, 2: 2 hours, +3: )12 hours/g, '$18 hours'),
  },
  'gitlab-tam': {
    change: 'Calls may be up to six weeks apart',
    edit: (source) => source.replace(/(call-interval:[^]*?at-most: )4 weeks/, '$16 weeks'),
  },
} as const satisfies Record<string, Edit>;

async function nextIssue(world: World, service: keyof typeof NEXT): Promise<string> {
  const { rows } = await world.server.call(staffWith(world, 'service-manager'), 'GET /descriptions/examples', {});
  const source = rows.find(({ name }) => name === service)?.source ?? '';
  const { change, edit } = NEXT[service];
  const entry = `    - {version: "1.1", date: 2026-11-21, author: Service management, change: "${change}"}\n`;
  return edit(source)
    .replace(/version: "1\.0"/, 'version: "1.1"')
    .replace(/history:\n/, `history:\n${entry}`);
}

export async function publishNext(world: World, service: keyof typeof NEXT): Promise<Published> {
  return publish(world, await nextIssue(world, service), NEXT[service].change);
}

/** It waits for its approver at the end of the story. */
export async function submitNext(world: World, service: keyof typeof NEXT): Promise<void> {
  await submit(world, await nextIssue(world, service), NEXT[service].change);
}
