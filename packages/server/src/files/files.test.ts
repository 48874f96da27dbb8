import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM, type Actor } from '../platform/database/actor.ts';
import { insertFile, lockContent } from './account-file-store.ts';
import { fileTasks } from './index.ts';

const NOBODY = undefined;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let server: TestApplication;
let tam: Person;
let one: string;
let two: string;
let lead: Person;
let other: Person;
let stakeholder: Person;
beforeAll(async () => {
  server = await startTestApplication();
  tam = await server.staff('Tim Tam', 'technical-account-manager');
  one = await server.account('Alder Bank');
  two = await server.account('Birch Mill');
  lead = await server.customer('Lea Lead', one, 'technical-lead');
  stakeholder = await server.customer('Sam Stake', one, 'stakeholder');
  other = await server.customer('Otto Other', two, 'technical-lead');
});
afterAll(() => server.stop());

/** Bytes of their own, so that one test's content is not another's. */
function bytes(size = 100): Buffer {
  return randomBytes(size);
}

function upload(by: Person, accountId: string, content: unknown, name = 'notes.txt', headers = {}) {
  return server.call(by, 'POST', `/accounts/${accountId}/files?name=${encodeURIComponent(name)}`, {
    body: content,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });
}

function get(by: Person, accountId: string, fileId: string, method = 'GET') {
  return server.call(by, method, `/accounts/${accountId}/files/${fileId}`);
}

/** A fact of the account that carries files. */
async function record(
  accountId: string,
  audience: 'shared' | 'internal',
  fileIds: readonly string[],
  side: 'provider' | 'customer' = 'provider',
): Promise<void> {
  const id = randomUUID();
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into journal (account_id, id, fact, subject_id, at, recorded_at, by_side, via, audience)
      values (${accountId}, ${id}, 'call.held', ${id}, now(), now(), ${side}, 'web', ${audience})`);
    for (const fileId of fileIds)
      await tx.run(
        sql`insert into journal_file (account_id, journal_id, file_id) values (${accountId}, ${id}, ${fileId})`,
      );
    return { ok: true };
  });
}

/** Does a job of the files, as the runner would. */
const doJob = (name: 'forget-content' | 'sweep-files', payload: object = {}) =>
  fileTasks(server.files)[name]?.(payload, {
    db: server.db,
    now: server.clock.now(),
    signal: new AbortController().signal,
    attempt: 1,
  });
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('uploading', () => {
  test('keeps the bytes, tells their type from them, and gives them back', async () => {
    const uploaded = await upload(lead, one, PNG, 'screen.exe');
    expect(uploaded).toMatchObject({
      status: 201,
      body: { name: 'screen.exe', mediaType: 'image/png', size: PNG.length, side: 'customer', uploadedBy: 'Lea Lead' },
    });
    const given = await get(tam, one, uploaded.body.id);
    expect(given).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(Number(given.headers['content-length'])).toBe(PNG.length);
    const head = await get(tam, one, uploaded.body.id, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, String(PNG.length), '']);
    const info = await server.call(tam, 'GET', `/accounts/${one}/files/${uploaded.body.id}/info`);
    expect(info.body).toEqual(uploaded.body);
  });

  test('is refused when nothing comes, when it is no file, and when nobody may', async () => {
    expect((await upload(lead, one, Buffer.alloc(0))).body.code).toBe('value.not-allowed');
    const json = await server.call(lead, 'POST', `/accounts/${one}/files?name=x`, { body: { a: 1 } });
    expect(json.body.code).toBe('request.wrong-type');
    expect((await upload(stakeholder, one, bytes())).body.code).toBe('access.denied');
    expect((await upload(other, one, bytes())).body.code).toBe('record.not-found');
  });

  test('what is refused after it came leaves no bytes behind', async () => {
    const content = bytes();
    const key = { 'idempotency-key': 'upload-2' };
    await upload(lead, one, bytes(), 'a.bin', key);
    expect((await upload(lead, one, content, 'a.bin', key)).body.code).toBe('request.key-reused');
    expect(await server.files.has(sha256(content))).toBe(false);
  });

  test('the same Idempotency-Key makes one file, and is refused for other content', async () => {
    const content = bytes();
    const headers = { 'idempotency-key': 'upload-1' };
    const first = await upload(lead, one, content, 'a.bin', headers);
    const again = await upload(lead, one, content, 'a.bin', headers);
    expect(again.body).toEqual(first.body);
    expect((await upload(lead, one, bytes(), 'a.bin', headers)).body.code).toBe('request.key-reused');
  });

  test.each([
    '<script>alert(1)</script>.png',
    '../../../etc/passwd',
    '..\\..\\boot.ini',
    'a\r\nSet-Cookie: x=1',
    'invoice\u202egpj.exe',
    '...',
  ])('the name %j becomes harmless', async (name) => {
    const uploaded = await upload(lead, one, bytes(), name);
    expect(uploaded.status).toBe(201);
    expect(uploaded.body.name).not.toMatch(/[<>/\\\r\n\u202e]|\.\./);
    const { headers } = await get(lead, one, uploaded.body.id);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\r\n\\/]*"; filename\*=UTF-8''[^\s;<>]*$/,
    );
    expect(headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['HTML', '<!doctype html><script>alert(document.domain)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['XML', '<?xml version="1.0"?><x/>'],
  ])('%s is never shown, whatever it is called', async (_kind, content) => {
    const uploaded = await upload(lead, one, Buffer.from(content), 'picture.png');
    const { headers } = await get(tam, one, uploaded.body.id);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });
});

describe('limits', () => {
  test('a file that is announced too large is not read; one that turns out too large is refused over a real connection', async () => {
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const target = `${address}/api/v1/accounts/${one}/files?name=big`;
    const headers = { authorization: `Test ${lead.id}`, 'content-type': 'application/octet-stream' };
    const megabyte = Buffer.alloc(1024 * 1024);
    const endless = Readable.from(
      (function* () {
        for (let i = 0; i < 101; i++) yield megabyte;
      })(),
    );
    const streamed = await fetch(target, { method: 'POST', headers, body: Readable.toWeb(endless), duplex: 'half' });
    expect([streamed.status, await streamed.json()]).toMatchObject([413, { code: 'request.too-large' }]);
    const announced = await upload(lead, one, Readable.from([]), 'big', {
      'content-length': String(101 * 1024 * 1024),
    });
    expect([announced.status, announced.body.code]).toEqual([413, 'request.too-large']);
  });

  test('an account keeps so many files, and so many bytes', async () => {
    const full = await server.account('Full');
    const fill = (files: number, size: number) =>
      server.db.write(SYSTEM, async (tx) => {
        await tx.run(sql`insert into file (account_id, hash, name, media_type, size, uploaded_at, side)
          select ${full}, repeat('0', 64), 'x', 'text/plain', ${size}, now(), 'provider' from generate_series(1, ${files}::int)`);
        return { ok: true };
      });
    await fill(1, 20 * 1024 ** 3 - 50);
    expect((await upload(tam, full, bytes(51))).body.code).toBe('state.not-possible');
    expect((await upload(tam, full, bytes(50))).status).toBe(201);
    await fill(19_998, 0);
    const refused = await upload(tam, full, bytes(0));
    expect(refused.body.detail).toMatch(/20000 files/);
  });

  test('many uploads at once do not pass the limit together', async () => {
    const full = await server.account('Nearly full');
    await server.db.write(SYSTEM, async (tx) => {
      await tx.run(sql`insert into file (account_id, hash, name, media_type, size, uploaded_at, side)
        values (${full}, repeat('0', 64), 'x', 'text/plain', ${20 * 1024 ** 3 - 250}, now(), 'provider')`);
      return { ok: true };
    });
    const all = await Promise.all(Array.from({ length: 6 }, () => upload(tam, full, bytes(100))));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409, 409, 409]);
  });
});

describe('who sees a file', () => {
  /** As that customer, with the access layer out of the way. */
  const seen = (person: Person, accounts: readonly string[], fileId: string) => {
    const actor: Actor = { personId: person.id, side: 'customer', accounts, via: 'session' };
    return server.db.read(actor, async (tx) => (await tx.rows(sql`select id from file where id = ${fileId}`)).length);
  };

  test('customers: their own side’s, and what a shared fact carries; never what only internal facts carry', async () => {
    const internal = (await upload(tam, one, bytes())).body.id;
    expect((await get(lead, one, internal)).status).toBe(404);
    await record(one, 'internal', [internal]);
    expect([(await get(lead, one, internal)).status, await seen(lead, [one], internal)]).toEqual([404, 0]);
    expect((await get(tam, one, internal)).status).toBe(200);
    await record(one, 'shared', [internal]);
    expect([(await get(stakeholder, one, internal)).status, await seen(lead, [one], internal)]).toEqual([200, 1]);
    const own = (await upload(lead, one, bytes())).body.id;
    expect((await get(stakeholder, one, own)).status).toBe(200);
  });

  test('a customer cannot get at a file by attaching it to a fact of its own', async () => {
    const internal = (await upload(tam, one, bytes())).body.id;
    await record(one, 'internal', [internal]);
    await expect(record(one, 'shared', [internal], 'customer')).rejects.toThrow(/only files that it sees/);
    await expect(record(one, 'shared', [randomUUID()], 'customer')).rejects.toThrow(/only files that it sees/);
    await record(one, 'shared', [internal]);
    await record(one, 'shared', [internal, (await upload(lead, one, bytes())).body.id], 'customer');
  });

  test('that an internal fact carries a customer’s file is not seen by the customer', async () => {
    const own = (await upload(lead, one, bytes())).body.id;
    await record(one, 'internal', [own]);
    const info = (by: Person) => server.call(by, 'GET', `/accounts/${one}/files/${own}/info`);
    expect([(await info(lead)).body.isReferredTo, (await info(tam)).body.isReferredTo]).toEqual([false, true]);
    const actor: Actor = { personId: lead.id, side: 'customer', accounts: [one], via: 'session' };
    const rows = await server.db.read(actor, (tx) => tx.rows(sql`select * from journal_file where file_id = ${own}`));
    expect(rows).toEqual([]);
  });

  test('nobody of another account, by any path', async () => {
    const mine = (await upload(lead, one, bytes())).body.id;
    await record(one, 'shared', [mine]);
    const paths = [`/accounts/${one}/files/${mine}`, `/accounts/${two}/files/${mine}`];
    for (const path of [...paths, ...paths.map((each) => `${each}/info`)])
      expect((await server.call(other, 'GET', path)).status).toBe(404);
    expect((await server.call(other, 'DELETE', `/accounts/${two}/files/${mine}`)).status).toBe(404);
    expect(await seen(other, [two], mine)).toBe(0);
    expect((await server.call(NOBODY, 'GET', paths[0] ?? '')).status).toBe(401);
  });

  test('a customer cannot write a row that claims to be the provider’s', async () => {
    const actor: Actor = { personId: lead.id, side: 'customer', accounts: [one], via: 'session' };
    const forged = server.db.write(actor, async (tx) => {
      await tx.run(sql`insert into file (account_id, hash, name, media_type, size, uploaded_at, side)
        values (${one}, repeat('0', 64), 'x', 'text/plain', 1, now(), 'provider')`);
      return { ok: true };
    });
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('deleting', () => {
  const remove = (by: Person, accountId: string, fileId: string) =>
    server.call(by, 'DELETE', `/accounts/${accountId}/files/${fileId}`);

  test('is refused while a fact refers to the file, also one that the asker does not see', async () => {
    for (const audience of ['shared', 'internal'] as const) {
      const { id } = (await upload(lead, one, bytes())).body;
      await record(one, audience, [id]);
      expect((await remove(lead, one, id)).body).toMatchObject({
        code: 'state.not-possible',
        detail: expect.stringContaining('A fact refers to this file'),
      });
      expect((await get(lead, one, id)).status).toBe(200);
    }
  });

  test('the same content in two accounts lies there once; each sees its own, and one’s deletion keeps the other’s', async () => {
    const content = bytes();
    const hash = sha256(content);
    const mine = (await upload(lead, one, content)).body;
    const theirs = (await upload(other, two, content)).body;
    expect([mine.sha256, theirs.sha256]).toEqual([hash, hash]);
    expect((await get(other, two, mine.id)).status).toBe(404);
    expect((await remove(lead, one, mine.id)).status).toBe(204);
    await doJob('forget-content', { hashes: [hash] });
    expect((await get(lead, one, mine.id)).status).toBe(404);
    expect((await get(other, two, theirs.id)).status).toBe(200);
    expect((await remove(other, two, theirs.id)).status).toBe(204);
    await doJob('forget-content', { hashes: [hash] });
    expect(await server.files.has(hash)).toBe(false);
  });

  test('has the bytes erased by a job of the same transaction', async () => {
    const { id, sha256: hash } = (await upload(lead, one, bytes())).body;
    await remove(lead, one, id);
    const jobs = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ n: number }>(sql`select count(*) as n from list_jobs(null, null, 1000) where task = 'forget-content'`),
    );
    expect(jobs[0]?.n).toBeGreaterThan(0);
    expect(await server.files.has(hash)).toBe(true);
  });

  test('the sweep erases what no row names, and nothing else', async () => {
    const kept = (await upload(lead, one, bytes())).body.sha256;
    const orphan = await server.files.put(Readable.from([bytes()]), { maxBytes: 1000 });
    await doJob('sweep-files');
    expect(orphan.ok && (await server.files.has(orphan.value.hash))).toBe(false);
    expect(await server.files.has(kept)).toBe(true);
  });

  test('an upload of the same content that comes first keeps it, though the sweep had found it unnamed', async () => {
    const stored = await server.files.put(Readable.from([bytes()]), { maxBytes: 1000 });
    if (!stored.ok) throw new Error(stored.refusal.sentence);
    const { hash } = stored.value;
    let sweep: Promise<void> | undefined;
    await server.db.write(SYSTEM, async (tx) => {
      await lockContent(tx, hash);
      sweep = doJob('forget-content', { hashes: [hash] });
      const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      while ((await tx.rows(waiting)).length === 0);
      const file = { ...stored.value, accountId: one, name: 'x', personId: lead.id, side: 'customer' } as const;
      await insertFile(tx, file, server.clock.now());
      return { ok: true };
    });
    await sweep;
    expect(await server.files.has(hash)).toBe(true);
  });

  test('uploads race with the sweep: a row always has its bytes', async () => {
    const content = bytes();
    const hash = sha256(content);
    for (let round = 0; round < 15; round++) {
      const [uploaded] = await Promise.all([upload(lead, one, content), doJob('forget-content', { hashes: [hash] })]);
      expect([201, 503]).toContain(uploaded.status);
      if (uploaded.status !== 201) continue;
      expect((await get(lead, one, uploaded.body.id)).status).toBe(200);
      await remove(lead, one, uploaded.body.id);
    }
  });
});
