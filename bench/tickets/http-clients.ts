/** Clients that keep their connections, each asking again once it was answered. */
import { Agent, request } from 'node:http';

export type Ask = {
  readonly path: string;
  readonly token?: string;
  /** Sent as JSON; without it, it is a GET. */
  readonly body?: object;
};

/** Answers a second, and how long one took in milliseconds. */
export type Answered = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number };

/** As many as the aims ask for. */
export const CLIENTS = 8;

/** For so many milliseconds; throws with the answer where one is refused. `next` gives what a client asks then. */
export async function ask(port: number, milliseconds: number, next: () => Ask, clients = CLIENTS): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const took: number[] = [];
  const started = performance.now();
  const client = async () => {
    while (performance.now() - started < milliseconds) {
      const asked = performance.now();
      await answered(port, agent, next());
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = took.toSorted((a, b) => a - b);
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: took.length / seconds, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}

/** The text of one answer. */
export async function answerTo(port: number, wanted: Ask): Promise<string> {
  return (await answered(port, undefined, wanted)).toString();
}

function answered(port: number, agent: Agent | undefined, { path, token, body }: Ask): Promise<Buffer> {
  const sent = body && JSON.stringify(body);
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
    ...(body ? { 'idempotency-key': crypto.randomUUID() } : {}),
  };
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      path,
      headers,
      method: body ? 'POST' : 'GET',
      ...(agent ? { agent } : {}),
    };
    const asked = request(options, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const text = Buffer.concat(parts);
        if ((reply.statusCode ?? 0) < 300) resolve(text);
        else reject(new Error(`${path}: ${reply.statusCode} ${text.toString()}`));
      });
    });
    asked.on('error', reject).end(sent);
  });
}
