/** Any value of a description in a few words, for "before" and "after". */
import { durationInWords, type Duration } from '../words/duration.ts';
import { quantityInWords, type Quantity } from '../words/quantity.ts';
import { timesInWords, type Times } from '../words/times.ts';
import { isMapping } from './same-value.ts';

/** The words of a value; never empty. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join('; ');
  if (!isMapping(value)) return 'a value';
  return wordOf(value) ?? mappingOf(value);
}

/** A value that was one word in the file. */
function wordOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if (isDuration(value)) return durationInWords(value);
  if (isQuantity(value)) return quantityInWords(value);
  if (isTimes(value)) return timesInWords(value);
  if (typeof value['text'] === 'string' && Array.isArray(value['anyOf'])) return value['text'];
  if (typeof value['parameter'] === 'string') return `$${value['parameter']}`;
  if (value['cell'] === 'value') return shown(value['value']);
  if (typeof value['cell'] === 'string') return value['cell'].replace('-', ' ');
  if (value['by'] === 'all') return shown(value['cell']);
  if (value['by'] === 'key') return shown(value['rows']);
  if (typeof value['aligned'] === 'string' && typeof value['unit'] === 'string')
    return `${value['aligned']} ${value['unit']}`;
  return Array.isArray(value['all'])
    ? value['all'].map((any) => (Array.isArray(any) ? any.join(' or ') : shown(any))).join(' and ')
    : undefined;
}

function mappingOf(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value).filter(([key, inner]) => inner !== undefined && key !== 'source');
  if (typeof value['date'] === 'string') return entries.map(([, inner]) => shown(inner)).join(' ');
  const title = ['title', 'name', 'activity', 'says', 'means']
    .map((key) => value[key])
    .find((text) => typeof text === 'string');
  if (typeof title === 'string') return title;
  return entries.length === 0
    ? 'none'
    : entries.map(([key, inner]) => `${key.replaceAll('-', ' ')}: ${shown(inner)}`).join(', ');
}

function isDuration(value: object): value is Duration {
  return 'counts' in value;
}

function isQuantity(value: object): value is Quantity {
  return (
    'of' in value && (value.of === 'time' || value.of === 'count' || value.of === 'rate' || value.of === 'unlimited')
  );
}

function isTimes(value: object): value is Times {
  return 'least' in value && typeof value.least === 'number';
}
