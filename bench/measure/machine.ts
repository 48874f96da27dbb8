import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** Where and when figures were taken: without it they say nothing. */
export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  readonly date: string;
  /** Processes that wanted to run in the minute before; much above 0 means that figures are noisy. */
  readonly loadBefore: number;
};

/** This machine, now. */
export function thisMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
