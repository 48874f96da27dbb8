/** The door of the accounts. */
export { accountHandlers } from './routes.ts';
