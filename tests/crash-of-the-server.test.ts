/** The server is killed under load, on both kinds of database; what is proved stands in support/crash.ts. */
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { urlOfRunning } from '../packages/server/src/platform/database/embedded/running-url.ts';
import { startEmbedded } from '../packages/server/src/platform/database/embedded/start-embedded.ts';
import { dataFolder, forgetFolders, ROUNDS, rounds } from './support/crash.ts';
import { freePort, serve } from './support/served-process.ts';

/** The web application is of no consequence here, and would be looked after at each start. */
const API_ONLY = ['--no-web'];
afterAll(forgetFolders);

describe(`${ROUNDS} rounds of SIGKILL under load`, () => {
  test('of the server, on the embedded database', async () => {
    const data = dataFolder();
    const environment = { TAMARACK_DATA: data, PORT: String(await freePort()) };
    await rounds(
      await serve(environment, API_ONLY),
      () => urlOfRunning(join(data, 'database')),
      async (served) => {
        await served.end('SIGKILL');
        return serve(environment, API_ONLY);
      },
    );
  }, 400_000);

  test('of the server, on a served database', async () => {
    const started = await startEmbedded({ folder: join(dataFolder(), 'database') });
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
        await served.end('SIGKILL');
        return serve(environment, API_ONLY);
      },
    );
    await started.value.stop();
  }, 400_000);
});
