import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { xmlText } from './s3-xml.ts';

/** How to reach a bucket. The store needs the rights GetObject, PutObject, DeleteObject and ListBucket. */
export type S3Settings = {
  /** Scheme, host and port, such as https://s3.eu-central-1.amazonaws.com */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** In front of every key, such as `tamarack/`; nothing by default. */
  readonly prefix?: string;
  /** How long an answer may take to begin, retries included; 30 s by default. An upload gets longer by its size. */
  readonly timeoutMs?: number;
};

type Asked = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Key and query below the bucket. */
  readonly path: string;
  readonly body?: { readonly content: Blob; readonly hash: string };
};

/** A lost packet or a restarting node; more is left to the job that tries again later. */
const RETRIES = 2;

/** The slowest upload that is still waited for. */
const BYTES_PER_MS = 64;

const HASH_OF_NOTHING = createHash('sha256').digest('hex');

/**
 * Sends one request, signed by AWS Signature Version 4, and hands its answer to `read`. The limit of time covers `read`.
 * Throws when the store cannot be reached, takes too long or is in trouble (5xx) after the retries.
 */
export function s3Requests(
  settings: S3Settings,
): <T>(asked: Asked, read: (answer: Response) => Promise<T>) => Promise<T> {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: RETRIES,
  });
  return async (asked, read) => {
    const timeLimit = (settings.timeoutMs ?? 30_000) + (asked.body?.content.size ?? 0) / BYTES_PER_MS;
    const aborter = new AbortController();
    const timer = setTimeout(
      () => aborter.abort(new Error(`no answer in ${Math.ceil(timeLimit / 1000)} s`)),
      timeLimit,
    );
    try {
      const answer = await client.fetch(`${settings.endpoint}/${settings.bucket}/${asked.path}`, {
        method: asked.method,
        // The store compares the body with its signed hash, so that it never keeps a damaged copy.
        headers: { 'x-amz-content-sha256': asked.body?.hash ?? HASH_OF_NOTHING },
        body: asked.body?.content ?? null,
        // Followed, a redirect to another region's host would lose its signature and look like a wrong key.
        redirect: 'manual',
        signal: aborter.signal,
      });
      return await read(answer);
    } catch (error) {
      if (error instanceof Error && error.name === S3_FAILURE) throw error;
      throw failure(settings, asked.method, whyUnreachable(error), error);
    } finally {
      clearTimeout(timer);
    }
  };
}

const S3_FAILURE = 'FileStoreFailure';

/** What the operator should look at, by the status of the answer. */
const LOOK_AT: Readonly<Record<number, string>> = {
  200: 'That is no listing of a bucket: check the host.',
  301: 'The bucket lives in another region: check region and host.',
  307: 'The bucket lives in another region: check region and host.',
  400: 'Check region and host.',
  401: 'Check the access key and its secret.',
  403: 'Check the access key, its secret and its rights (GetObject, PutObject, DeleteObject, ListBucket), and the clock.',
  404: 'Check the name of the bucket.',
};

/** The error for an answer that is none of the expected ones, with the store's own code and what to look at. */
export async function s3Failure(settings: S3Settings, method: string, answer: Response): Promise<Error> {
  const code = xmlText(await answer.text(), 'Code');
  const said = code === undefined ? `${answer.status}` : `${answer.status} ${code}`;
  const lookAt = LOOK_AT[answer.status] ?? 'The store is in trouble; what failed can be tried again later.';
  return failure(settings, method, `it answered ${said}. ${lookAt}`);
}

function failure(settings: S3Settings, method: string, why: string, cause?: unknown): Error {
  // Neither key nor secret: this ends in logs.
  const message = `The file store ${settings.endpoint}/${settings.bucket} failed on ${method}: ${why}`;
  return Object.assign(new Error(message, { cause }), { name: S3_FAILURE });
}

function whyUnreachable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
