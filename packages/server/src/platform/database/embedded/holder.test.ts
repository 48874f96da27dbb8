import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdFolder } from './holder.ts';
import { ask, serveApart, withFolder } from './oracles/serve-apart.ts';
import { startEmbedded } from './start-embedded.ts';

test('of five that start at once on a new folder one serves, and four name it', async () => {
  await withFolder(async (folder) => {
    const five = Array.from({ length: 5 }, () => serveApart(join(folder, 'postgres')));
    const first = await Promise.all(five.map(async (one) => one.next('serving', 'refused')));
    const serving = five.filter((_, index) => first[index]?.[0] === 'serving');
    expect(serving).toHaveLength(1);
    const refused = first.filter(([kind]) => kind === 'refused').map(([, refusal]) => refusal);
    expect(refused).toHaveLength(4);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({
        code: 'database.folder-in-use',
        sentence: expect.stringContaining(`The process ${serving[0]?.child.pid} serves`),
      });
    }
    // The refused have not harmed it.
    expect(await ask(String(first.find(([kind]) => kind === 'serving')?.[1]), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    serving[0]?.child.stdin?.end();
    await serving[0]?.next('stopped');
  });
});

test('of five that start at once after a killed one, one serves, and four name it and not the dead', async () => {
  await withFolder(async (folder) => {
    const dead = serveApart(join(folder, 'postgres'));
    await dead.next('serving');
    await dead.kill('SIGKILL');
    const five = Array.from({ length: 5 }, () => serveApart(join(folder, 'postgres')));
    const first = await Promise.all(five.map(async (one) => one.next('serving', 'refused')));
    const serving = five.filter((_, index) => first[index]?.[0] === 'serving');
    expect(serving).toHaveLength(1);
    for (const [, refusal] of first.filter(([kind]) => kind === 'refused')) {
      expect(refusal).toHaveProperty('sentence', expect.stringContaining(`process ${serving[0]?.child.pid} serves`));
    }
    serving[0]?.child.stdin?.end();
    await serving[0]?.next('stopped');
  });
});

test('one process cannot serve a folder twice, by another spelling of its path neither; after stop() it can again', async () => {
  await withFolder(async (folder) => {
    const first = await startEmbedded({ folder: join(folder, 'postgres') });
    const second = await startEmbedded({ folder: `${folder}/./x/../postgres/` });
    expect(second).toMatchObject({ refusal: { code: 'database.folder-in-use' } });
    expect(second).toHaveProperty('refusal.sentence', expect.stringContaining(`The process ${process.pid} serves`));
    // POSIX drops a lock when its process closes any descriptor of the file: the refused attempt must not have done that.
    const [, refusal] = await serveApart(join(folder, 'postgres')).next('refused');
    expect(refusal).toMatchObject({ code: 'database.folder-in-use' });
    expect(first.ok && (await ask(first.value.url, 'SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await (first.ok && first.value.stop());
    const third = await startEmbedded({ folder: join(folder, 'postgres') });
    expect(third.ok).toBe(true);
    await (third.ok && third.value.stop());
  });
});

test('a dead process is not named as the holder', async () => {
  await withFolder(async (folder) => {
    const identity = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    const hold = await holdFolder(folder, identity);
    writeFileSync(join(folder, 'holder.pid'), '4194305\n'); // above the largest there can be
    expect(await holdFolder(folder, identity)).toHaveProperty(
      'refusal.sentence',
      `Another process serves from the data folder ${folder}.`,
    );
    await (hold.ok && hold.value.release());
  });
});
