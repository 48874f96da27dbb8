/** The configuration of a verb, or what the operator reads where it is wrong. */
import type { Config } from '../platform/config/config.ts';
import { configProblemText } from '../platform/config/config-problem.ts';
import { loadConfig } from '../platform/config/load-config.ts';
import { writeMessage } from '../platform/write-output.ts';

/** Reads it from the environment and `file`; prints every problem and gives undefined where there is one. */
export async function configured(file: string | undefined): Promise<Config | undefined> {
  const loaded = await loadConfig(process.env, file);
  if (loaded.ok) return loaded.value;
  const problems = loaded.problems.map((problem) => `  ${configProblemText(problem)}`);
  await writeMessage(`tamarack: the configuration is wrong.\n${problems.join('\n')}`);
  return undefined;
}

/** Prints why something was not done. */
export async function tellRefusal({
  sentence,
  remedy,
}: {
  readonly sentence: string;
  readonly remedy: string;
}): Promise<void> {
  await writeMessage(`tamarack: ${sentence}\n          ${remedy}`);
}
