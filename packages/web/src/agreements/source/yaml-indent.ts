import { indentService } from '@codemirror/language';

/** A new line after a key that opens a block stands deeper; all else is for the language's own rules, which know only what is whole. */
export const yamlIndent = indentService.of((context, at) => {
  const { text, from } = context.lineAt(at, -1);
  const written = text.slice(0, at - from);
  return /:[ \t]*$/.test(written) && !/^\s*#/.test(written) ? columnOfKey(written) + context.unit : undefined;
});

/** "  - - a:" has its key at column 6: dashes indent as spaces do. */
function columnOfKey(written: string): number {
  return /^[\s-]*(?=[^\s-])/.exec(written)?.[0].length ?? 0;
}
