/** Jobs, the watcher of deadlines and the feed of webhooks. */
import { daily, everyMinute, tasksOf } from '../application/index.ts';
import { startWatcher } from '../obligations/index.ts';
import { startWebhookFeed } from '../webhooks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { startJobs } from '../platform/jobs/start-jobs.ts';
import { smtpMailer } from '../platform/mail/smtp-mailer.ts';
import { nudging } from './nudging.ts';
import type { SharedParts } from './server-parts.ts';
import { unlessHurried } from './unless-hurried.ts';

/** Starts them. Gives the database through which what is written wakes the watcher. */
export function startWork(parts: SharedParts): Database {
  const { config, clock, log, url, publicUrl, db, files, metrics, opened, hurrying } = parts;
  const mailer = config.smtpUrl === undefined ? undefined : smtpMailer(config.smtpUrl);
  opened.defer(() => mailer?.close());
  const watcher = startWatcher({
    db,
    clock,
    onWoken: ({ changed, accounts }) => {
      metrics.obligations.inc(changed);
      log.debug({ changed, accounts: accounts.length }, 'deadlines were marked');
    },
    onFailure: (error, accountId) => log.error({ err: error, accountId }, 'deadlines could not be looked at'),
  });
  opened.defer(() => unlessHurried(watcher.stop(), hurrying));
  const webhooks = startWebhookFeed({
    db,
    clock,
    onFailure: (error) => log.warn({ err: error }, 'webhooks could not be fed'),
  });
  opened.defer(() => unlessHurried(webhooks.stop(), hurrying));
  const jobs = startJobs({
    url,
    db,
    clock,
    tasks: tasksOf({
      files,
      mail: { mailer, publicUrl, from: { address: config.mailFrom ?? '' } },
      webhookNetworks: config.webhookNetworks,
    }),
    daily,
    everyMinute,
    concurrency: config.jobs,
    log,
    onEnd: (task, how) => metrics.jobs.inc({ task, how }),
  });
  opened.defer(() => unlessHurried(jobs.stop(hurrying), hurrying));
  return nudging(db, () => {
    watcher.nudge();
    webhooks.nudge();
  });
}
