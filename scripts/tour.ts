/**
 * The guided tour behind `npm run tour`: what the command line does, without a server.
 * Every line of output comes from the commands themselves.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';

const root = join(import.meta.dirname, '..');
const services = readdirSync(join(root, 'services')).filter((name) => name.endsWith('.yaml'));

/** One stop of the tour. `expects` are the exit codes that are fine here: 1 means that the command found something. */
function stop(title: string, args: readonly string[], expects: readonly number[] = [0]): void {
  const shown = args.map((arg) => (/[\s$]/.test(arg) ? `'${arg}'` : arg)).join(' ');
  console.log(`\n${styleText('bold', title)}\n${styleText('dim', `$ npx tamarack ${shown}`)}\n`);
  const { status } = spawnSync(process.execPath, ['packages/server/bin/tamarack.mjs', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === null || !expects.includes(status)) {
    console.error(`The tour ends here: this command ended with ${status ?? 'a signal'}. Please report it.`);
    process.exit(1);
  }
}

mkdirSync(join(root, 'out'), { recursive: true });

stop('1. Five services, described in files that are checked like programs', [
  'check',
  ...services.map((name) => `services/${name}`),
]);
stop('2. The same file is the document that the customer signs', [
  'render',
  'services/almacare.yaml',
  '--to',
  'html',
  '--out',
  'out/almacare.html',
]);
stop('3. A deadline that explains itself: two business days, from the day before Christmas Eve', [
  ...['due', 'services/almacare.yaml', '--promise', 'first-response', '--level', 'essential', '--severity', '3'],
  ...['--at', '2026-12-23T16:30-05:00', '--explain', '--svg', 'out/first-response.svg'],
]);
stop(
  '4. Past incidents, replayed under this description: would it have been kept?',
  [
    ...['replay', 'services/almacare.yaml', '--level', 'enhanced', '--log', 'examples/servicenow-sample.csv'],
    ...['--map', 'examples/servicenow.map.yaml', '--html', 'out/replay.html'],
  ],
  [0, 1],
);

console.log(`
${styleText('bold', 'Look at them in a browser')}
  ${join(root, 'out/replay.html')}          the report, with each incident's timeline
  ${join(root, 'out/almacare.html')}        the service description
  ${join(root, 'out/first-response.svg')}   the deadline as a picture

Next: docs/language.md, and a promise of your own (CONTRIBUTING.md).`);
