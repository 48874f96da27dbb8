/** A name of the page's own for something that the log names: `inc-` and the text's letters and digits, told apart. */
export function anchorOf(kind: string, text: string): string {
  const plain = text.replace(/[^A-Za-z0-9]/g, '-');
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${kind}-${plain.slice(0, 40)}-${sum.toString(36)}`;
}
