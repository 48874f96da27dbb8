import type { FactData, Terms } from '@tamarack/core';
import { answered, refused, unknownName, type Answer } from './answer.ts';
import { isRecord } from './is-record.ts';
import { neededData } from './needed-data.ts';
import { readMomentOfData } from './read-moment-of-data.ts';

/** Ten years with the most leap days there can be: nobody logs more at once. */
const MOST_SECONDS = 3653 * 86_400;

/** The particulars of a fact. What clocks could not use is refused: it would count as nothing and nobody would see it. */
export function readData(data: unknown, fact: string, terms: Terms): Answer<FactData | undefined> {
  if (data !== undefined && !isRecord(data)) return refused('"data" is not an object');
  for (const [key, value] of Object.entries(data ?? {})) {
    if (typeof value === 'boolean') return refused(`"data.${key}" is ${value}; write "${value ? 'yes' : 'no'}"`);
    if (typeof value !== 'string' && typeof value !== 'number')
      return refused(`"data.${key}" is neither a text nor a number`);
  }
  const known = data as FactData | undefined;
  const wrong = wrongName(known, terms) ?? wrongSeconds(known) ?? wrongMoment(known, fact, terms);
  if (wrong) return wrong;
  const missing = neededData(fact, terms).find(({ key }) => known?.[key] === undefined);
  return missing ? refused(`"${fact}" has no "data.${missing.key}". ${missing.remedy}`) : answered(known);
}

type Refused = ReturnType<typeof refused>;

function wrongName(data: FactData | undefined, { description }: Terms): Refused | undefined {
  const severities = Object.keys(description.severities?.list ?? {});
  const levels = Object.keys(description.levels);
  const { severity, level } = data ?? {};
  if (severity !== undefined && !severities.includes(String(severity)))
    return unknownName('severity', String(severity), severities);
  if (level !== undefined && !levels.includes(String(level))) return unknownName('level', String(level), levels);
  return undefined;
}

function wrongSeconds(data: FactData | undefined): Refused | undefined {
  const seconds = data?.['seconds'];
  if (seconds === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(String(seconds)))
    return refused(
      `"data.seconds" is ${JSON.stringify(seconds)}, no whole number. Write 5400 for 1 hour 30 minutes, or -300 to take 5 minutes back`,
    );
  if (Math.abs(Number(seconds)) > MOST_SECONDS)
    return refused(`"data.seconds" is ${seconds}, more than ten years. Are these milliseconds? Write seconds`);
  return undefined;
}

/** What was announced has to be readable where a promise is due ahead of it. */
function wrongMoment(data: FactData | undefined, fact: string, { promises }: Terms): Refused | undefined {
  for (const { clause } of promises.values()) {
    if (clause.form !== 'before') continue;
    const [subject = '', event = ''] = clause.before.split('.');
    const value = data?.[event];
    if (value === undefined || value === null || !fact.startsWith(`${subject}.`)) continue;
    const read = readMomentOfData(value);
    if (!read.ok) return refused(`"data.${event}": ${read.sentence}`);
  }
  return undefined;
}
