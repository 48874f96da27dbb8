/** The configuration, from the environment and one optional file; the environment wins. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '@tamarack/core';
import { visibleText } from '../visible-text.ts';
import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { usualDataFolder } from './data-folder.ts';
import { readConfigFile, type Said } from './read-config-file.ts';
import { isSecret, isSettingName, SETTING_NAMES, SETTINGS, type SettingName } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigResult =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Names of ours that are no settings of an installation: the file itself, stack traces, the database of the tests. */
const OTHER_NAMES = new Set(['TAMARACK_CONFIG', 'TAMARACK_DEBUG', 'TAMARACK_TEST_DATABASE_URL']);

/**
 * Reads `env` and the file that `file` or TAMARACK_CONFIG names. Everything that is wrong is told at once, each with its
 * source. An empty variable counts as left out, as service managers write it.
 */
export async function loadConfig(env: Environment, file?: string): Promise<ConfigResult> {
  const path = file ?? (env['TAMARACK_CONFIG'] || undefined);
  const fromFile = path === undefined ? { said: new Map<string, Said>(), problems: [] } : await readConfigFile(path);
  const problems = [...fromFile.problems, ...unknownNames(env, fromFile.said)];
  const sourceOf = (name: SettingName): Said | undefined => {
    const text = env[name];
    return text ? { text, source: 'environment' } : fromFile.said.get(name);
  };
  const read = <N extends SettingName>(name: N): ReturnType<(typeof SETTINGS)[N]['shape']['parse']> | undefined => {
    const said = sourceOf(name);
    if (said === undefined) return undefined;
    const parsed = SETTINGS[name].shape.safeParse(said.text);
    // The table's shape of this very name has read it.
    if (parsed.success) return parsed.data as ReturnType<(typeof SETTINGS)[N]['shape']['parse']>;
    const found = isSecret(name) ? '' : `, and found ${JSON.stringify(visibleText(said.text.slice(0, 100)))}`;
    const says = parsed.error.issues[0]?.message ?? 'this cannot be read';
    problems.push({ name, source: said.source, says: says + found });
    return undefined;
  };
  const dataFolder = resolve(read('TAMARACK_DATA') ?? usualDataFolder(env));
  const config: Config = {
    port: read('PORT'),
    host: read('HOST') ?? '127.0.0.1',
    databaseUrl: read('DATABASE_URL'),
    databaseConnections: read('DATABASE_CONNECTIONS') ?? 10,
    dataFolder,
    role: read('TAMARACK_ROLE') ?? 'all',
    jobs: read('TAMARACK_JOBS') ?? 4,
    publicUrl: read('PUBLIC_URL'),
    trustedProxies: read('TRUSTED_PROXIES') ?? [],
    webhookNetworks: read('WEBHOOK_NETWORKS') ?? [],
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    filesUrl: read('FILES_URL') ?? pathToFileURL(resolve(dataFolder, 'files')).href,
    logLevel: read('LOG_LEVEL') ?? 'info',
    rateLimit: read('RATE_LIMIT') ?? 1200,
    metricsToken: read('METRICS_TOKEN'),
  };
  const smtp = sourceOf('SMTP_URL');
  if (smtp && !sourceOf('MAIL_FROM')) {
    problems.push({ name: 'MAIL_FROM', source: smtp.source, says: 'is missing; mail by SMTP_URL needs a sender' });
  }
  return problems.length === 0 ? { ok: true, value: config } : { ok: false, problems };
}

/** A misspelt name would be a setting that silently does nothing. Only names of ours can be judged in an environment. */
function unknownNames(env: Environment, said: ReadonlyMap<string, Said>): readonly ConfigProblem[] {
  const ours = Object.keys(env).filter((name) => name.startsWith('TAMARACK_') && !OTHER_NAMES.has(name));
  const inEnvironment = ours.map((name) => ({ name, source: 'environment' }));
  const inFile = [...said].map(([name, { source }]) => ({ name, source }));
  return [...inEnvironment, ...inFile]
    .filter(({ name }) => !isSettingName(name))
    .map(({ name, source }) => {
      const meant = nearest(name, SETTING_NAMES);
      const says = `there is no such setting${meant === undefined ? '' : `; did you mean ${meant}?`}`;
      return { name: visibleText(name.slice(0, 100)), source, says };
    });
}
