import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSecret, SETTING_NAMES, SETTINGS } from '../../packages/server/src/platform/config/settings.ts';
import type { GeneratedFile } from './generated-file.ts';

const PATH = 'docs/operations.md';
const BLOCK = /<!-- generated: settings -->\n[\s\S]*?<!-- end -->/;

/** docs/operations.md: prose by hand, with the table of settings from what the program reads. */
export function settingsTable(): GeneratedFile[] {
  const text = readFileSync(join(import.meta.dirname, '../..', PATH), 'utf8');
  if (!BLOCK.test(text)) throw new Error(`${PATH} has lost the place for its table of settings.`);
  const rows = SETTING_NAMES.map(
    (name) => `| \`${name}\` | ${SETTINGS[name].says} | ${isSecret(name) ? 'yes' : ''} |\n`,
  );
  const table = `| setting | what it says; what holds without it | secret |\n| --- | --- | --- |\n${rows.join('')}`;
  return [{ path: PATH, text: text.replace(BLOCK, () => `<!-- generated: settings -->\n\n${table}\n<!-- end -->`) }];
}
