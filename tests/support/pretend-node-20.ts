/** Makes a child process take itself for Node 20: the launcher and the set-up script must cope with one. */
export const pretendNode20 = [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`,
] as const;
