import { descriptionJsonSchema } from '@tamarack/core';
import type { GeneratedFile } from './generated-file.ts';

/** services/tamarack.schema.json: what editors complete and check descriptions with. */
export function schemaFile(): GeneratedFile[] {
  return [
    { path: 'services/tamarack.schema.json', text: `${JSON.stringify(descriptionJsonSchema(), undefined, 2)}\n` },
  ];
}
