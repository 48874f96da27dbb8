/** The door of the agreements: descriptions, their versions, and published ones ready to run. */
export { readyVersions } from './ready-versions.ts';
export type { ReadyVersion } from './ready-versions.ts';
