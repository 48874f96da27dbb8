/** Deeper than anything of ours, and far from where whoever walks a value by recursion runs out of stack. */
const DEEPEST = 100;

/**
 * Whether a parsed body is nested beyond all sense: two megabytes hold a million brackets. It walks level by level, so that
 * it has no such limit itself.
 */
export function isNestedTooDeeply(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((value) => partsOf(value));
    if (level.length === 0) return false;
  }
  return true;
}

function partsOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
