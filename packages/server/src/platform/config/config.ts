/** The configuration of one process, checked and with its defaults. */
import type { LOG_LEVELS, ProcessRole } from './settings.ts';

export type Config = {
  /** Undefined: 8080, and none for a process that only works. */
  readonly port: number | undefined;
  readonly host: string;
  /** Undefined: the embedded PostgreSQL. Holds a password. */
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  /** The folder of the embedded database and of files, absolute. */
  readonly dataFolder: string;
  readonly role: ProcessRole;
  /** Jobs at the same time. */
  readonly jobs: number;
  /** Undefined: http://localhost with the port that is listened on. */
  readonly publicUrl: string | undefined;
  /** Addresses and networks whose X-Forwarded-For is believed, besides loopback. */
  readonly trustedProxies: readonly string[];
  /** Networks of one's own that webhooks may call. */
  readonly webhookNetworks: readonly string[];
  /** Undefined: mails wait. Holds a password. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** Where files are kept, as `openFileStore` takes it. May hold a secret. */
  readonly filesUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Requests a minute of one person. */
  readonly rateLimit: number;
  readonly metricsToken: string | undefined;
};
