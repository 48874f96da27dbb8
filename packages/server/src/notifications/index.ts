/** The door of the notifications: what people are told in the application and by mail. */
export { mailHandlers, notificationHandlers } from './routes.ts';
export { mailDaily, mailTasks } from './tasks.ts';
export { queueMail } from './mail-store.ts';
export type { QueuedMail } from './mail-store.ts';
