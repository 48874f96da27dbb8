/** The history of a ticket is whole: what the desk changes of it is on record, with what it was before, who did it and when. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDesk } from '../../../../tests/support/desk.ts';
import { entitle } from '../../../../tests/support/entitle.ts';
import type { Person, TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let engineer: Person;
let colleague: Person;
let lead: Person;
let accountId: string;
let contractId: string;
let ticket: { id: string; reference: number };
beforeAll(async () => {
  ({ server, engineer, lead, accountId, contractId } = await startDesk());
  colleague = await server.staff('Carl Colleague', 'support-engineer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  ticket = (await submit()).body;
});

async function submit(more: object = {}, by = lead): Promise<{ body: { id: string; reference: number } }> {
  if (by !== lead) await entitle(server, accountId, by);
  const body = { contractId, kind: 'incident', subject: 'Nothing boots', body: 'Since noon.', severity: 2, ...more };
  return server.call(by, 'POST', `/accounts/${accountId}/tickets`, { body });
}
const at = (path = '', id = ticket.id) => `/accounts/${accountId}/tickets/${id}${path}`;
async function patch(body: object, by = engineer): Promise<number> {
  const { version } = (await server.call(by, 'GET', at())).body;
  return (await server.call(by, 'PATCH', at(), { body, headers: { 'if-match': `"${version}"` } })).status;
}
const asProduct = async (name: string): Promise<string> => {
  const made = await server.db.write(SYSTEM, async (tx) => ({
    ok: true as const,
    value: await tx.first<{ id: string }>(sql`insert into product (name) values (${name}) returning id`),
  }));
  return made.value?.id ?? '';
};
/** What the desk did, the latest first. */
async function history(by: Person, id = ticket.id): Promise<{ fact: string; [key: string]: unknown }[]> {
  const { body } = await server.call(by, 'GET', `/accounts/${accountId}/facts?subjectId=${id}`);
  return body.rows.filter(({ fact }: { fact: string }) => !/received$|^obligation/.test(fact));
}

test('subject, product and whose it is, for both sides, with what they were before; nothing of what stays', async () => {
  const before = (await server.call(lead, 'GET', at())).body;
  const [kernel, storage] = [await asProduct('Kernel'), await asProduct('Storage')];
  await patch({ subject: 'Nothing starts', productId: kernel, assigneeId: engineer.id });
  await patch({ subject: 'Nothing starts', productId: storage, assigneeId: colleague.id }, colleague);
  await patch({ productId: null, assigneeId: null });
  const told = (await history(lead)).map(({ says, by, data }) => [says, by, data]);
  expect(told).toEqual([
    ['the incident was unassigned', 'Erin Engineer', { from: colleague.id }],
    ['the product of the incident was changed', 'Erin Engineer', { from: storage }],
    ['the incident was assigned', 'Carl Colleague', { from: engineer.id, to: colleague.id }],
    ['the product of the incident was changed', 'Carl Colleague', { from: kernel, to: storage }],
    ['the incident was assigned', 'Erin Engineer', { to: engineer.id }],
    ['the product of the incident was changed', 'Erin Engineer', { to: kernel }],
    ['the subject of the incident was changed', 'Erin Engineer', {}],
  ]);
  const names = (await history(lead)).map(({ names: known }) => known);
  expect(names).toContainEqual({ [kernel]: 'Kernel', [storage]: 'Storage' });
  expect(names).toContainEqual({ [engineer.id]: 'Erin Engineer', [colleague.id]: 'Carl Colleague' });
  const renamed = (await history(lead)).find(({ fact }) => fact === 'incident.subject-changed');
  expect(renamed).toMatchObject({ title: 'Nothing starts', note: 'Before: Nothing boots', audience: 'shared' });
  // Whoever waits for an answer is not moved up in any list by it.
  const after = (await server.call(lead, 'GET', at())).body;
  expect([after.lastAt, after.lastSide]).toEqual([before.lastAt, before.lastSide]);
});

test('the queue, for the desk alone', async () => {
  await patch({ queue: 'Kernel' });
  await patch({ queue: 'Storage' });
  await patch({ queue: null });
  expect((await history(engineer)).map(({ says, audience, data }) => [says, audience, data])).toEqual([
    ['the queue of the incident was changed', 'internal', { from: 'Storage' }],
    ['the queue of the incident was changed', 'internal', { from: 'Kernel', to: 'Storage' }],
    ['the queue of the incident was changed', 'internal', { to: 'Kernel' }],
  ]);
  expect(await history(lead)).toEqual([]);
});

test('relations, also where one is turned round, on both tickets', async () => {
  const other = (await submit({ subject: 'Printer burns' })).body;
  const relate = (method: string, of: string, to: string, says?: string) =>
    server.call(engineer, method, at(`/relations/${to}`, of), { body: says === undefined ? undefined : { says } });
  await relate('PUT', ticket.id, other.id, 'caused-by');
  await relate('PUT', ticket.id, other.id, 'caused-by');
  await relate('PUT', other.id, ticket.id, 'caused-by');
  await relate('DELETE', ticket.id, other.id);
  await relate('DELETE', ticket.id, other.id);
  const expected = [
    [other.id, 'incident.unrelated', { 'caused-by': ticket.id }],
    [other.id, 'incident.related', { 'caused-by': ticket.id }],
    [ticket.id, 'incident.unrelated', { 'caused-by': other.id }],
    [ticket.id, 'incident.related', { 'caused-by': other.id }],
  ];
  for (const id of [ticket.id, other.id])
    expect((await history(lead, id)).map(({ subjectId, fact, data }) => [subjectId, fact, data])).toEqual(expected);
  const [latest, , , first] = await history(lead);
  expect([latest?.['says'], first?.['says']]).toEqual([
    'a relation of the incident was taken away',
    'a relation of the incident was recorded',
  ]);
  expect(first?.['names']).toEqual({ [other.id]: `#${other.reference} Printer burns` });
  const { body } = await server.call(lead, 'POST', `/accounts/${accountId}/verification`, { body: {} });
  expect(body.differences).toEqual([]);
});

test('who is forgotten, is also where others called a ticket otherwise', async () => {
  const admin = await server.staff('Ada Admin', 'administrator');
  const forget = ({ id }: Person) => server.call(admin, 'POST', `/people/${id}/erasure`, { body: { files: true } });
  const subjectNow = async () => (await server.call(engineer, 'GET', at())).body.subject;
  const calledSo = async () =>
    (await history(engineer))
      .filter(({ fact }) => fact === 'incident.subject-changed')
      .map(({ title, note }) => [title, note]);
  const gone = await server.customer('Xaver Gone', accountId, 'technical-lead');
  ticket = (await submit({}, gone)).body;
  await patch({ subject: 'Xaver’s disk beeps' });
  await forget(gone);
  expect([await calledSo(), await subjectNow()]).toEqual([[[null, null]], 'Incident']);
  const { body } = await server.call(engineer, 'POST', `/accounts/${accountId}/verification`, { body: {} });
  expect(body.differences).toEqual([]);
});
