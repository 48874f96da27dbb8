/** The door of compare: the verb `diff`. */
export { compareCommand } from './compare-command.ts';
