/** The document control of a text that may still have errors: what a list of drafts has to show of it. */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { isLong, readBeside } from './read-beside.ts';
import { readControl, type DocumentControl } from './read-control.ts';

/**
 * Refuses `value.not-allowed` where the text does not say under which reference and for whom it is kept, and `server.busy` where
 * a long one takes too long.
 */
export async function documentControlOf(source: string): Promise<ApiResult<DocumentControl>> {
  const reading = isLong(source) ? await readBeside({ wanted: 'control', source }) : readControl(source);
  if (!reading) return refuseApi('server.busy', 'Reading this text took too long.');
  const { control, missing } = reading;
  if (missing.length > 0)
    return refuseApi(
      'value.not-allowed',
      `A draft may have errors, but its document control has to be readable. Missing: ${missing.join(', ')}.`,
      missing.map((path) => ({ path: `source.${path}`, says: 'expected a text of one line' })),
    );
  return { ok: true, value: control };
}
