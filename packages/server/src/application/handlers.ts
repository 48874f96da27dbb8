/** The handlers of all routes, from every capability. */
import type { FastifyRequest } from 'fastify';
import type { Database } from '../platform/database/database.ts';
import type { AnyHandlers } from '../platform/http/handler.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { exportHandlers } from '../account-export/index.ts';
import { accountHandlers } from '../accounts/index.ts';
import { eventHandlers, type LiveFeed } from '../journal/index.ts';
import { factHandlers, obligationHandlers } from '../obligations/index.ts';
import { descriptionHandlers } from '../agreements/index.ts';
import { contractHandlers } from '../contracts/index.ts';
import { linkHandlers, meHandlers, settingsHandlers } from '../identity/index.ts';
import { jobHandlers } from '../operations/index.ts';
import { peopleHandlers } from '../people/index.ts';
import { erasureHandlers } from '../erasure/index.ts';
import { fileHandlers } from '../files/index.ts';
import { ticketCompanyHandlers, ticketHandlers, ticketTermsHandlers, ticketViewHandlers } from '../tickets/index.ts';
import { webhookHandlers } from '../webhooks/index.ts';
import { mailHandlers, notificationHandlers } from '../notifications/index.ts';

/** What handlers need beside the transaction of their call. */
export type HandlerParts = {
  readonly db: Database;
  readonly feed: LiveFeed;
  readonly files: FileStore;
  readonly hasMailServer: boolean;
  /** Networks of one's own that webhooks may call. */
  readonly webhookNetworks: readonly string[];
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
};

export function handlersOf({ db, feed, visitorOf, files, hasMailServer, webhookNetworks }: HandlerParts): AnyHandlers {
  return {
    ...accountHandlers,
    ...factHandlers,
    ...obligationHandlers,
    ...descriptionHandlers,
    ...contractHandlers,
    ...meHandlers,
    ...linkHandlers,
    ...settingsHandlers,
    ...peopleHandlers,
    ...jobHandlers,
    ...fileHandlers(files),
    ...exportHandlers(files),
    ...erasureHandlers,
    ...ticketHandlers(db),
    ...ticketCompanyHandlers,
    ...ticketTermsHandlers,
    ...ticketViewHandlers,
    ...notificationHandlers,
    ...mailHandlers(hasMailServer),
    ...webhookHandlers(webhookNetworks),
    ...eventHandlers(feed, visitorOf),
  };
}
