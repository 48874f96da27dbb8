/** A file of the repository that a program writes. `npm run generate` writes it; a test fails when it is not current. */
export interface GeneratedFile {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export type Generator = () => GeneratedFile[] | Promise<GeneratedFile[]>;
