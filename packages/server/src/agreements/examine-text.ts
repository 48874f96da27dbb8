/** What the checker says of a text. */
import { frozenLists, readDescription, type Diagnostic, type FrozenHolidays } from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { readDescriptionText } from '../holidays/index.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { isLong, readBeside } from './read-beside.ts';

export type Findings = Gives<'POST /descriptions/check'>;
type Finding = Findings['findings'][number];

const MOST_SHOWN = 500;

/** All findings of a text; refuses `server.busy` where reading a long one takes too long. */
export async function examineText(source: string, frozen?: FrozenHolidays | null): Promise<ApiResult<Findings>> {
  // What was published is read with the holidays of then; it was checked before, and is no longer than it was.
  if (frozen) return { ok: true, value: shown(readDescription(source, frozenLists(frozen)).diagnostics) };
  if (!isLong(source)) return { ok: true, value: shown((await readDescriptionText(source)).diagnostics) };
  const diagnostics = await readBeside({ wanted: 'findings', source });
  return diagnostics
    ? { ok: true, value: shown(diagnostics) }
    : refuseApi('server.busy', 'Checking this text took too long.');
}

function shown(diagnostics: readonly Diagnostic[]): Findings {
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  return {
    findings: diagnostics.slice(0, MOST_SHOWN).map(findingOf),
    errors,
    warnings: diagnostics.length - errors,
  };
}

function findingOf({ level, code, sentence, expected, suggestion, start, end }: Diagnostic): Finding {
  return {
    level,
    code,
    sentence,
    expected: expected ?? null,
    suggestion: suggestion ?? null,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
