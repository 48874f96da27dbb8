/** The database is killed under a server that lives on; what is proved stands in support/crash.ts. */
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { urlOfRunning } from '../packages/server/src/platform/database/embedded/running-url.ts';
import { startEmbedded } from '../packages/server/src/platform/database/embedded/start-embedded.ts';
import { dataFolder, forgetFolders, killDatabase, ROUNDS, rounds } from './support/crash.ts';
import { freePort, serve } from './support/served-process.ts';

/** The web application is of no consequence here, and would be looked after at each start. */
const API_ONLY = ['--no-web'];
afterAll(forgetFolders);

describe(`${ROUNDS} rounds of SIGKILL under load`, () => {
  test('of the embedded database, under a server that lives on', async () => {
    const data = dataFolder();
    const environment = { TAMARACK_DATA: data, PORT: String(await freePort()) };
    await rounds(
      await serve(environment, API_ONLY),
      () => urlOfRunning(join(data, 'database')),
      async (served) => {
        await killDatabase(data, served.url);
        return served;
      },
    );
  }, 400_000);

  test('of the served database, under a server that lives on', async () => {
    const place = dataFolder();
    const started = await startEmbedded({ folder: join(place, 'database') });
    if (!started.ok) throw new Error(started.refusal.sentence);
    const environment = {
      TAMARACK_DATA: dataFolder(),
      PORT: String(await freePort()),
      DATABASE_URL: started.value.url,
    };
    await rounds(
      await serve(environment, API_ONLY),
      () => Promise.resolve(started.value.url),
      async (served) => {
        await killDatabase(place, served.url);
        return served;
      },
    );
    await started.value.stop();
  }, 400_000);
});
