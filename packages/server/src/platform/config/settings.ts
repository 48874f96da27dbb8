/**
 * Every setting of an installation, by the name that it has in the environment and in the configuration file alike. A
 * value is read as text from either; what it means is decided here.
 */
import { isIP, isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { readSmtpUrl } from '../mail/smtp-url.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** What a process does: everything, only web and API, or only jobs and deadlines. */
export const ROLES = ['all', 'serve', 'work'] as const;
export type ProcessRole = (typeof ROLES)[number];

type Setting = {
  readonly says: string;
  readonly shape: z.ZodType;
  /** Its value is never shown, not even where it is wrong. */
  readonly secret?: true;
};

function whole(from: number, to: number) {
  const error = `expected a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error });
}

/** Takes what another part of the program can read, and says its sentence where it cannot. */
function readBy(read: (text: string) => { readonly ok: boolean; readonly refusal?: { readonly sentence: string } }) {
  return z.string().superRefine((text, context) => {
    const result = read(text);
    if (!result.ok) context.addIssue({ code: 'custom', message: result.refusal?.sentence ?? 'this cannot be read' });
  });
}

function isHost(text: string): boolean {
  return isIPv4(text) || isIPv6(text) || /^[A-Za-z0-9]([A-Za-z0-9-]*\.?)*$/.test(text);
}

function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

/** An address or a network. One that holds half of all addresses is a slip: whoever it names may say who he is. */
function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return most !== undefined && (bits === undefined || (Number(bits) >= 8 && Number(bits) <= most));
}

const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), {
    error: 'expected addresses or networks such as 10.0.0.5, 172.17.0.0/16',
  });

export const SETTINGS = {
  PORT: { says: 'the port of web and API; 8080', shape: whole(0, 65_535) },
  HOST: {
    says: 'the address to listen on; 127.0.0.1, behind a reverse proxy on this machine',
    shape: z.string().refine(isHost, { error: 'expected an address such as 127.0.0.1, or :: for all' }),
  },
  DATABASE_URL: {
    says: 'a PostgreSQL 15 or newer, as the owner of the database; left out: the embedded one',
    // No URL in the strict sense: a socket has its folder in the query, and no host (postgresql:///tamarack?host=/run/postgresql).
    shape: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'expected postgresql://user:password@host:5432/database' }),
    secret: true,
  },
  DATABASE_CONNECTIONS: { says: 'connections to the database at most; 10', shape: whole(2, 500) },
  TAMARACK_DATA: { says: 'the folder for database and files', shape: z.string() },
  TAMARACK_ROLE: {
    says: 'all, or serve or work alone',
    shape: z.enum(ROLES, { error: `expected one of ${ROLES.join(', ')}` }),
  },
  TAMARACK_JOBS: { says: 'jobs at the same time; 4', shape: whole(1, 100) },
  PUBLIC_URL: {
    says: 'the address under which people reach it; http://localhost with the port',
    shape: z
      .string()
      .refine(isPublicUrl, { error: 'expected https://support.example.com, without a path' })
      .transform((text) => new URL(text).origin),
  },
  TRUSTED_PROXIES: {
    says: 'reverse proxies on other machines, whose word on who calls is believed: 10.0.0.5, 172.17.0.0/16; only those of this machine',
    shape: networks,
  },
  WEBHOOK_NETWORKS: {
    says: 'networks of your own that webhooks may call, also without encryption: 10.1.0.0/16; left out: the public internet alone',
    shape: networks,
  },
  SMTP_URL: { says: 'the mail server: smtp://user:password@host:587', shape: readBy(readSmtpUrl), secret: true },
  MAIL_FROM: {
    says: 'the sender of mails',
    shape: z.email({ error: 'expected an address such as support@example.com' }),
  },
  FILES_URL: {
    says: 'where files are kept, file:///folder or s3+https://…; the folder files below TAMARACK_DATA',
    // Whoever opens the store says what else is wrong with it.
    shape: z.string().regex(/^(file:\/\/\/.|s3\+https?:\/\/[^/]+\/.)/i, {
      error: 'expected file:///folder or s3+https://key:secret@host/bucket',
    }),
    secret: true,
  },
  LOG_LEVEL: {
    says: 'how much is logged; info',
    shape: z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(', ')}` }),
  },
  RATE_LIMIT: { says: 'requests a minute of one person; 1200', shape: whole(10, 1_000_000) },
  METRICS_TOKEN: {
    says: 'the bearer token for /metrics; left out: only this machine itself may read them',
    shape: z.string().min(16, { error: 'expected at least 16 characters' }),
    secret: true,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}
/** Whether its value is never shown. */
export function isSecret(name: SettingName): boolean {
  const setting: Setting = SETTINGS[name];
  return setting.secret === true;
}
