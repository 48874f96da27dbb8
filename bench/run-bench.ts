/** Runs one bench and hands its result to main.ts, which started this process for it. */
import { isBenchName, loadBench } from './benches.ts';
import type { Effort } from './measure/bench.ts';

const [name = '', effort = '{}'] = process.argv.slice(2);
if (!isBenchName(name) || !process.connected) throw new Error('This is started by bench/main.ts.');
const bench = await loadBench(name);
process.send?.(await bench.run(JSON.parse(effort) as Effort));
process.disconnect?.();
