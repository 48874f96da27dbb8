import { takeFirstAnswer } from './first-calls.ts';
import { doubt } from './reachability.ts';
import { refusedOf } from './refused.ts';
import { isGatewayAnswer, Unreachable } from './unreachable.ts';

export type Sent = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Sends a request to our own server and gives its JSON, its text, or undefined for an empty answer. Throws `Refused`
 * with what the server says, or `Unreachable` if nobody answered.
 */
export async function send(method: string, path: string, sent: Sent = {}): Promise<unknown> {
  const answer = await ask(path, requestOf(method, sent));
  if (!answer.ok) throw await refusedOf(answer);
  if (answer.status === 204) return undefined;
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return isJson && text !== '' ? (JSON.parse(text) as unknown) : text;
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    const first = request.method === 'GET' ? await takeFirstAnswer(path) : undefined;
    const answer = first ?? (await fetch(path, request));
    if (isGatewayAnswer(answer)) throw new Error(`a gateway answered ${answer.status}`);
    return answer;
  } catch (error) {
    // Given up by the page itself, which says nothing about the server.
    if (request.signal?.aborted) throw error;
    // Known before anybody is told: without the server it says something else than without this one answer.
    await doubt();
    throw new Unreachable(error);
  }
}

function requestOf(method: string, { body, headers = {}, signal }: Sent): RequestInit {
  const isFile = body instanceof Blob;
  const type = isFile ? 'application/octet-stream' : 'application/json';
  return {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
}
