/** The door of operations: what an administrator sees of the program's own work, and what it does to keep itself clean. */
export { jobHandlers } from './routes.ts';
export { cleanUpDaily, cleanUpTasks } from './clean-up.ts';
