/** /api/docs: the API to read and try, from a package that we serve ourselves. It fetches nothing from anywhere else. */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SCRIPT = '/api/docs/rapidoc.js';
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tamarack API</title>
<script type="module" src="${SCRIPT}"></script>
</head>
<body>
<rapi-doc spec-url="/api/openapi.json" load-fonts="false" render-style="read" show-header="false" allow-server-selection="false"
  schema-style="table" sort-tags="false" theme="light" primary-color="#1d6b57"></rapi-doc>
</body>
</html>
`;

export function serveApiDocs(app: FastifyInstance): void {
  const file = new URL(import.meta.resolve('rapidoc/dist/rapidoc-min.js'));
  app.get('/api/docs', (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page),
  );
  // Read when asked for: it is a megabyte that most processes never need.
  app.get(SCRIPT, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/javascript; charset=utf-8')
      .send(await readFile(file)),
  );
}
