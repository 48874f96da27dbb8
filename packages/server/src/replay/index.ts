/** The door of replay: the verb. */
export { replayCommand } from './replay-command.ts';
