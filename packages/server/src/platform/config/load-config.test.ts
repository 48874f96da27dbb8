import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configProblemText } from './config-problem.ts';
import { loadConfig } from './load-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'tamarack.yaml');
  writeFileSync(path, text);
  return path;
}

async function problems(env: Record<string, string>, path?: string): Promise<readonly string[]> {
  const loaded = await loadConfig(env, path);
  return loaded.ok ? [] : loaded.problems.map((problem) => configProblemText(problem).replaceAll(folder, '…'));
}

describe('what is not said', () => {
  test('has defaults: this machine only, the embedded database, files below the data folder', async () => {
    const loaded = await loadConfig({ TAMARACK_DATA: '/srv/tamarack' });
    expect(loaded).toEqual({
      ok: true,
      value: {
        port: undefined,
        host: '127.0.0.1',
        databaseUrl: undefined,
        databaseConnections: 10,
        dataFolder: '/srv/tamarack',
        role: 'all',
        jobs: 4,
        publicUrl: undefined,
        trustedProxies: [],
        webhookNetworks: [],
        smtpUrl: undefined,
        mailFrom: undefined,
        filesUrl: 'file:///srv/tamarack/files',
        logLevel: 'info',
        rateLimit: 1200,
        metricsToken: undefined,
      },
    });
  });

  test('an empty variable is one that was left out, as service managers write it', async () => {
    expect(await problems({ PORT: '', SMTP_URL: '', TAMARACK_CONFIG: '' })).toEqual([]);
  });
});

describe('the file', () => {
  test('has the same names, and the environment wins', async () => {
    const path = file('PORT: 9000\nHOST: "::"\nPUBLIC_URL: https://support.example.com/\n');
    const loaded = await loadConfig({ PORT: '9001' }, path);
    expect(loaded).toMatchObject({
      ok: true,
      value: { port: 9001, host: '::', publicUrl: 'https://support.example.com' },
    });
  });

  test('is named by TAMARACK_CONFIG as well', async () => {
    expect(await loadConfig({ TAMARACK_CONFIG: file('TAMARACK_ROLE: work\n') })).toMatchObject({
      value: { role: 'work' },
    });
  });

  test('that is not there is told, and so is one that is no YAML, without quoting a line that may hold a password', async () => {
    expect(await problems({}, join(folder, 'none.yaml'))).toEqual(['…/none.yaml: there is no such file']);
    expect(await problems({}, file('PORT: 1\nSMTP_URL: "smtp://me:hunter2@host\n'))).toEqual([
      '…/tamarack.yaml:3: this is no YAML',
    ]);
    expect(await problems({}, file('- PORT\n'))).toEqual(['…/tamarack.yaml: expected lines such as PORT: 8080']);
  });
});

describe('what is wrong', () => {
  test('is told all at once, each with its source', async () => {
    const path = file('# settings\nPORT: eighty\nRATE_LIMIT: [1]\nTAMARACK_ROLE: boss\n');
    expect(await problems({ LOG_LEVEL: 'loud', PUBLIC_URL: 'support.example.com' }, path)).toEqual([
      'RATE_LIMIT (…/tamarack.yaml:3): expected one value',
      'PORT (…/tamarack.yaml:2): expected a whole number from 0 to 65535, and found "eighty"',
      'TAMARACK_ROLE (…/tamarack.yaml:4): expected one of all, serve, work, and found "boss"',
      'PUBLIC_URL (environment): expected https://support.example.com, without a path, and found "support.example.com"',
      'LOG_LEVEL (environment): expected one of trace, debug, info, warn, error, fatal, silent, and found "loud"',
    ]);
  });

  test('a misspelt name is refused with what was meant: a setting that silently does nothing is worse', async () => {
    expect(await problems({ TAMARACK_DATE: '/srv' }, file('DATABASE_ULR: x\n'))).toEqual([
      'TAMARACK_DATE (environment): there is no such setting; did you mean TAMARACK_DATA?',
      'DATABASE_ULR (…/tamarack.yaml:1): there is no such setting; did you mean DATABASE_URL?',
    ]);
  });

  test.for([
    { DATABASE_URL: 'mysql://root:hunter2@host/db' },
    { SMTP_URL: 'imap://me:hunter2@host', MAIL_FROM: 'a@example.com' },
    { METRICS_TOKEN: 'hunter2' },
    { FILES_URL: 's3://key:hunter2@host/bucket' },
  ])('never shows a secret: %o', async (env) => {
    const told = await problems(env);
    expect(told).toHaveLength(1);
    expect(told.join()).not.toContain('hunter2');
  });

  test('a proxy elsewhere is named by its address or network, and not by a name or by half the world', async () => {
    expect(await loadConfig({ TRUSTED_PROXIES: '10.0.0.5, 172.17.0.0/16,fd00::/8' })).toMatchObject({
      value: { trustedProxies: ['10.0.0.5', '172.17.0.0/16', 'fd00::/8'] },
    });
    for (const wrong of ['proxy.example.com', '0.0.0.0/0', '::/1', '10.0.0.5/33', '10.0.0.5,', 'loopback'])
      expect(await problems({ TRUSTED_PROXIES: wrong }), wrong).toEqual([
        expect.stringContaining('TRUSTED_PROXIES (environment): expected addresses or networks such as 10.0.0.5'),
      ]);
  });

  test('mail needs a sender', async () => {
    expect(await problems({ SMTP_URL: 'smtp://localhost' })).toEqual([
      'MAIL_FROM (environment): is missing; mail by SMTP_URL needs a sender',
    ]);
  });

  test('the socket of a local PostgreSQL is a database too', async () => {
    expect(await problems({ DATABASE_URL: 'postgresql:///tamarack?host=/run/postgresql' })).toEqual([]);
    expect(await problems({ DATABASE_URL: 'postgres://me:pw@db.example.com:5432/tamarack?sslmode=require' })).toEqual(
      [],
    );
  });
});
