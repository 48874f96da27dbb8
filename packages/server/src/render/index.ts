/** The door of render: the verb. */
export { renderCommand } from './render-command.ts';
