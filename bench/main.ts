/**
 * `npm run bench`: how fast the main things are, each beside its peer or its limit in the same run.
 *
 *     node bench/main.ts [name…] [--quick] [--json FILE] [--write]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchName, benchNames, isBenchName } from './benches.ts';
import { runApart } from './measure/run-apart.ts';
import type { BenchResult } from './measure/bench.ts';
import { type Machine, thisMachine } from './measure/machine.ts';
import type { Report } from './measure/report.ts';
import { tableText } from './measure/table-text.ts';
import { writeTable } from './write-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string', default: 'out/bench.json' },
    write: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !isBenchName(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${benchNames.join(', ')}.`);
  process.exit(2);
}

const machine = thisMachine();
console.log(introduction(machine));
const benches: Partial<Record<BenchName, BenchResult>> = {};
for (const name of benchNames.filter((known) => positionals.length === 0 || positionals.includes(known))) {
  const result = await runApart(name, { quick: values.quick, rounds: values.quick ? 3 : 9 });
  if (result) benches[name] = result;
  else process.exitCode = 1;
  console.log(result ? tableText(result) : `\n${name} failed.`);
}
const report: Report = { machine, quick: values.quick, benches };
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\nWritten to ${values.json}.`);
const refusal = values.write ? writeTable(values.json) : undefined;
if (refusal !== undefined) {
  console.error(refusal);
  process.exitCode = 2;
}

function introduction({ processor, cores, memoryGigabytes, system, node, date, loadBefore }: Machine): string {
  const place = `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}`;
  const quick = values.quick ? '\nQuick: these figures show that the benches run; they are not for quoting.' : '';
  return `${place}; ${date}, load before ${loadBefore}.\nMedian (least–most) of interleaved rounds.${quick}`;
}
