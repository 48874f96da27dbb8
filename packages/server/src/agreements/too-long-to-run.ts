import { refuseApi } from '../platform/http/refuse-api.ts';

/**
 * Three times the largest description that is shipped. What is to run is read by every server where everybody waits for it, and
 * this many characters take some 50 ms; a draft may have more.
 */
const MOST = 60_000;

/** The refusal of a text that is too long to be agreed, compared or run; undefined where it is not. */
export function tooLongToRun(source: string) {
  return source.length > MOST
    ? refuseApi(
        'state.not-possible',
        `The text has ${source.length.toLocaleString('en')} characters; one of up to ${MOST.toLocaleString('en')} can be submitted and compared.`,
      )
    : undefined;
}
