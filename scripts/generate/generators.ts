import { diagnosticsPage } from './diagnostics.ts';
import type { Generator } from './generated-file.ts';
import { languageReference } from './language.ts';
import { lintConfiguration } from './lint-configuration.ts';
import { refusalsPage } from './refusals.ts';
import { schemaFile } from './schema.ts';
import { servicesCoveragePage } from './services-coverage.ts';
import { settingsTable } from './settings.ts';

/** Every generator of the repository: add yours here, and both `npm run generate` and its test know it. */
export const generators: readonly Generator[] = [
  diagnosticsPage,
  languageReference,
  lintConfiguration,
  refusalsPage,
  schemaFile,
  servicesCoveragePage,
  settingsTable,
];
