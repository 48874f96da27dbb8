/** The door of the agreements: descriptions, their versions, and published ones ready to run. */
export { counted } from './compare-versions.ts';
export { documentAt, sendPage } from './document-of-version.ts';
export { readyVersions } from './ready-versions.ts';
export type { ReadyVersion } from './ready-versions.ts';
export { descriptionHandlers } from './routes.ts';
