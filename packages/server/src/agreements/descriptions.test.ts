import { readFileSync } from 'node:fs';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startTestApplication,
  type Person,
  type Reply,
  type TestApplication,
} from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

const tuxcare = readFileSync(new URL('../../../../services/tuxcare-tam.yaml', import.meta.url), 'utf8');
const filedAs = (reference: string) => tuxcare.replace('SD-TUXCARE-TAM', reference);
const nextVersion = (text: string) =>
  text
    .replaceAll('"1.0"', '"1.1"')
    .replace(
      '  history:\n',
      '  history:\n    - {version: "1.1", date: 2026-11-21, author: Owner, change: Calls monthly}\n',
    )
    .replace('{version: "1.1", date: 2026-11-21, author: Head', '{version: "1.0", date: 2026-11-21, author: Head');

let server: TestApplication;
let writer: Person;
let approver: Person;
let engineer: Person;
beforeAll(async () => {
  server = await startTestApplication();
  writer = await server.staff('Wanda Writer', 'service-manager');
  approver = await server.staff('Arno Approver', 'executive');
  engineer = await server.staff('Erik Engineer', 'support-engineer');
});
afterAll(() => server.stop());

const etag = (version: number) => ({ 'if-match': `"${version}"` });
const draft = (source: string) => server.call(writer, 'POST', '/descriptions', { body: { source } });
const pathOf = ({ body }: Reply) => `/descriptions/${body.descriptionId}/versions/${body.id}`;
const act = (person: Person, path: string, version: number, body: object = {}) =>
  server.call(person, 'POST', path, { body, headers: etag(version) });

async function published(source: string): Promise<Reply> {
  const made = await draft(source);
  const submitted = await act(writer, `${pathOf(made)}/submission`, made.body.version);
  return act(approver, `${pathOf(made)}/approval`, submitted.body.version);
}

describe('CA1: a description is a controlled document', () => {
  test('drafted, submitted, approved by another, and then never changed', async () => {
    const made = await draft(filedAs('SD-1'));
    expect([made.status, made.body.state, made.body.errors]).toEqual([201, 'draft', 0]);
    const path = pathOf(made);
    const submitted = await act(writer, `${path}/submission`, 1, { changeNote: 'First issue' });
    expect(submitted.body).toMatchObject({
      state: 'in-review',
      mayApprove: false,
      submittedBy: { name: 'Wanda Writer' },
    });
    expect((await act(writer, `${path}/approval`, 2)).body.code).toBe('access.denied');
    expect((await act(engineer, `${path}/approval`, 2)).status).toBe(403);
    const approved = await act(approver, `${path}/approval`, 2, { note: 'Read and found right' });
    expect(approved.body).toMatchObject({
      state: 'published',
      decidedBy: { name: 'Arno Approver' },
      decisionNote: 'Read and found right',
    });
    const { rows } = (await server.call(engineer, 'GET', '/descriptions')).body as { rows: { reference: string }[] };
    expect(rows.find(({ reference }) => reference === 'SD-1')).toMatchObject({ approver: approved.body.approver });
    const changed = await server.call(writer, 'PUT', `${path}/source`, { body: { source: tuxcare }, headers: etag(3) });
    expect([changed.status, changed.body.code]).toEqual([409, 'state.not-possible']);
    for (const statement of [
      sql`update description_version set source = 'x' where id = ${made.body.id}`,
      sql`delete from description_version where id = ${made.body.id}`,
    ])
      await expect(
        server.db.write(SYSTEM, async (tx) => {
          await tx.run(statement);
          return { ok: true as const };
        }),
      ).rejects.toThrow('a published version of a description is never changed');
  });

  test('keeps the holidays as they were when it was published', async () => {
    const { body } = await published(filedAs('SD-2'));
    const [row] = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ list: string; places: number }>(
        sql`select holidays->>'list' as list, jsonb_array_length(holidays->'places') as places from description_version where id = ${body.id}`,
      ),
    );
    expect(row).toEqual({ list: 'date-holidays 3.37.0', places: 3 });
  });

  test('has one version in work at a time, and each version once', async () => {
    const first = await published(filedAs('SD-3'));
    const again = await draft(filedAs('SD-3'));
    expect((await draft(filedAs('SD-3'))).body).toMatchObject({ code: 'state.not-possible' });
    const same = await act(writer, `${pathOf(again)}/submission`, 1);
    expect(same.body).toMatchObject({ code: 'value.not-allowed', detail: expect.stringContaining('1.0 is published') });
    const path = pathOf(again);
    const written = await server.call(writer, 'PUT', `${path}/source`, {
      body: { source: nextVersion(filedAs('SD-3')) },
      headers: etag(1),
    });
    expect(written.body).toMatchObject({ documentVersion: '1.1', errors: 0, version: 2 });
    const list = await server.call(writer, 'GET', `/descriptions/${first.body.descriptionId}`);
    expect(
      list.body.versions.map((row: { documentVersion: string; state: string }) => [row.documentVersion, row.state]),
    ).toEqual([
      ['1.1', 'draft'],
      ['1.0', 'published'],
    ]);
    const gone = await server.call(writer, 'DELETE', path, { headers: etag(2) });
    expect([gone.status, (await server.call(writer, 'GET', path)).status]).toEqual([204, 404]);
  });

  test('is approved as it was read: an edition that changed since is not', async () => {
    const made = await draft(filedAs('SD-4'));
    const path = pathOf(made);
    await act(writer, `${path}/submission`, 1);
    const back = await act(writer, `${path}/withdrawal`, 2);
    expect(back.body).toMatchObject({ state: 'draft', submittedBy: null });
    await act(writer, `${path}/submission`, 3);
    expect((await act(approver, `${path}/approval`, 2)).body.code).toBe('edit.conflict');
    expect((await server.call(approver, 'POST', `${path}/approval`, { body: {} })).status).toBe(428);
    const rejected = await act(approver, `${path}/rejection`, 4, { note: 'Too dear' });
    expect(rejected.body).toMatchObject({ state: 'rejected', decisionNote: 'Too dear' });
    expect((await draft(filedAs('SD-4'))).body.number).toBe(2);
  });

  test('whoever is named as approver decides, and nobody else', async () => {
    const source = filedAs('SD-5').replace('approver: Service director', 'approver: nora  named');
    const named = await server.staff('Nora Named', 'service-manager');
    const made = await draft(source);
    await act(writer, `${pathOf(made)}/submission`, 1);
    const other = await act(approver, `${pathOf(made)}/approval`, 2);
    expect(other.body).toMatchObject({ code: 'access.denied', detail: 'Nora Named is named as approver and decides.' });
    expect((await act(named, `${pathOf(made)}/approval`, 2)).body.state).toBe('published');
  });
});

describe('the editor', () => {
  test('is told every finding with place and suggestion, also of a draft that is kept with errors', async () => {
    const broken = filedAs('SD-6').replace(/until: ([a-z-]+)\.held/, 'until: $1.heldd');
    const checked = await server.call(engineer, 'POST', '/descriptions/check', { body: { source: broken } });
    expect(checked.body.errors).toBeGreaterThan(0);
    expect(checked.body.findings[0]).toMatchObject({
      level: 'error',
      suggestion: expect.any(String),
      line: expect.any(Number),
    });
    const made = await draft(broken);
    expect([made.status, made.body.errors]).toEqual([201, checked.body.errors]);
    expect((await act(writer, `${pathOf(made)}/submission`, 1)).body.code).toBe('state.not-possible');
  });

  test('refuses a draft that nobody could file, and says what is missing', async () => {
    const reply = await draft('tamarack: 1\ndocument: {reference: X}\n');
    expect([reply.status, reply.body.code]).toEqual([422, 'value.not-allowed']);
    expect(reply.body.detail).toContain('document.approver');
    expect((await draft('a: &a [1]\nb: [*a, *a]')).status).toBe(422);
  });

  test('a long text is checked beside the server, which answers others meanwhile', async () => {
    const long = `${tuxcare}\nnotes:\n${'  - {a: b}\n'.repeat(20_000)}`;
    const slow = server.call(engineer, 'POST', '/descriptions/check', { body: { source: long } });
    const order: string[] = [];
    await Promise.all([
      slow.then(() => order.push('long')),
      server.call(engineer, 'GET', '/descriptions').then(() => order.push('short')),
    ]);
    expect(order).toEqual(['short', 'long']);
    expect((await slow).body).toMatchObject({ errors: expect.any(Number), findings: expect.any(Array) });
    expect((await slow).body.findings).toHaveLength(500);
  });

  test('a long draft is read beside the server, and is too long to be submitted or compared', async () => {
    const long = `${filedAs('SD-88')}\nnotes:\n${'  - {a: b}\n'.repeat(40_000)}`;
    const order: string[] = [];
    const slow = draft(long);
    await Promise.all([
      slow.then(() => order.push('long')),
      server.call(engineer, 'GET', '/descriptions/examples').then(() => order.push('short')),
    ]);
    expect(order).toEqual(['short', 'long']);
    const made = await slow;
    expect([made.status, made.body.errors > 0]).toEqual([201, true]);
    const submitted = await act(writer, `${pathOf(made)}/submission`, 1);
    expect([submitted.status, submitted.body.code]).toEqual([409, 'state.not-possible']);
    expect(submitted.body.detail).toContain('one of up to 60,000');
    expect((await server.call(engineer, 'GET', `${pathOf(made)}/differences`)).body.detail).toContain('60,000');
  });

  test('a long draft without errors is compared, shown and submitted beside the server as well', async () => {
    const made = await draft(`${filedAs('SD-89')}\n# ${'x'.repeat(40_000)}\n`);
    expect([made.status, made.body.errors]).toEqual([201, 0]);
    const short = await draft(filedAs('SD-90'));
    const shown = (reply: Reply, path: string) => server.call(engineer, 'GET', `${pathOf(reply)}/${path}`);
    const statusOf = async (path: string) => (await shown(made, path)).status;
    // Where as many wait as may, nothing of a long one is read; a short one is.
    const long = `${tuxcare}\nnotes:\n${'  - {a: b}\n'.repeat(20_000)}`;
    const others = Array.from({ length: 5 }, () =>
      server.call(engineer, 'POST', '/descriptions/check', { body: { source: long } }),
    );
    await Promise.any(others.map(async (other) => expect((await other).status).toBe(503)));
    const beside = ['differences', 'document', 'page'];
    expect(await Promise.all(beside.map(statusOf))).toEqual([503, 503, 503]);
    const asShort = await shown(short, 'document?level=tam');
    expect(asShort.status).toBe(200);
    await Promise.all(others);
    expect([await statusOf('differences'), await statusOf('page')]).toEqual([200, 200]);
    const document = await shown(made, 'document?level=tam');
    expect(JSON.stringify(document.body)).toBe(JSON.stringify(asShort.body).replaceAll('SD-90', 'SD-89'));
    expect(await statusOf('document?level=nonsense')).toBe(404);
    expect((await act(writer, `${pathOf(made)}/submission`, 1)).body.state).toBe('in-review');
  }, 60_000);

  test('no more than a few long texts wait at a time', async () => {
    const long = `${tuxcare}\nnotes:\n${'  - {a: b}\n'.repeat(5000)}`;
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => server.call(engineer, 'POST', '/descriptions/check', { body: { source: long } })),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 200, 200, 200, 503, 503,
    ]);
  });

  test('has schema and examples at hand', async () => {
    const schema = await server.call(engineer, 'GET', '/descriptions/schema');
    expect(schema.body.$id).toBe('urn:tamarack:description:1');
    const { body } = await server.call(engineer, 'GET', '/descriptions/examples');
    expect(body.rows.map((row: { name: string }) => row.name)).toEqual([
      'almacare',
      'aws-enterprise',
      'calligo-tam',
      'gitlab-tam',
      'tuxcare-tam',
    ]);
  });
});

describe('a version', () => {
  test('is compared in words with the published one before', async () => {
    const first = await published(filedAs('SD-7'));
    expect((await server.call(engineer, 'GET', `${pathOf(first)}/differences`)).body.comparedWith).toBeNull();
    const second = await draft(nextVersion(filedAs('SD-7')).replace('every: 2 weeks', 'every: 1 month'));
    const { body } = await server.call(engineer, 'GET', `${pathOf(second)}/differences`);
    expect(body.comparedWith).toEqual({ id: first.body.id, documentVersion: '1.0' });
    expect(body.weaker).toBe(1);
    expect(body.differences[0]).toMatchObject({ verdict: 'weaker', before: '2 weeks', after: '1 month' });
  });

  test('is readable as a document and as a page without scripts', async () => {
    const version = await published(filedAs('SD-8').replace('name: TuxCare TAM', 'name: <script>alert(1)</script>'));
    const document = await server.call(engineer, 'GET', `${pathOf(version)}/document?level=tam`);
    expect(document.body.subtitle).toBe('Service description, level TAM');
    const page = await server.call(engineer, 'GET', `${pathOf(version)}/page`);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(page.body).toContain('&lt;script&gt;');
    expect(page.body).not.toContain('<script');
    expect((await server.call(engineer, 'GET', `${pathOf(version)}/page?level=none`)).status).toBe(404);
  });

  test('is for staff; what can be sold is for those who sell', async () => {
    const lead = await server.customer('Lena Lead', await server.account('Alder'), 'technical-lead');
    expect((await server.call(lead, 'GET', '/descriptions')).status).toBe(403);
    expect((await server.call(engineer, 'POST', '/descriptions', { body: { source: tuxcare } })).status).toBe(403);
    const { body } = await server.call(writer, 'GET', '/descriptions/published');
    const row = body.rows.find((one: { reference: string }) => one.reference === 'SD-1');
    expect(row).toMatchObject({ isAddOn: true, isNewest: true, levels: [{ name: 'tam' }, { name: 'dedicated-tam' }] });
    expect((await server.call(engineer, 'GET', '/descriptions/published')).status).toBe(403);
  });
});

test('what was published stays readable when its list of holidays is another one by now', async () => {
  const version = await published(filedAs('SD-9'));
  // As if it had been published with an older list than the one that this program has.
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query('alter table description_version disable trigger published_is_immutable');
  await owner.query(
    `update description_version set source = replace(source, '3.37.0', '3.0.0'), holidays = jsonb_set(holidays, '{list}', '"date-holidays 3.0.0"') where id = $1`,
    [version.body.id],
  );
  await owner.query('alter table description_version enable trigger published_is_immutable');
  await owner.end();
  expect((await server.call(engineer, 'GET', pathOf(version))).body).toMatchObject({ errors: 0, state: 'published' });
  expect((await server.call(engineer, 'GET', `${pathOf(version)}/document`)).status).toBe(200);
});
