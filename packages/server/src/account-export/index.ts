/** The door of the export of accounts. */
export { exportHandlers } from './routes.ts';
