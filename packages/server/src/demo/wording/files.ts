/** Some documents come with a file: a small text, a table. */
import type { Chance } from '../chance.ts';

const ATTACHED = 0.16;

/** A file for what was handed over or minuted; undefined where nobody attaches one. */
export function fileFor(
  fact: string,
  title: string,
  chance: Chance,
): { readonly name: string; readonly content: string } | undefined {
  const [kind = '', event = ''] = fact.split('.');
  if (!['delivered', 'held'].includes(event) || !chance.happens(ATTACHED)) return undefined;
  const name = `${kind}-${chance.whole(1000, 9999)}`;
  if (event === 'held') return { name: `${name}-minutes.md`, content: minutes(title, chance) };
  return chance.happens(0.5)
    ? { name: `${name}.md`, content: report(title, chance) }
    : { name: `${name}.csv`, content: table(chance) };
}

function minutes(title: string, chance: Chance): string {
  return `# Minutes: ${title}\n\n- Open points: ${chance.whole(1, 6)}\n- Decided: ${chance.whole(0, 4)}\n- Next: as scheduled\n`;
}

function report(title: string, chance: Chance): string {
  const share = chance.between(96, 100).toFixed(2);
  return `# ${title}\n\n## Summary\n\nTargets met: ${share} %.\n\n## Recommendations\n\n1. Keep the maintenance window of Sunday 02:00.\n2. Retire the remaining hosts on the old minor release.\n`;
}

function table(chance: Chance): string {
  const rows = ['web', 'batch', 'database', 'edge'].map(
    (name) => `${name},${chance.whole(20, 95)},${chance.between(99, 100).toFixed(3)},${chance.whole(0, 7)}`,
  );
  return `tier,utilisation %,availability %,open findings\n${rows.join('\n')}\n`;
}
