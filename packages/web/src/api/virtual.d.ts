/** The contract's tables as data; written by build/contract-tables.ts when the application is built. */
declare module 'virtual:contract-tables' {
  export const routeKeys: readonly string[];
  export const whoMay: Readonly<Record<string, readonly string[]>>;
  export const roleNames: Readonly<Record<string, string>>;
}
