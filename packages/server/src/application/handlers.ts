/** The handlers of all routes, from every capability. */
import type { AnyHandlers } from '../platform/http/handler.ts';
import { accountHandlers } from '../accounts/index.ts';
import { descriptionHandlers } from '../agreements/index.ts';

export const handlers: AnyHandlers = {
  ...accountHandlers,
  ...descriptionHandlers,
};
