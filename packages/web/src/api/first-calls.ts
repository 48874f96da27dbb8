declare global {
  /** Left by public/first-calls.js: answers by address. Missing where that did not run, as on strangers' pages. */
  var tamarackFirstCalls: Map<string, Promise<Response | undefined>> | undefined;
}

/** So long after the beginning of the navigation an answer is that of the first page; later it would be old. */
const FRESH_MS = 15_000;

/**
 * The answer to a GET that was asked for before the scripts were there; once, and only while the first page comes up. Undefined
 * where there is none, also because nobody answered: whoever asks again learns why. `age`: milliseconds since the navigation began.
 */
export async function takeFirstAnswer(path: string, age = performance.now()): Promise<Response | undefined> {
  const answers = globalThis.tamarackFirstCalls;
  const answer = answers?.get(path);
  answers?.delete(path);
  return age < FRESH_MS ? answer?.catch(() => undefined) : undefined;
}
