/** The door of verification: the verb. */
export { verifyCommand } from './verify-command.ts';
