/** The web application as it was built: hashed files that may be kept for ever, and one page for every address. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGE = 'index.html';
/** Vite puts the hash of the contents into the names below this, so what was fetched once stays right. */
const HASHED = 'assets/';
/** Beside each file lie its compressed forms, which are no addresses of their own. */
const COMPRESSED = /\.(br|gz)$/;

/**
 * Serves `folder`. Addresses that are no file and not below /api get the page, which knows what to show; whoever does not ask
 * for HTML is told that there is nothing. Files are listed once: a path from outside is never looked up on the disk.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const files = filesOf(folder);
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  app.get('/*', (request, reply) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    if (files.has(name) && name !== PAGE) return sendFile(reply, name);
    return isPage(request, name) && files.has(PAGE) ? sendFile(reply, PAGE) : reply.callNotFound();
  });
}

function sendFile(reply: FastifyReply, name: string): FastifyReply {
  const keep = name.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return reply.header('cache-control', keep).sendFile(name);
}

function isPage({ headers }: FastifyRequest, name: string): boolean {
  const isApi = name === 'api' || name.startsWith('api/');
  const { accept = '*/*' } = headers;
  // A bare */* is a program that asks whether somebody is there; a browser says what it wants a picture for.
  const wantsPage = accept.includes('text/html') || (accept === '*/*' && !name.includes('.'));
  return !isApi && !name.startsWith(HASHED) && wantsPage;
}

function filesOf(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  // Vite's manifest is for us, not for visitors.
  return new Set(names.filter((name) => !name.startsWith('.')));
}
