/**
 * The catalogue of what the embedded PostgreSQL can refuse.
 *
 * The code is stable; the sentence is made exact by whoever refuses; the remedy belongs to the code.
 */
import { type Refusable, refusingBy } from '../../refusing.ts';

export const EMBEDDED_REFUSALS = {
  'database.folder-in-use': {
    sentence: 'Another living Tamarack process serves from the data folder.',
    remedy: 'Stop that process first, or give this one a folder of its own with TAMARACK_DATA.',
  },
  'database.no-binaries': {
    sentence: 'The embedded PostgreSQL does not exist for this platform.',
    remedy: 'Set DATABASE_URL to a PostgreSQL 15 or newer, or install again without leaving out optional dependencies.',
  },
  'database.other-version': {
    sentence: 'The data folder was made by another major version of PostgreSQL.',
    remedy:
      'Start the Tamarack that made the folder, run `tamarack backup`, and restore that file into an empty folder with this one.',
  },
  'database.unreachable-folder': {
    sentence: 'The user that runs PostgreSQL cannot enter the data folder.',
    remedy:
      'PostgreSQL refuses to run as root. Set TAMARACK_DATA to a folder that others may pass through, such as /var/lib/tamarack, or start Tamarack as an ordinary user.',
  },
  'database.start-failed': {
    sentence: 'The embedded PostgreSQL did not start.',
    remedy: 'Its last log lines say why; the whole log lies in the folder log beside the data.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

/** Either a value or why PostgreSQL does not serve. */
export type EmbeddedResult<T> = Refusable<T, keyof typeof EMBEDDED_REFUSALS>;

export const refuseEmbedded = refusingBy(EMBEDDED_REFUSALS);
