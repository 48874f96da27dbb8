/** The terms by which a log is judged: those of the command line, or those that a contract agreed, as an export has them. */
import { z } from 'zod';
import { frozenLists, termsOf, type FrozenHolidays, type Terms } from '@tamarack/core';
import { holidayLists } from '../holidays/index.ts';
import { readInput } from '../platform/read-input.ts';

export interface TermsWanted {
  readonly level?: string;
  readonly set: readonly string[];
  /** A file of an export. */
  readonly terms?: string;
}

type Ready = Parameters<typeof termsOf>[0];
type Agreed = Parameters<typeof termsOf>[1] & { readonly holidays?: FrozenHolidays | null };
type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

const TERMS_BYTES = 5_000_000;
const text = z.string().min(1);
const frozen = z.object({
  ...{ list: text, from: z.int(), to: z.int() },
  places: z.array(
    z.object({
      ...{ country: text, region: text.exactOptional(), regionName: text.exactOptional() },
      years: z.record(text, z.array(z.object({ date: z.iso.date(), name: text, from: text.exactOptional() }))),
    }),
  ),
});
const exported = z.object({
  level: text,
  parameters: z.record(text, z.string()).default({}),
  deviations: z
    .array(
      z.strictObject({ promise: text, level: text.exactOptional(), severity: z.int().exactOptional(), value: text }),
    )
    .default([]),
  calendars: z.record(text, z.unknown()).default({}),
  account: z.record(text, z.union([z.string(), z.number(), z.null()])).default({}),
  // As they were when the terms were agreed, so that the same days are counted again.
  holidays: frozen.nullable().default(null),
});

/** Refuses with a sentence for whoever typed the command. */
export async function termsToReplay(ready: Ready, wanted: TermsWanted): Promise<Found<Terms>> {
  const found = wanted.terms === undefined ? typed(ready, wanted) : await fromFile(wanted.terms, wanted);
  if (!found.ok) return found;
  const { holidays, ...agreed } = found.value;
  const hasOwn = Object.keys(agreed.calendars ?? {}).length > 0;
  const terms = termsOf(ready, agreed, holidays ? frozenLists(holidays) : hasOwn ? await holidayLists() : undefined);
  return terms.ok ? terms : { ok: false, sentence: `${terms.refusal.sentence} ${terms.refusal.remedy}` };
}

function typed(ready: Ready, { level, set }: TermsWanted): Found<Agreed> {
  const sold = Object.entries(ready.description.levels).flatMap(([name, { sold: isSold }]) =>
    isSold === false ? [] : [name],
  );
  const only = level ?? (sold.length === 1 ? sold[0] : undefined);
  if (only === undefined) return { ok: false, sentence: `name the level with --level: ${sold.join(', ')}` };
  const wrong = set.find((each) => !/^[^=]+=/.test(each));
  if (wrong !== undefined) return { ok: false, sentence: `--set ${wrong}: expected name=value` };
  const parameters = Object.fromEntries(
    set.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  );
  return { ok: true, value: { level: only, parameters } };
}

async function fromFile(path: string, { level, set }: TermsWanted): Promise<Found<Agreed>> {
  if (level !== undefined || set.length > 0)
    return { ok: false, sentence: '--terms says what was agreed; leave --level and --set out' };
  const input = await readInput(path, { maxBytes: TERMS_BYTES });
  if (!input.ok)
    return { ok: false, sentence: input.because === 'unreadable' ? input.sentence : `${path}: ${input.sentence}` };
  const read = exported.safeParse(parsed(input.text));
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  return {
    ok: false,
    sentence: `${path}: no terms as an export has them: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'not JSON'}`,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
