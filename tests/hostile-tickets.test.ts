/**
 * Each text that a route of tickets, views, webhooks and files takes, with what people of ill will write into texts, while all
 * else of the request is right: so that it comes behind the door. It is kept as it is or refused with a reason, never a 500, and
 * whatever was kept is read again.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes, type Route } from '@tamarack/contract';
import { agreedAccount, ALMACARE, type AgreedAccount } from './support/agreed-account.ts';
import { HOSTILE_TEXTS } from './support/arbitrary-of-shape.ts';
import { entitle } from './support/entitle.ts';
import { startTestApplication, type Person, type Reply, type TestApplication } from './support/test-application.ts';

const HOSTILE = [
  ...HOSTILE_TEXTS,
  '[x](javascript:alert(1)) ![p](https://tracker.test/p.png)',
  '<svg/onload=alert(1)>',
  '\u2028\u2029\u0085',
  '\u0007\u001B[31m',
  '%_\\%',
  '"\' --/*',
  '>'.repeat(3000),
  '['.repeat(3000),
  'a'.repeat(150_000),
];
const STACK = /\bat .*\.(ts|js):\d+|node_modules|insert into|syntax error at or near/i;

let server: TestApplication;
let account: AgreedAccount;
let lead: Person;
let engineer: Person;
let administrator: Person;
beforeAll(async () => {
  server = await startTestApplication();
  account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
  lead = await server.customer('Lena Lead', account.accountId, 'technical-lead', 'approver');
  engineer = await server.staff('Mara Manager', 'service-manager', 'team-lead');
  administrator = await server.staff('Ada Admin', 'administrator');
  await entitle(server, account.accountId, lead);
});
afterAll(() => server.stop());

const inAccount = (path: string) => `/accounts/${account.accountId}${path}`;
async function sure(who: Person, method: string, path: string, body?: object): Promise<Reply['body']> {
  const reply = await server.call(who, method, path, body ? { body } : {});
  expect([path, reply.status < 300 ? 'done' : reply.body]).toEqual([path, 'done']);
  return reply.body;
}
const newTicket = () =>
  sure(lead, 'POST', inAccount('/tickets'), {
    ...{ contractId: account.contractId, kind: 'incident', subject: 'Down', body: 'Since noon.', severity: 3 },
  });
const aside = (path: string) => async () => inAccount(`/tickets/${(await newTicket()).id}${path}`);
async function escalated(path: string, taken: boolean): Promise<string> {
  const ticket = inAccount(`/tickets/${(await newTicket()).id}`);
  const { ladders } = await sure(lead, 'GET', `${ticket}/terms`);
  const { escalations } = await sure(lead, 'POST', `${ticket}/escalations`, {
    ladder: ladders[0].ladder,
    reason: 'Nobody answers.',
  });
  const escalation = `${ticket}/escalations/${escalations[0].id}`;
  if (taken) await sure(engineer, 'POST', `${escalation}/taking`, { note: '' });
  return escalation + path;
}
const newView = (who: Person) => sure(who, 'POST', '/ticket-views', { name: 'Mine', filter: {}, isShared: false });
const WEBHOOK = { url: 'https://hooks.example/in', says: 'For us', facts: ['incident.*'], withInternal: false };
const newWebhook = async () => {
  const made = await sure(administrator, 'POST', '/webhooks', WEBHOOK);
  return String(made.id ?? made.webhook?.id);
};

type Try = {
  readonly who: () => Person;
  /** Makes what it is about anew, and says where that is. */
  readonly path: () => Promise<string>;
  readonly body?: (path: string) => object | Promise<object>;
  readonly query?: Readonly<Record<string, string>>;
};
const by = (who: () => Person, path: () => Promise<string>, body: object): Try => ({ who, path, body: () => body });
/** The further case of AlmaCare that needs an approval (AC11). */
const PROPOSED = { severity: 1, also: 0 };
const asLead = () => lead;
const asStaff = () => engineer;
const asAdmin = () => administrator;
const TICKET = '/accounts/:accountId/tickets/:ticketId';

/** A request of each route that takes a text, as it is right. */
const RIGHT: Readonly<Record<string, Try>> = {
  'GET /tickets': {
    ...{ who: asStaff, path: () => Promise.resolve('/tickets') },
    query: { search: 'down', limit: '5' },
  },
  'POST /accounts/:accountId/tickets': {
    ...{ who: asLead, path: () => Promise.resolve(inAccount('/tickets')) },
    body: () => ({ contractId: account.contractId, kind: 'incident', subject: 'Down', body: 'Since.', severity: 3 }),
  },
  [`POST ${TICKET}/messages`]: by(asLead, aside('/messages'), { body: 'Words.' }),
  [`PATCH ${TICKET}`]: by(asStaff, aside(''), { subject: 'Down again', queue: 'linux' }),
  [`POST ${TICKET}/side`]: by(asStaff, aside('/side'), { side: 'customer', reason: 'The log.' }),
  [`POST ${TICKET}/severity`]: by(asStaff, aside('/severity'), { severity: 2, reason: 'On the facts.' }),
  [`POST ${TICKET}/ending`]: by(asStaff, aside('/ending'), { how: 'resolved', because: 'fixed', note: 'Done.' }),
  [`POST ${TICKET}/reopening`]: {
    who: asLead,
    path: async () => {
      const ticket = inAccount(`/tickets/${(await newTicket()).id}`);
      await sure(engineer, 'POST', `${ticket}/ending`, { how: 'resolved', because: 'fixed', note: 'Done.' });
      return `${ticket}/reopening`;
    },
    body: () => ({ reason: 'It is back.' }),
  },
  [`POST ${TICKET}/splitting`]: {
    ...{ who: asStaff, path: aside('/splitting') },
    body: async (path) => {
      const { id } = await sure(lead, 'POST', path.replace(/splitting$/, 'messages'), { body: 'And another thing.' });
      return { subject: 'Another thing', messageIds: [id] };
    },
  },
  [`POST ${TICKET}/severity-proposal`]: {
    ...{ who: asLead, path: aside('/severity-proposal') },
    body: () => ({ ...PROPOSED, reason: 'We are important.' }),
  },
  [`POST ${TICKET}/severity-proposal/decision`]: {
    who: asStaff,
    path: async () => {
      const path = inAccount(`/tickets/${(await newTicket()).id}/severity-proposal`);
      await sure(lead, 'POST', path, { ...PROPOSED, reason: 'We are important.' });
      return `${path}/decision`;
    },
    body: () => ({ approve: false, note: 'Not this time.' }),
  },
  [`POST ${TICKET}/severity-proposal/withdrawal`]: {
    who: asLead,
    path: async () => {
      const path = inAccount(`/tickets/${(await newTicket()).id}/severity-proposal`);
      await sure(lead, 'POST', path, { ...PROPOSED, reason: 'We are important.' });
      return `${path}/withdrawal`;
    },
    body: () => ({ note: 'We changed our mind.' }),
  },
  'POST /tickets/changes': {
    ...{ who: asStaff, path: () => Promise.resolve('/tickets/changes') },
    body: async () => ({
      tickets: [{ accountId: account.accountId, ticketId: (await newTicket()).id }],
      action: { do: 'end', how: 'resolved', because: 'fixed', note: 'All of them.' },
    }),
  },
  [`PUT ${TICKET}/drafts/:audience`]: by(asLead, aside('/drafts/shared'), { body: 'I began' }),
  [`POST ${TICKET}/escalations`]: {
    ...{ who: asLead, path: aside('/escalations') },
    body: () => ({ ladder: 'customer', reason: 'Nobody answers.' }),
  },
  [`POST ${TICKET}/escalations/:escalationId/next-step`]: by(asLead, () => escalated('/next-step', false), {
    reason: 'Still nobody.',
  }),
  [`POST ${TICKET}/escalations/:escalationId/taking`]: by(asStaff, () => escalated('/taking', false), {
    note: 'Mine.',
  }),
  [`POST ${TICKET}/escalations/:escalationId/closing`]: by(asStaff, () => escalated('/closing', true), {
    note: 'Settled.',
  }),
  'GET /ticket-counts': {
    ...{ who: asStaff, path: () => Promise.resolve('/ticket-counts') },
    query: { views: 'open,mine' },
  },
  'POST /ticket-views': by(asStaff, () => Promise.resolve('/ticket-views'), {
    ...{ name: 'Linux', filter: { search: 'kernel', queue: 'linux' }, isShared: true },
  }),
  'PUT /ticket-views/:viewId': {
    ...{ who: asStaff, path: async () => `/ticket-views/${(await newView(engineer)).id}` },
    body: () => ({ name: 'Linux', filter: { search: 'kernel' } }),
  },
  'POST /webhooks': by(asAdmin, () => Promise.resolve('/webhooks'), WEBHOOK),
  'PATCH /webhooks/:webhookId': by(asAdmin, async () => `/webhooks/${await newWebhook()}`, {
    ...{ url: 'https://hooks.example/other', says: 'For them', facts: ['service-request.*'] },
  }),
  'GET /webhooks/:webhookId/deliveries': {
    ...{ who: asAdmin, path: async () => `/webhooks/${await newWebhook()}/deliveries` },
    query: { fact: 'incident.received' },
  },
  'POST /accounts/:accountId/files': {
    ...{ who: asLead, path: () => Promise.resolve(inAccount('/files')) },
    query: { name: 'log.txt' },
  },
};

/** Routes that take ids, instants or one of a few words, and no text: hostile-input.test.ts has them. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  ...[`PUT ${TICKET}/relations/:otherId`, `PUT ${TICKET}/presence`, `POST ${TICKET}/merging`, `GET ${TICKET}/messages`],
  ...['GET /accounts/:accountId/ticket-form', 'GET /accounts/:accountId/ticket-form/promises'],
  ...['POST /webhooks/:webhookId/secret', 'POST /webhooks/:webhookId/replay', 'GET /webhooks/:webhookId/replay'],
]);

async function send(key: string, { who, path, body, query = {} }: Try, put: (place: string, text: string) => string) {
  const [method = ''] = key.split(' ');
  const url = await path();
  const version = async () => (await server.call(who(), 'GET', url)).headers['etag'];
  const sent = body ? (changed(await body(url), '', put) as object) : undefined;
  const asked = new URLSearchParams(Object.entries(query).map(([name, text]) => [name, put(name, text)])).toString();
  const isEdit = (routes as Record<string, Route>)[key]?.edits === true;
  const etag = isEdit && method === 'PATCH' && url.includes('/tickets/') ? String(await version()) : '"1"';
  const payload = key.endsWith('/files') ? Buffer.from('<script>alert(1)</script>') : sent;
  const reply = await server.app.inject({
    method: method as 'POST',
    url: `/api/v1${url}${asked === '' ? '' : `?${asked}`}`,
    headers: {
      authorization: `Test ${who().id}`,
      'if-match': etag,
      ...(key.endsWith('/files') ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload ? { payload } : {}),
  });
  return { reply, url };
}

/** The same with each text exchanged. */
function changed(value: unknown, place: string, put: (place: string, text: string) => string): unknown {
  if (typeof value === 'string') return put(place, value);
  if (Array.isArray(value)) return value.map((one) => changed(one, place, put));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, name, put)]));
}

test('no route that takes a text is forgotten', () => {
  const takes = Object.entries(routes as Record<string, Route>).flatMap(([key, { body, query, upload }]) => {
    const path = key.slice(key.indexOf(' ') + 1);
    const isOurs = /ticket|webhook/.test(path) || path === '/accounts/:accountId/files';
    return isOurs && (body || query || upload) ? [key] : [];
  });
  const missing = takes.filter((key) => !RIGHT[key] && !WITHOUT_TEXT.has(key));
  expect(missing).toEqual([]);
});

/** Ids and the words of which a field has only a few are left as they are: with them nothing would come behind the door. */
const CLOSED = new Set([
  'contractId',
  'kind',
  'side',
  'how',
  'limit',
  'state',
  'audience',
  'do',
  'accountId',
  'ticketId',
  'messageIds',
]);

describe.each(Object.entries(RIGHT))('%s', (key, right) => {
  test('is answered as it is', async () => {
    const { reply } = await send(key, right, (_place, text) => text);
    expect(reply.statusCode, reply.body).toBeLessThan(300);
  });

  test('keeps or refuses what is hostile, one text after the other', { timeout: 120_000 }, async () => {
    const places = new Set<string>();
    await send(key, right, (place, text) => {
      if (!CLOSED.has(place)) places.add(place);
      return text;
    });
    const statuses: number[] = [];
    for (const place of places)
      for (const hostile of HOSTILE) {
        const { reply, url } = await send(key, right, (each, text) => (each === place ? hostile : text));
        const said = `${place} ← ${JSON.stringify(hostile.slice(0, 40))}: ${reply.statusCode} ${reply.body.slice(0, 300)}`;
        statuses.push(reply.statusCode);
        expect(reply.statusCode, said).toBeLessThan(500);
        if (reply.statusCode >= 400) expect(reply.body, said).not.toMatch(STACK);
        // Whoever looks at it again gets an answer.
        const [ticket] = /^\/accounts\/[^/]+\/tickets\/[^/]+/.exec(url) ?? [];
        if (ticket === undefined) continue;
        for (const part of ['', '/messages', '/terms'])
          expect((await server.call(engineer, 'GET', ticket + part)).status, said + part).toBe(200);
      }
    // Something of it is an ordinary text.
    if (!key.includes('views/') && !key.includes('counts') && !key.includes('escalations'))
      expect(statuses.some((status) => status < 300)).toBe(true);
  });
});

test('whatever was kept is listed, and no page of it fails', async () => {
  for (const [who, path] of [
    [engineer, '/tickets?limit=100'],
    [lead, '/tickets?limit=100'],
    [engineer, '/ticket-views?'],
    [administrator, '/webhooks?'],
    [lead, '/me/notifications?limit=100'],
    [engineer, inAccount('/facts?limit=100')],
  ] as const) {
    let next: string | undefined = '';
    while (next !== undefined) {
      const reply: Reply = await server.call(who, 'GET', path + next);
      expect([path, reply.status]).toEqual([path, 200]);
      next = reply.body.next === undefined ? undefined : `&after=${reply.body.next}`;
    }
  }
});
