import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who may speak to the small store. */
export const KEYS = { region: 'eu-test-1', accessKey: 'AKIDTEST', secretKey: 'se/cret+%key' } as const;

/** Answers instead of the store; false lets the store answer. */
type Fault = (request: IncomingMessage, answer: ServerResponse) => boolean;

/**
 * An S3-compatible store over real HTTP with one bucket, `files`. It computes every signature by itself, from Amazon's
 * description of Signature Version 4, and knows nothing of the client's code. Pages of listings hold two keys.
 */
export async function smallS3() {
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  let fault: Fault = () => false;
  const server = createServer((request, answer) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray());
      const url = new URL(request.url ?? '', 'http://s3.test');
      seen.push(`${request.method} ${url.pathname}`);
      if (fault(request, answer)) return;
      const wrong = whyUnsigned(request, url, body);
      if (wrong !== undefined) return refuse(answer, 403, wrong);
      const [, bucket, ...rest] = url.pathname.split('/');
      if (bucket !== 'files') return refuse(answer, 404, 'NoSuchBucket');
      return respond(objects, { method: request.method, key: rest.join('/'), url, body }, answer);
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    objects,
    seen,
    failWith: (next: Fault) => {
      fault = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An error as S3 writes it. */
export function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { 'content-type': 'application/xml' });
  answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

type Asked = { readonly method: string | undefined; readonly key: string; readonly url: URL; readonly body: Buffer };

function respond(objects: Map<string, Buffer>, { method, key, url, body }: Asked, answer: ServerResponse): void {
  const object = objects.get(key);
  if (key === '' && url.searchParams.get('list-type') === '2') return list(objects, url, answer);
  if (method === 'PUT') {
    objects.set(key, body);
    answer.end();
  } else if (method === 'DELETE') {
    objects.delete(key);
    answer.writeHead(204).end();
  } else if (object === undefined) refuse(answer, 404, 'NoSuchKey');
  else answer.writeHead(200, { 'content-length': object.length }).end(method === 'HEAD' ? undefined : object);
}

function list(objects: Map<string, Buffer>, url: URL, answer: ServerResponse): void {
  const after = url.searchParams.get('continuation-token')?.replace('<after & "', '') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(url.searchParams.get('prefix') ?? '')).toSorted();
  const left = keys.filter((key) => key > after);
  const page = left.slice(0, 2);
  const isTruncated = left.length > page.length;
  const next = `<NextContinuationToken>&lt;after &#38; &#x22;${page.at(-1)}</NextContinuationToken>`;
  answer.end(
    `<ListBucketResult>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}` +
      `<IsTruncated>${isTruncated}</IsTruncated>${isTruncated ? next : ''}</ListBucketResult>`,
  );
}

/** What is wrong with a request's signature or body, as S3's error code. */
function whyUnsigned(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/;
  const [, keyId, day = '', region = '', signed = '', signature] =
    pattern.exec(request.headers.authorization ?? '') ?? [];
  if (keyId !== KEYS.accessKey || region !== KEYS.region) return 'InvalidAccessKeyId';
  if (!signed.split(';').includes('host') || !signed.includes('x-amz-content-sha256')) return 'AccessDenied';
  if (request.headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const query = [...url.searchParams]
    .map((pair) => pair.map(encoded).join('='))
    .toSorted()
    .join('&');
  const headers = signed
    .split(';')
    .map((name) => `${name}:${String(request.headers[name])}\n`)
    .join('');
  const canonical = [request.method, url.pathname, query, headers, signed, sha256(body)].join('\n');
  const at = String(request.headers['x-amz-date']);
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${KEYS.secretKey}`));
  return hmac(key, toSign).toString('hex') === signature && at.startsWith(day) ? undefined : 'SignatureDoesNotMatch';
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
