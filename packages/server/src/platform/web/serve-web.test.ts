import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveWeb } from './serve-web.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-web-'));
const page = '<!doctype html><title>Tamarack</title>';
const script = `console.log(${'1 +'.repeat(600)} 1);`;
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), script);
  writeFileSync(join(folder, 'assets', 'index-abc.js.br'), brotliCompressSync(script));
  app = Fastify();
  await serveWeb(app, folder);
  app.get('/api/v1/known', () => ({ known: true }));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = { accept: 'text/html,*/*' }) =>
  app.inject({ method: 'GET', url, headers });

test.for(['/', '/accounts/abc?sort=name', '/set-up/xyz', '/index.html'])(
  '%s is the page, asked for anew each time',
  async (url) => {
    const reply = await get(url);
    expect([reply.statusCode, reply.body]).toEqual([200, page]);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.headers['cache-control']).toBe('no-cache');
  },
);

test('a hashed file is kept for ever, and goes out compressed', async () => {
  const reply = await get('/assets/index-abc.js', { accept: '*/*', 'accept-encoding': 'gzip, br' });
  expect(reply.headers['cache-control']).toContain('immutable');
  expect(reply.headers['content-type']).toContain('javascript');
  expect(reply.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(script);
  expect((await get('/assets/index-abc.js', { accept: '*/*' })).body).toBe(script);
});

test.for(['/api/v1/unknown', '/api', '/assets/index-old.js'])('%s is not answered with the page', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

test('whoever does not ask for HTML is told that there is nothing', async () => {
  expect((await get('/missing.png', { accept: 'image/*' })).statusCode).toBe(404);
  expect((await get('/favicon.svg', { accept: 'image/*' })).headers['content-type']).toContain('image/svg+xml');
});

test.for(['/.vite/manifest.json', '/assets/index-abc.js.br', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])(
  '%s is no file that is served',
  async (url) => {
    expect((await get(url, { accept: 'text/plain' })).statusCode).toBe(404);
  },
);

test('a program that takes anything gets the page, but no page for a file', async () => {
  expect((await get('/', { accept: '*/*' })).statusCode).toBe(200);
  expect((await get('/missing.js', { accept: '*/*' })).statusCode).toBe(404);
});

test('the API keeps its own addresses', async () => {
  expect((await get('/api/v1/known')).json()).toEqual({ known: true });
});
