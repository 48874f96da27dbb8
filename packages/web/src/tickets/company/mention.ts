/** Names after an @, in a text that somebody writes: pure. */
export type Mentionable = { readonly id: string; readonly name: string };

const SHOWN = 6;

/** Behind a name: the word goes on, also as a double name, and so it is somebody else's. */
const GOES_ON = /^(?:[\p{L}\p{M}\p{N}_]|-\p{L})/u;

/** The people whose whole names stand after an @. Of two names of which one begins the other, the longer counts. */
export function mentionsIn(body: string, people: readonly Mentionable[]): readonly string[] {
  let rest = body;
  const found: string[] = [];
  for (const { id, name } of people.toSorted((one, other) => other.name.length - one.name.length)) {
    const [begin = '', ...followed] = rest.split(`@${name}`);
    if (followed.every((text) => GOES_ON.test(text))) continue;
    found.push(id);
    rest = begin + followed.map((text) => `${GOES_ON.test(text) ? `@${name}` : ' '}${text}`).join('');
  }
  return found;
}

/** What was typed after the @ before the caret; undefined where nobody is being named. */
export function namedAt(body: string, caret: number): string | undefined {
  const typed = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(body.slice(0, caret));
  return typed?.[1];
}

/** Those whose name has a word that begins so, by name; none where the name is complete. */
export function suggested(typed: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = typed.toLowerCase();
  if (people.some(({ name }) => name.toLowerCase() === wanted.trim())) return [];
  return people
    .filter(({ name }) => {
      const lower = name.toLowerCase();
      return lower.startsWith(wanted) || lower.split(' ').some((word) => word.startsWith(wanted));
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .slice(0, SHOWN);
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function withName(body: string, caret: number, name: string): { readonly body: string; readonly caret: number } {
  const typed = namedAt(body, caret) ?? '';
  const begin = `${body.slice(0, caret - typed.length)}${name} `;
  return { body: `${begin}${body.slice(caret).replace(/^ /, '')}`, caret: begin.length };
}
