/** In a process of its own: milliseconds to load the holiday lists, and then to read the largest description once. */
import { readDescription } from '@tamarack/core';
import { loadHolidayLists } from '../holiday-lists.ts';
import { largestService } from './largest-service.ts';

const { text } = largestService();
const started = performance.now();
const lists = await loadHolidayLists();
lists.publicHolidays('DE', undefined, 2026);
const loaded = performance.now();
readDescription(text, lists);
const read = performance.now();
console.log(JSON.stringify({ loading: loaded - started, reading: read - loaded } satisfies FirstReading));

export type FirstReading = { readonly loading: number; readonly reading: number };
