/** The door of the files. */
export { fileHandlers } from './routes.ts';
export { fileDaily, fileTasks } from './forget-content.ts';
