/** The door of check: the verb. */
export { checkCommand } from './check-command.ts';
