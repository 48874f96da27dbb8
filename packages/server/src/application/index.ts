/** The door of the application: everything put together as a server that answers. */
export { buildApplication } from './build-application.ts';
export { daily, everyMinute, tasksOf } from './tasks.ts';
