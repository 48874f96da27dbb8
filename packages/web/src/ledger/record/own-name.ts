/** A name that nothing else there has: each picture from the clipboard is an "image.png". Pure. */
export function ownName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let n = 2; isTaken(free); n += 1) free = `${stem}-${n}${extension}`;
  return free;
}
