/**
 * A regular expression for every text but the ones named. oxlint's expressions know no look-ahead, and a `!negated` group
 * takes the import out of all other patterns as well, so the complement is spelled out, letter by letter.
 */
export function anythingBut(texts: readonly string[], prefixes: readonly string[]): string {
  return `^${complement(
    texts.filter((text) => !prefixes.some((prefix) => text.startsWith(prefix))),
    prefixes,
  )}`;
}

/** What may follow so that the whole is none of the texts and begins with none of the prefixes. */
function complement(texts: readonly string[], prefixes: readonly string[]): string {
  const first = new Set([...texts, ...prefixes].filter((text) => text !== '').map((text) => text.charAt(0)));
  const goesOn = [...first]
    .filter((letter) => !prefixes.includes(letter))
    .map((letter) => escape(letter) + complement(after(letter, texts), after(letter, prefixes)));
  const leaves = first.size === 0 ? '.+' : `[^${[...first].map(escape).join('')}].*`;
  const ends = texts.includes('') ? [] : ['$'];
  return `(?:${[leaves, ...ends, ...goesOn].join('|')})`;
}

function after(letter: string, texts: readonly string[]): string[] {
  return texts.filter((text) => text.startsWith(letter)).map((text) => text.slice(letter.length));
}

/** RegExp.escape would write letters as \x7a, which nobody can read in the generated file. */
function escape(letter: string): string {
  return /[\w@/]/.test(letter) ? letter : `\\${letter}`;
}
