/** The door of serving: the verbs that run a server and prepare its database, and what looking at one needs. */
export { configured } from './configured.ts';
export { migrateCommand } from './migrate-command.ts';
export { serveCommand, workCommand } from './serve-command.ts';
