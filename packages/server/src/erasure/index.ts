/** The door of erasure. */
export { erasureHandlers } from './routes.ts';
