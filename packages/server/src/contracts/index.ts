/** The door of the contracts: what accounts agreed, and how that changes. */
export { contractHandlers } from './routes.ts';
export { contractTasks } from './tasks.ts';
