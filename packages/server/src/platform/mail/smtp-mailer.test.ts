import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { failingServer } from './oracles/failing-server.ts';
import { CERTIFICATE } from './oracles/loopback-certificate.ts';
import { headersOf, mailServer, smtpError } from './oracles/mail-server.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { canSucceedLater } from './refusals.ts';
import { smtpMailer, type Mailer, type MailerOptions } from './smtp-mailer.ts';

const MAIL: OutgoingMail = {
  from: { name: 'Almacare Support', address: 'support@almacare.example' },
  to: { name: 'Jürgen Groß', address: 'j.gross@customer.example' },
  replyTo: { address: 'reply+10245@almacare.example' },
  subject: '#10245 Störung: Datenbank steht 🦊',
  text: 'Hello.\n.\nA line with one dot.',
  html: '<p>Hello.</p>',
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<https://almacare.example/mail/${'x'.repeat(120)}>`,
  },
  messageId: '<10245.1@almacare.example>',
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A mailer and the real server that it speaks to. */
async function mailerTo(
  options: SMTPServerOptions = {},
  { query = '', login = '', ...mailer }: MailerOptions & { query?: string; login?: string } = {},
) {
  const server = await mailServer(options);
  const sender = smtpMailer(`${server.url.replace('//', `//${login}`)}${query}`, { timeoutMs: 2000, ...mailer });
  closing.push(server.close, sender.close);
  return { ...server, ...sender };
}

const codeOf = (result: Awaited<ReturnType<Mailer['send']>>): string =>
  result.ok ? 'sent' : `${result.refusal.code}${canSucceedLater(result.refusal) ? ', again' : ''}`;

test('a mail arrives with its headers, in both forms, and with its own id', async () => {
  const { send, received } = await mailerTo();
  expect(await send(MAIL)).toEqual({ ok: true, value: { messageId: '<10245.1@almacare.example>' } });
  expect(received).toMatchObject([{ from: 'support@almacare.example', to: ['j.gross@customer.example'] }]);
  const headers = new Map(headersOf(received[0]?.raw ?? ''));
  expect(Object.fromEntries(headers)).toMatchObject({
    From: 'Almacare Support <support@almacare.example>',
    To: '=?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?= <j.gross@customer.example>',
    'Reply-To': 'reply+10245@almacare.example',
    'Message-ID': '<10245.1@almacare.example>',
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': MAIL.headers?.['List-Unsubscribe'],
    'MIME-Version': '1.0',
  });
  expect(headers.get('Content-Type')).toMatch(/^multipart\/alternative/);
  expect(received[0]?.raw).toMatch(
    /Content-Type: text\/plain; charset=utf-8[\s\S]*\r\n\.\r\n[\s\S]*Content-Type: text\/html; charset=utf-8/,
  );
});

test('many mails share few connections, and each arrives once', async () => {
  const { send, received, connections } = await mailerTo({}, { maxConnections: 2 });
  const ids = Array.from({ length: 40 }, (_, at) => `<${at}@almacare.example>`);
  const sent = await Promise.all(ids.map((messageId) => send({ ...MAIL, messageId })));
  expect(new Set(sent.map(codeOf))).toEqual(new Set(['sent']));
  const arrived = received.map(({ raw }) => new Map(headersOf(raw)).get('Message-ID') ?? '');
  expect(arrived.toSorted()).toEqual(ids.toSorted());
  expect(connections()).toBe(2);
});

test.each([
  [550, 'no such mailbox', 'mail.refused'],
  [554, 'looks like spam', 'mail.refused'],
  [552, 'mailbox full for ever', 'mail.refused'],
  [450, 'greylisted, come back', 'mail.deferred, again'],
  [451, 'local error', 'mail.deferred, again'],
  [452, 'mailbox full', 'mail.deferred, again'],
  [530, 'log in first', 'mail.unreachable, again'],
])('an address answered with %i %s is %s; the next mail goes through', async (answer, says, code) => {
  const { send, received } = await mailerTo({
    onRcptTo: ({ address }, _, done) => done(address.startsWith('j.gross') ? smtpError(answer, says) : null),
  });
  const result = await send(MAIL);
  expect(codeOf(result)).toBe(code);
  expect(result).toMatchObject({
    refusal: { sentence: expect.stringContaining(says), remedy: expect.stringMatching(/\.$/) },
  });
  expect(codeOf(await send({ ...MAIL, to: { address: 'other@customer.example' } }))).toBe('sent');
  expect(received).toHaveLength(1);
});

test.each([
  [554, 'mail.refused'],
  [421, 'mail.deferred, again'],
  [451, 'mail.deferred, again'],
])('content answered with %i is %s', async (answer, code) => {
  const { send } = await mailerTo({
    onData: (stream, _, done) => stream.resume().on('end', () => done(smtpError(answer, 'no'))),
  });
  expect(codeOf(await send(MAIL))).toBe(code);
});

test('a mail larger than the server takes is refused for good', async () => {
  const { send, received } = await mailerTo({ size: 1000 });
  expect(codeOf(await send({ ...MAIL, text: 'x'.repeat(2000) }))).toBe('mail.refused');
  expect(received).toEqual([]);
});

test('what a server says is shown without its controls, and not without end', async () => {
  const { send } = await mailerTo({
    onRcptTo: (_, __, done) => done(smtpError(550, `\u001b[2J\u202e${'x'.repeat(5000)}`)),
  });
  const result = await send(MAIL);
  const sentence = result.ok ? '' : result.refusal.sentence;
  expect(sentence).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(sentence.length).toBeLessThan(400);
});

test('a server that hangs up after it has the content gets one copy: a second one is for the job to decide', async () => {
  const server = await failingServer('content', 'hang up');
  const mailer = smtpMailer(server.url, { timeoutMs: 2000 });
  closing.push(server.close, mailer.close);
  expect(codeOf(await mailer.send(MAIL))).toBe('mail.unreachable, again');
  expect(server.reached()).toBe(1);
});

test.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)(
  'a server that hangs up at %s is unreachable',
  async (step) => {
    const server = await failingServer(step, 'hang up');
    const mailer = smtpMailer(server.url, { timeoutMs: 2000 });
    closing.push(server.close, mailer.close);
    expect(codeOf(await mailer.send(MAIL))).toBe('mail.unreachable, again');
    expect(server.reached()).toBeLessThanOrEqual(2);
  },
);

test.each([
  // Two clocks of the library run out together here: that of the connection's set-up and that of its silence.
  ['greeting', 'silence', /Greeting never received|Timeout/],
  ['EHLO', 'silence', /Timeout/],
  ['content', 'silence', /Timeout/],
  ['RCPT', 'trickle', /it took too long over one mail/],
] as const)('a server that answers %s with %s is given up', async (step, how, says) => {
  const server = await failingServer(step, how);
  const mailer = smtpMailer(server.url, { timeoutMs: 200 });
  closing.push(server.close, mailer.close);
  expect(await mailer.send(MAIL)).toMatchObject({
    refusal: { code: 'mail.unreachable', sentence: expect.stringMatching(says) },
  });
});

test('a server that is not there is unreachable, for sending and for the check', async () => {
  const server = await mailServer();
  await server.close();
  const mailer = smtpMailer(server.url, { timeoutMs: 2000 });
  closing.push(mailer.close);
  expect(await mailer.send(MAIL)).toMatchObject({
    refusal: { code: 'mail.unreachable', sentence: expect.stringContaining('ECONNREFUSED') },
  });
  expect(await mailer.verify()).toMatchObject({ ok: false, refusal: { code: 'mail.unreachable' } });
});

const TLS: SMTPServerOptions = { disabledCommands: ['AUTH'] };

test('where TLS is required, a server without it gets no mail, and no plain word of it', async () => {
  const { send, verify, received } = await mailerTo({}, { query: '?tls=required' });
  expect(codeOf(await send(MAIL))).toBe('mail.unreachable, again');
  expect(await verify()).toMatchObject({ ok: false, refusal: { code: 'mail.unreachable' } });
  expect(received).toEqual([]);
});

test('where TLS is required, a certificate that nobody vouches for is refused, and a trusted one used', async () => {
  const mistrusted = await mailerTo(TLS, { query: '?tls=required' });
  expect(codeOf(await mistrusted.send(MAIL))).toBe('mail.unreachable, again');
  expect(mistrusted.received).toEqual([]);
  const trusted = await mailerTo(TLS, { query: '?tls=required', certificateAuthority: CERTIFICATE });
  expect(codeOf(await trusted.send(MAIL))).toBe('sent');
  expect(trusted.received).toMatchObject([{ isEncrypted: true }]);
});

test('on loopback, TLS with a home-made certificate is used if offered, and left if so told', async () => {
  const offered = await mailerTo(TLS);
  expect(codeOf(await offered.send(MAIL))).toBe('sent');
  const never = await mailerTo(TLS, { query: '?tls=never' });
  expect(codeOf(await never.send(MAIL))).toBe('sent');
  expect([...offered.received, ...never.received].map(({ isEncrypted }) => isEncrypted)).toEqual([true, false]);
});

test('smtps is encrypted from the first byte, and checks the certificate when told', async () => {
  const server = await mailServer({ ...TLS, secure: true });
  const secured = server.url.replace('smtp:', 'smtps:');
  const trusting = smtpMailer(`${secured}?tls=required`, { timeoutMs: 2000, certificateAuthority: CERTIFICATE });
  const mistrusting = smtpMailer(`${secured}?tls=required`, { timeoutMs: 2000 });
  closing.push(server.close, trusting.close, mistrusting.close);
  expect(codeOf(await trusting.send(MAIL))).toBe('sent');
  expect(codeOf(await mistrusting.send(MAIL))).toBe('mail.unreachable, again');
  expect(server.received).toMatchObject([{ isEncrypted: true }]);
});

const LOGIN: SMTPServerOptions = {
  disabledCommands: [],
  onAuth: ({ username, password }, _, done) =>
    username === 'tamarack@almacare' && password === 'p%/: ä'
      ? done(null, { user: username })
      : done(smtpError(535, 'wrong password')),
};

test('user and password are sent, encrypted; wrong ones do not condemn the mail and are not repeated', async () => {
  const right = await mailerTo(LOGIN, { login: `tamarack%40almacare:${encodeURIComponent('p%/: ä')}@` });
  expect(await right.verify()).toEqual({ ok: true, value: undefined });
  expect(codeOf(await right.send(MAIL))).toBe('sent');
  expect(right.received).toMatchObject([{ user: 'tamarack@almacare', isEncrypted: true }]);
  const wrong = await mailerTo(LOGIN, { login: 'tamarack%40almacare:hunter2@' });
  for (const result of [await wrong.send(MAIL), await wrong.verify()]) {
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'mail.unreachable', sentence: expect.stringContaining('wrong password') },
    });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  }
});

test('closing lets a mail on its way arrive, and later ones are put off', async () => {
  const started = Promise.withResolvers<void>();
  let release = (): void => undefined;
  const mailer = await mailerTo({
    onData: (stream, _, done) => {
      stream.resume().on('end', () => {
        release = done;
        started.resolve();
      });
    },
  });
  const sending = mailer.send(MAIL);
  await started.promise;
  mailer.close();
  release();
  expect(codeOf(await sending)).toBe('sent');
  expect(codeOf(await mailer.send(MAIL))).toBe('mail.unreachable, again');
});
