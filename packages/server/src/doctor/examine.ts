/** Looks at an installation and says what is well, weak or missing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { urlOfRunning } from '../platform/database/embedded/running-url.ts';
import { startEmbedded } from '../platform/database/embedded/start-embedded.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { terminalOf, type Style } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeOutput } from '../platform/write-output.ts';
import { configured } from '../serve/index.ts';
import { examineDatabase } from './examine-database.ts';
import { examineMachine } from './examine-machine.ts';
import { examineSurroundings } from './examine-surroundings.ts';
import { missing, type Finding } from './finding.ts';

/** Prints the findings; 1 where something is missing, or the configuration is wrong. */
export async function examine(file: string | undefined): Promise<ExitCode> {
  const config = await configured(file);
  if (!config) return EXIT.findings;
  const findings = [
    ...(await examineMachine(config, systemClock.now())),
    ...(await database(config)),
    ...(await examineSurroundings(config)),
  ];
  await writeOutput(findings.map(lineOf).join(''));
  return findings.some(({ state }) => state === 'missing') ? EXIT.findings : EXIT.fine;
}

async function database({ databaseUrl, dataFolder }: Config): Promise<readonly Finding[]> {
  if (databaseUrl !== undefined) return examineDatabase(databaseUrl, false, systemClock);
  const folder = join(dataFolder, 'database');
  // To start it would make one, where somebody only asks.
  if (!existsSync(folder)) return [noneIn(dataFolder)];
  const embedded = await startEmbedded({ folder });
  if (embedded.ok) {
    const findings = await examineDatabase(embedded.value.url, true, systemClock);
    await embedded.value.stop();
    return findings;
  }
  const { code, sentence, remedy } = embedded.refusal;
  if (code !== 'database.folder-in-use') return [missing('database', sentence, remedy)];
  return examineDatabase(await urlOfRunning(folder), true, systemClock);
}

function noneIn(dataFolder: string): Finding {
  return missing(
    'database',
    `There is none yet in the data folder ${dataFolder}.`,
    '`tamarack serve` makes it there. TAMARACK_DATA names another folder, DATABASE_URL a server.',
  );
}

const STYLES: Readonly<Record<Finding['state'], Style>> = { ok: 'good', weak: 'warning', missing: 'error' };

function lineOf({ about, state, says, remedy }: Finding): string {
  const { paint } = terminalOf(process.stdout);
  const mark = paint(STYLES[state], state.padEnd(8));
  return `${mark} ${about}: ${visibleText(says)}\n${remedy === undefined ? '' : `         ${remedy}\n`}`;
}
