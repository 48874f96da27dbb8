/** The door of the accounts. */
export { accountHandlers } from './routes.ts';
export { nominate } from './set-roles.ts';
export { accountTasks } from './tasks.ts';
