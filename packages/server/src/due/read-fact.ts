import { type Fact, nearest, type Terms } from '@tamarack/core';
import { answered, refused, unknownName, type Answer } from './answer.ts';
import { duplicateKey } from './duplicate-key.ts';
import { isRecord } from './is-record.ts';
import { readData } from './read-data.ts';
import { readInstant } from './read-instant.ts';

const KEYS = ['at', 'fact', 'subject', 'about', 'by', 'data'] as const;
/** What people write beside `fact`, and what belongs into `data`. */
const PARTICULARS = new Set(['severity', 'level', 'side', 'message', 'seconds', 'product', 'channel']);

/** Reads a line of a facts file: every key known, every name of the description's vocabulary. */
export function readFact(line: string, terms: Terms): Answer<Fact> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refused(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(value))
    return refused(
      'expected an object such as {"at": "2026-11-24T08:00:00Z", "fact": "incident.received", "subject": "4711"}',
    );
  const twice = duplicateKey(line);
  if (twice !== undefined) return refused(`"${twice}" stands there twice. Leave one of them out`);
  const unknown = Object.keys(value).find((key) => !KEYS.some((known) => known === key));
  if (unknown !== undefined)
    return PARTICULARS.has(unknown)
      ? refused(`"${unknown}" stands in data: {"data": {"${unknown}": …}}`)
      : unknownName('key', unknown, KEYS);
  const at = readText(value, 'at');
  const fact = readText(value, 'fact');
  const subject = readText(value, 'subject');
  for (const read of [at, fact, subject]) if (!read.ok) return read;
  if (!at.ok || !fact.ok || !subject.ok) return refused('this is no fact');
  const instant = readInstant(at.value);
  if (!instant.ok) return instant;
  if (!terms.vocabulary.facts.has(fact.value)) return unknownFact(fact.value, terms);
  const data = readData(value['data'], fact.value, terms);
  if (!data.ok) return data;
  const others: { about?: string; by?: string } = {};
  for (const key of ['about', 'by'] as const) {
    if (value[key] === undefined) continue;
    const read = readText(value, key);
    if (!read.ok) return read;
    others[key] = read.value;
  }
  return answered({
    at: instant.value,
    fact: fact.value,
    subject: subject.value,
    ...others,
    ...(data.value ? { data: data.value } : {}),
  });
}

/** Ids are texts; a bare number is taken as it is written. */
function readText(value: Readonly<Record<string, unknown>>, key: string): Answer<string> {
  const found = value[key];
  if (typeof found === 'string' && found !== '') return answered(found);
  if (key !== 'at' && Number.isSafeInteger(found)) return answered(String(found));
  return refused(found === undefined ? `"${key}" is missing` : `"${key}" is not a text`);
}

function unknownFact(fact: string, { vocabulary }: Terms): { readonly ok: false; readonly sentence: string } {
  const near = nearest(fact, vocabulary.facts);
  const subject = vocabulary.subjects.get(fact.slice(0, fact.indexOf('.')));
  const known = subject ? `; what can be recorded of it is ${subject.facts.join(', ')}` : '';
  return refused(`there is no fact "${fact}"${known}.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
}
