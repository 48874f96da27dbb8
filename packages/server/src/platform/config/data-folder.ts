/** Where data lie when nobody says so. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Root's place is /var/lib/tamarack: below a home of mode 0700 the user that runs PostgreSQL could not reach its data. Others
 * have it where the XDG base directory specification puts data.
 */
export function usualDataFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.getuid?.() === 0) return '/var/lib/tamarack';
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'tamarack');
}
