/** The real application under a clock that is moved; people call its routes as themselves. */
import { API_BASE, type CallableKey, type Gives, type Sends } from '@tamarack/contract';
import { buildApplication, tasksOf } from '../application/index.ts';
import { loadVisitor } from '../identity/index.ts';
import type { MovableClock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import type { Tasks } from '../platform/jobs/task.ts';
import type { Person } from './person.ts';

export type DemoServer = {
  /** Calls a route as a person and gives its answer. Throws what the route refuses: the story is wrong then. */
  readonly call: <K extends CallableKey>(by: Person | 'nobody', key: K, sent: Sends<K>) => Promise<Gives<K>>;
  /** Uploads a file to an account and gives its id. */
  readonly upload: (by: Person, accountId: string, name: string, content: string) => Promise<string>;
  /** Does now what a job would do at this instant. */
  readonly runTask: (task: string, payload: unknown) => Promise<void>;
  /** Roles were given or taken: who somebody is, is asked again. */
  readonly forgetVisitors: () => void;
  readonly close: () => Promise<void>;
};

/** Whether a call was refused with one of these codes. */
export function isRefused(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && codes.some((code) => error.message.includes(`"code":"${code}"`));
}

type ServerParts = {
  readonly db: Database;
  readonly clock: MovableClock;
  readonly publicUrl: string;
  readonly files: FileStore;
};

export async function openDemoServer({ db, clock, publicUrl, files }: ServerParts): Promise<DemoServer> {
  const visitors = new Map<string, Visitor | undefined>();
  const visitorOf = async (personId: string): Promise<Visitor | undefined> => {
    if (!visitors.has(personId))
      visitors.set(
        personId,
        await db.read(SYSTEM, (tx) =>
          loadVisitor(tx, personId, { via: 'session', credentialId: personId, scopes: undefined }),
        ),
      );
    return visitors.get(personId);
  };
  const app = await buildApplication({
    db,
    clock,
    publicUrl,
    files,
    hasMailServer: false,
    version: 'demonstration',
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
    // This server never listens, so nobody else can claim to be somebody.
    visitorOf: async ({ headers }) => {
      const personId = headers['x-demo-person'];
      return typeof personId === 'string' ? visitorOf(personId) : undefined;
    },
  });
  const tasks: Tasks = tasksOf({
    files,
    mail: { mailer: undefined, publicUrl, from: { address: '' } },
    webhookNetworks: [],
  });
  const inject = async (method: string, url: string, headers: Record<string, string>, payload?: string | object) => {
    const reply = await app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    if (reply.statusCode >= 400)
      throw new Error(
        `The demonstration was refused: ${method} ${url} ${JSON.stringify(payload ?? null).slice(0, 1000)}: ${reply.body}`,
      );
    return reply.body === '' ? undefined : (JSON.parse(reply.body) as unknown);
  };
  return {
    call: async <K extends CallableKey>(by: Person | 'nobody', key: K, sent: Sends<K>) => {
      const { params = {}, query = {}, body, version } = sent as LooseCall;
      const [method = '', pattern = ''] = key.split(' ');
      const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
      const search = new URLSearchParams(query).toString();
      const headers = {
        ...(by === 'nobody' ? {} : { 'x-demo-person': by.id }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      };
      const answer = await inject(method, `${API_BASE}${path}${search === '' ? '' : `?${search}`}`, headers, body);
      // Checked by the contract's tests; the routes are those of this very program.
      return answer as Gives<K>;
    },
    upload: async (by, accountId, name, content) => {
      const url = `${API_BASE}/accounts/${accountId}/files?${new URLSearchParams({ name }).toString()}`;
      const headers = { 'x-demo-person': by.id, 'content-type': 'application/octet-stream' };
      const file = (await inject('POST', url, headers, content)) as Gives<'POST /accounts/:accountId/files'>;
      return file.id;
    },
    runTask: async (name, payload) => {
      const work = tasks[name];
      if (!work) throw new Error(`There is no task ${name}.`);
      await work(payload, { db, now: clock.now(), signal: new AbortController().signal, attempt: 1 });
    },
    forgetVisitors: () => visitors.clear(),
    close: () => app.close(),
  };
}

type LooseCall = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Record<string, string>;
  readonly body?: object;
  readonly version?: number;
};
