/** Web and API: sign-in, the routes, their documentation, and the pages. */
import type { FastifyInstance } from 'fastify';
import { buildApplication } from '../application/index.ts';
import { openIdentity } from '../identity/index.ts';
import { serveWeb } from '../platform/web/serve-web.ts';
import { serveApiDocs } from './api-docs.ts';
import { listenUntil } from './listen-until.ts';
import type { Address, SharedParts } from './server-parts.ts';
import { unlessHurried } from './unless-hurried.ts';

/** Listens when it returns. */
export async function startWeb(parts: SharedParts, address: Address): Promise<void> {
  const { config, clock, log, version, webFolder, url, publicUrl, db, files, probes, opened, hurrying } = parts;
  const identity = await openIdentity({
    db,
    url,
    clock,
    publicUrl,
    onProblem: (message) => log.warn({ from: 'sign-in' }, message),
  });
  opened.defer(() => unlessHurried(identity.close(), hurrying));
  const app = await buildApplication({
    db,
    clock,
    publicUrl,
    files,
    hasMailServer: config.smtpUrl !== undefined,
    version,
    logger: log,
    requestsPerMinute: config.rateLimit,
    trustedProxies: config.trustedProxies,
    webhookNetworks: config.webhookNetworks,
    visitorOf: identity.visitorOf,
    plugins: [
      probes,
      serveApiDocs,
      identity.plugin,
      ...(webFolder === undefined ? [] : [(instance: FastifyInstance) => serveWeb(instance, webFolder)]),
    ],
  });
  opened.defer(await listenUntil(app, address, hurrying));
}
