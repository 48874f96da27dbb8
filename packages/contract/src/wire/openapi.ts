/** The table of routes as an OpenAPI 3.1 document. */
import { z } from 'zod';
import { API_REFUSALS } from './refusals.ts';
import { problem } from './problem.ts';
import type { Route, RouteKey } from './route.ts';

type Json = Readonly<Record<string, unknown>>;
export const API_BASE = '/api/v1';

/** JSON Schema of a shape; `input` is what a client sends, `output` what it gets. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

function parametersOf(shape: z.ZodObject | undefined, where: 'path' | 'query'): readonly Json[] {
  if (!shape) return [];
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, Json>; required?: readonly string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }));
}

function headersOf(route: Route): readonly Json[] {
  const text = { type: 'string' };
  return [
    ...(route.creates
      ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { ...text, maxLength: 200 } }]
      : []),
    ...(route.edits ? [{ name: 'If-Match', in: 'header', required: true, schema: text }] : []),
  ];
}

function replyOf({ reply, creates, summary }: Route): Json {
  if (reply === 'nothing') return { 204: { description: 'Done.' } };
  const media =
    reply === 'file'
      ? { 'application/octet-stream': {} }
      : reply === 'events'
        ? { 'text/event-stream': {} }
        : reply === 'text'
          ? { 'text/plain': {} }
          : { 'application/json': { schema: schemaOf(reply, 'output') } };
  return { [creates ? 201 : 200]: { description: summary, content: media } };
}

const everyRoute = ['request.invalid', 'request.too-many', 'server.failed', 'server.busy'] as const;

function refusalsOf(route: Route): Json {
  const codes = new Set<keyof typeof API_REFUSALS>([...everyRoute, ...(route.refusals ?? [])]);
  if (route.may !== 'anyone') codes.add('sign-in.required').add('access.denied');
  if (route.params) codes.add('record.not-found');
  if (route.edits) codes.add('edit.conflict').add('edit.version-missing');
  if (route.body || route.upload) codes.add('request.too-large').add('request.wrong-type');
  const byStatus = Map.groupBy(codes, (code) => API_REFUSALS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${API_REFUSALS[code].sentence}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function bodyOf({ body, upload }: Route): Json | undefined {
  if (upload)
    return {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return body && { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
}

function operationOf(key: string, route: Route): Json {
  const requestBody = bodyOf(route);
  return {
    operationId: key.replace(/[ /:.{}-]+/g, '-').toLowerCase(),
    summary: route.summary,
    tags: [route.tag],
    'x-tamarack-may': route.may,
    ...(route.may === 'anyone' ? { security: [] } : {}),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...headersOf(route)],
    ...(requestBody ? { requestBody } : {}),
    responses: { ...replyOf(route), ...refusalsOf(route) },
  };
}

/** The document for these routes; `version` is that of the program. */
export function openApiOf(routes: Readonly<Record<RouteKey, Route>>, version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    const address = API_BASE + path.replace(/:([A-Za-z]+)/g, '{$1}');
    (paths[address] ??= {})[method.toLowerCase()] = operationOf(key, route);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Tamarack', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tamarack.session_token',
          description: 'A sign-in of the browser. Over HTTPS the name begins with `__Host-`.',
        },
      },
    },
  };
}
