/**
 * Does something while this whole process lives in a zone. It is the only way to tell peers about a zone that costs them
 * nothing: their plugins for zones make each step slower.
 */
export function inZone<T>(zone: string, work: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
