/** The door of serving: the verbs that run a server and prepare its database. */
export { migrateCommand } from './migrate-command.ts';
export { serveCommand, workCommand } from './serve-command.ts';
