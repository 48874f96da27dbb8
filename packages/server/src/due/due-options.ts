import type { Format } from '../platform/format-option.ts';

/** The options of `tamarack due` as they were written. */
export interface DueOptions {
  readonly promise: string;
  readonly at?: string;
  readonly now?: string;
  readonly level?: string;
  readonly severity?: string;
  readonly facts?: string;
  readonly subject?: string;
  readonly set?: readonly string[];
  readonly account?: readonly string[];
  readonly explain?: true;
  readonly svg?: string;
  readonly format: Format;
}
