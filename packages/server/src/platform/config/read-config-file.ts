/** The optional configuration file: the settings by their names, in YAML. */
import { readFile } from 'node:fs/promises';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { whyUnreadable } from '../why-unreadable.ts';
import type { ConfigProblem } from './config-problem.ts';

/** A value as text, and where it was said. */
export type Said = { readonly text: string; readonly source: string };

type Reading = { readonly said: ReadonlyMap<string, Said>; readonly problems: readonly ConfigProblem[] };

/** Reads the file; what is wrong with it comes with its line. Names are not judged here. */
export async function readConfigFile(path: string): Promise<Reading> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { said: new Map(), problems: [{ source: path, says: whyUnreadable(error) }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  // The library's own message may quote the line, and a line may hold a password.
  const broken = document.errors.map(({ pos }) => ({ source: at(pos[0]), says: 'this is no YAML' }));
  if (broken.length > 0 || document.contents === null) return { said: new Map(), problems: broken };
  if (!isMap(document.contents)) {
    return { said: new Map(), problems: [{ source: path, says: 'expected lines such as PORT: 8080' }] };
  }
  const said = new Map<string, Said>();
  const problems: ConfigProblem[] = [];
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const source = at(isScalar(key) ? key.range[0] : 0);
    if (isScalar(value) && value.value !== null) said.set(name, { text: value.source, source });
    else if (!isScalar(value)) problems.push({ name, source, says: 'expected one value' });
  }
  return { said, problems };
}
