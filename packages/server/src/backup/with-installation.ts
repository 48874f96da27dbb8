/** What both verbs share: configuration, installation, and what the operator reads where something is refused. */
import { configProblemText } from '../platform/config/config-problem.ts';
import { loadConfig } from '../platform/config/load-config.ts';
import { EXIT, type ExitCode } from '../platform/exit-code.ts';
import { visibleText } from '../platform/visible-text.ts';
import { writeMessage } from '../platform/write-output.ts';
import type { BackupResult } from './backup-refusals.ts';
import { reachInstallation, type Installation } from './reach-installation.ts';

/** Does it with the installation that the configuration names; prints a refusal and gives exit code 2 where there is one. */
export async function withInstallation<T>(
  purpose: 'backup' | 'restore',
  configFile: string | undefined,
  work: (installation: Installation) => Promise<BackupResult<T>>,
  tell: (value: T) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = await loadConfig(process.env, configFile);
  if (!config.ok) {
    const problems = config.problems.map((problem) => `  ${configProblemText(problem)}`);
    await writeMessage(`tamarack: the configuration is wrong.\n${problems.join('\n')}`);
    return EXIT.usage;
  }
  const reached = await reachInstallation(config.value, purpose);
  if (!reached.ok) return refused(reached.refusal);
  try {
    const done = await work(reached.value);
    return done.ok ? await tell(done.value) : await refused(done.refusal);
  } finally {
    await reached.value.leave();
  }
}

async function refused({ sentence, remedy }: { sentence: string; remedy: string }): Promise<ExitCode> {
  await writeMessage(`tamarack: ${visibleText(sentence)}\n          ${remedy}`);
  return EXIT.usage;
}

/** Says which contents could not be had. */
export async function tellMissing(missing: readonly string[], of: string): Promise<ExitCode> {
  if (missing.length === 0) return EXIT.fine;
  const named = missing.slice(0, 20).join('\n  ');
  await writeMessage(
    `tamarack: ${of} lacks the content of ${missing.length} file(s), erased meanwhile or lost:\n  ${named}`,
  );
  return EXIT.findings;
}

/** "12.3 MB in 4.5 s" */
export function sizeAndTime(bytes: number, milliseconds: number): string {
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  const size = bytes < 1e6 ? `${format.format(bytes / 1e3)} kB` : `${format.format(bytes / 1e6)} MB`;
  return `${size} in ${format.format(milliseconds / 1000)} s`;
}
