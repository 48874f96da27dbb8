/** Levels in a circle, and levels that no customer can reach. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { levelChain } from '../level-chain.ts';

/** Checks how levels include one another and who can have them. */
export function checkLevels({ levels, eligibility }: Description): Finding[] {
  const findings: Finding[] = [];
  const names = Object.keys(levels);
  if (names.length === 0)
    findings.push({
      code: 'grammar.missing-key',
      path: ['levels'],
      at: 'key',
      sentence: 'the service has no level',
      expected: 'at least one level',
    });
  const included = new Set(names.flatMap((name) => levelChain(levels, name).slice(1)));
  const admitting = Object.values(eligibility?.rules ?? {});
  for (const [name, level] of Object.entries(levels)) {
    const last = levelChain(levels, name).at(-1);
    const closes = last === undefined ? undefined : levels[last]?.includes;
    if (closes !== undefined && Object.hasOwn(levels, closes)) {
      findings.push({
        code: 'level.circular',
        path: ['levels', name, 'includes'],
        sentence: `"${name}" includes itself, by way of ${levelChain(levels, name).join(', ')}`,
        expected: 'levels that build on one another',
      });
    } else if (level.sold === false && !included.has(name)) {
      findings.push({
        code: 'level.unreachable',
        path: ['levels', name],
        at: 'key',
        sentence: `"${name}" is neither sold nor included by another level`,
      });
    } else if (
      admitting.length > 0 &&
      level.sold !== false &&
      !admitting.some((rule) => rule.level === undefined || rule.level === name)
    ) {
      findings.push({
        code: 'level.unreachable',
        path: ['levels', name],
        at: 'key',
        sentence: `no eligibility rule admits a customer to "${name}"`,
      });
    }
  }
  return findings;
}
