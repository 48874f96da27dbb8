import type { Diagnostic } from '@tamarack/core';

/** A file that was checked, as the user named it, with its findings sorted by place. */
export interface CheckedFile {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many findings of a level there are. */
export function countLevel({ diagnostics }: CheckedFile, level: Diagnostic['level']): number {
  return diagnostics.filter((diagnostic) => diagnostic.level === level).length;
}

/** The same over several files. */
export function countAll(files: readonly CheckedFile[], level: Diagnostic['level']): number {
  return files.reduce((sum, file) => sum + countLevel(file, level), 0);
}
