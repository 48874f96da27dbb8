/**
 * A process that serves from the folder named by its first argument and tells the test what happens, one JSON array a line on
 * standard output. With `insert` as second argument it writes rows one by one and tells each when it is acknowledged.
 * It stops in good order when standard input ends.
 */
import { Client } from 'pg';
import { startEmbedded } from '../start-embedded.ts';

const [folder = '', task] = process.argv.slice(2);
const tell = (...event: unknown[]): void => void process.stdout.write(`${JSON.stringify(event)}\n`);

const started = await startEmbedded({
  folder,
  log: (line) => tell('log', line),
  onExit: ({ code, signal }) => tell('exit', code, signal),
});
if (started.ok) {
  process.on('SIGINT', () => tell('interrupted'));
  process.stdin.resume().on('end', () => {
    void started.value.stop().then(() => tell('stopped'));
  });
  tell('serving', started.value.url);
  if (task === 'insert') {
    await insertForEver(started.value.url).catch((error: unknown) => tell('broken', String(error)));
  }
} else {
  tell('refused', started.refusal);
}

async function insertForEver(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS row (n bigint GENERATED ALWAYS AS IDENTITY, round text)');
  for (;;) {
    const { rows } = await client.query<{ n: string }>('INSERT INTO row (round) VALUES ($1) RETURNING n', [
      process.pid,
    ]);
    tell('committed', rows[0]?.n);
  }
}
