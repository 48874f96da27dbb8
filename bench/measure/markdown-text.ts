import type { BenchResult } from './bench.ts';
import { aimText, spreadText } from './figure-text.ts';
import type { Report } from './report.ts';

/** A whole run for docs/performance.md. */
export function markdownOf({ machine, benches }: Report): string {
  const { processor, cores, memoryGigabytes, system, node, date, loadBefore } = machine;
  const place = `Taken on ${date} on ${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}; load before the run ${loadBefore}.`;
  return [`${place}\n`, ...Object.values(benches).map(sectionOf)].join('\n');
}

function sectionOf({ title, figures, notes }: BenchResult): string {
  const rows = figures.map(
    (figure) => `| ${figure.what} | ${spreadText(figure)} | ${figure.unit} | ${aimText(figure)} |`,
  );
  const table = ['| what | median (least–most) | unit | aim |', '| --- | ---: | --- | --- |', ...rows];
  const remarks = notes.map((note) => `- ${note}`);
  return [`### ${title}`, '', ...(rows.length > 0 ? [...table, ''] : []), ...remarks, ''].join('\n');
}
