/** The door of the webhooks. */
export { webhookHandlers } from './routes.ts';
export { webhookDaily, webhookTasks } from './tasks.ts';
export { startWebhookFeed } from './feed.ts';
