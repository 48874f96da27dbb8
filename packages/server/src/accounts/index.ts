/** The door of the accounts. */
export { accountHandlers } from './routes.ts';
export { accountTasks } from './tasks.ts';
