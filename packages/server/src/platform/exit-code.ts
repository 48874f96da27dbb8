/** How a command ends, for scripts: anything else (a crash of ours, a signal) is none of these. */
export const EXIT = {
  /** Done, and nothing to say about it. */
  fine: 0,
  /** Done, and there is something to look at: errors or warnings in a file, a difference. */
  findings: 1,
  /** Not done: the command was called wrongly, or what it was given cannot be read. */
  usage: 2,
  /** Not done because of a mistake of ours (EX_SOFTWARE of sysexits.h). */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
