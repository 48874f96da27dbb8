import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** The largest description that is shipped. */
export type Service = { readonly file: string; readonly path: string; readonly text: string };

export function largestService(): Service {
  const folder = join(root, 'services');
  const services = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      file: `services/${name}`,
      path: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
  return services.reduce((largest, service) => (service.text.length > largest.text.length ? service : largest));
}
