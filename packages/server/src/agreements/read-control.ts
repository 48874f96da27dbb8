/** Reads the document control of a text that may still have errors. */
import { parse } from 'yaml';
import { MAX_CHARACTERS } from '@tamarack/core';

export type DocumentControl = {
  readonly reference: string;
  readonly version: string;
  readonly owner: string;
  readonly approver: string;
  /** The name of the service. */
  readonly title: string;
};

const WANTED = [
  ['reference', 'document', 'reference'],
  ['version', 'document', 'version'],
  ['owner', 'document', 'owner'],
  ['approver', 'document', 'approver'],
  ['title', 'service', 'name'],
] as const;

/** What was found, and the paths of what is missing. */
export type ControlReading = { readonly control: DocumentControl; readonly missing: readonly string[] };

/** Reads it; what is missing is empty. */
export function readControl(source: string): ControlReading {
  const file = source.length > MAX_CHARACTERS ? undefined : parsed(source);
  const found: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, section, key] of WANTED) {
    const text = textAt(file, section, key);
    if (text === undefined) missing.push(`${section}.${key}`);
    else found[name] = text;
  }
  const { reference = '', version = '', owner = '', approver = '', title = '' } = found;
  return { control: { reference, version, owner, approver, title }, missing };
}

/** No alias is followed: a few lines of them could stand for gigabytes. */
function parsed(source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function textAt(file: unknown, section: string, key: string): string | undefined {
  const inner = keyOf(file, section);
  const value = keyOf(inner, key);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > 200 || /\p{Cc}/u.test(text) ? undefined : text;
}

function keyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([own]) => own === key)?.[1];
}
