/** The door of due: the verb. */
export { dueCommand } from './due-command.ts';
