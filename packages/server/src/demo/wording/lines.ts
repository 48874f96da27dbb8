/** Texts by name, of which one is picked. */
export type Lines = Readonly<Record<string, readonly [string, ...string[]]>>;
