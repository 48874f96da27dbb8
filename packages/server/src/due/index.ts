/** The door of due: the verb, and the reading of what a fact carries. */
export { dueCommand } from './due-command.ts';
export { readData } from './read-data.ts';
