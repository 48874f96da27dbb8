/** Refusals of the API as values. */
import { API_REFUSALS, type ApiRefusalCode } from '@tamarack/contract';

export type Field = { readonly path: string; readonly says: string };
/** What a handler may refuse with: a code of the API's catalogue, or one of core's or the platform's (answered with 422). */
export type AnyRefusal = {
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly fields?: readonly Field[];
};
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** A refusal of the catalogue; `sentence` replaces the general one with the case at hand. */
export function refuseApi(
  code: ApiRefusalCode,
  sentence?: string,
  fields?: readonly Field[],
): { readonly ok: false; readonly refusal: AnyRefusal } {
  const entry = API_REFUSALS[code];
  const refusal = { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy };
  return { ok: false, refusal: fields ? { ...refusal, fields } : refusal };
}

/** The HTTP status of a refusal. */
export function statusOf({ code }: AnyRefusal): number {
  return isOfCatalogue(code) ? API_REFUSALS[code].status : 422;
}

function isOfCatalogue(code: string): code is ApiRefusalCode {
  return Object.hasOwn(API_REFUSALS, code);
}
