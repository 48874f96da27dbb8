/** One thing that is wrong in the configuration. It never holds the value of a secret. */
export type ConfigProblem = {
  readonly name?: string;
  /** Where it was said: "environment", or the file with its line. */
  readonly source: string;
  readonly says: string;
};

/** A line for the operator: "PORT (environment): expected …". */
export function configProblemText({ name, source, says }: ConfigProblem): string {
  return name === undefined ? `${source}: ${says}` : `${name} (${source}): ${says}`;
}
