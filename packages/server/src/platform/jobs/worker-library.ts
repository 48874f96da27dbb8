/**
 * The library of the job queue, loaded as if from our own folder. As it is loaded it looks for settings of its own, from the
 * working directory upwards, and runs the scripts among them: `tamarack backup` in somebody else's folder would run their
 * code, and in a folder that may not be read nothing would start.
 */
const cwd = process.cwd.bind(process);
process.cwd = () => import.meta.dirname;
const library = await import('graphile-worker').finally(() => {
  process.cwd = cwd;
});

export const { Logger, parseCronItems, run, runMigrations } = library;
export type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
