import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersOf, mailServer } from './oracles/mail-server.ts';
import { MAIL_HEADERS, mailForWire, type OutgoingMail } from './outgoing-mail.ts';
import { smtpMailer, type Mailer } from './smtp-mailer.ts';

const MAIL: OutgoingMail = {
  from: { address: 'support@almacare.example' },
  to: { address: 'j.gross@customer.example' },
  subject: 'Hello',
  text: 'Hello.',
  html: '<p>Hello.</p>',
  messageId: '<1@almacare.example>',
};

let server: Awaited<ReturnType<typeof mailServer>>;
let mailer: Mailer;
beforeAll(async () => {
  server = await mailServer();
  mailer = smtpMailer(server.url);
});
afterAll(async () => {
  mailer.close();
  await server.close();
});

const PARTS = [
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u0085',
  '\0',
  'Bcc: spy@evil.example',
  '\r\n\r\n<script>',
  ' ',
  '\t',
  '"',
  '<',
  '>',
  ',',
  ';',
  '=?UTF-8?Q?=0D=0ABcc:_x?=',
  'ü',
  '🦊',
  '\u202e',
  '\ud800',
  'x'.repeat(300),
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

test('whatever stands in a subject, a name or a header: no header, no recipient and no line more', async () => {
  const expected = new Set(
    ['From', 'To', 'Reply-To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type', ...MAIL_HEADERS].map(
      (name) => name.toLowerCase(),
    ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, hostile, async (subject, fromName, toName, header) => {
      const mail: OutgoingMail = {
        ...MAIL,
        subject,
        from: { ...MAIL.from, name: fromName },
        to: { ...MAIL.to, name: toName },
        replyTo: { address: 'reply@almacare.example', name: toName },
        headers: Object.fromEntries(MAIL_HEADERS.map((name) => [name, header])),
      };
      expect(await mailer.send(mail)).toMatchObject({ ok: true });
      const [received] = server.received.splice(0);
      expect(received).toMatchObject({ from: 'support@almacare.example', to: ['j.gross@customer.example'] });
      const headers = headersOf(received?.raw ?? '');
      const seen = headers.map(([name]) => name.toLowerCase());
      expect(seen.filter((name) => !expected.has(name))).toEqual([]);
      expect(new Set(seen).size).toBe(seen.length);
      const found = new Map(headers);
      expect(found.get('To')).toMatch(/^[^\r\n]*<j\.gross@customer\.example>$|^j\.gross@customer\.example$/);
      // One mailbox each: outside of quotes, no second address begins.
      expect(found.get('From')?.replace(/"(?:[^"\\]|\\.)*"/g, '')).toMatch(
        /^[^,;<>]*<support@almacare\.example>$|^support@almacare\.example$/,
      );
      // No bare line end anywhere in what went over the wire (SMTP smuggling).
      expect(received?.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 200 },
  );
});

test('content cannot end the mail early: dots and line ends arrive as content', async () => {
  const smuggled = 'a\n.\nb\r\n.\r\nMAIL FROM:<x@evil.example>\r.\rc';
  expect(await mailer.send({ ...MAIL, text: smuggled, html: smuggled })).toMatchObject({ ok: true });
  expect(server.received.splice(0)).toHaveLength(1);
});

test.each([
  'a@b.example, c@d.example',
  'a@b.example\r\nRCPT TO:<c@d.example>',
  '<a@b.example>',
  'a b@c.example',
  '"a"@b.example',
  'a@b@c.example',
  'a@',
  '@b.example',
  '',
  'Name <a@b.example>',
  'group: a@b.example;',
  `${'a'.repeat(65)}@b.example`,
  'a@b.example\u202e',
])('%j is no address, in any place', (address) => {
  for (const place of ['from', 'to', 'replyTo']) {
    expect(mailForWire({ ...MAIL, [place]: { address } })).toMatchObject({ refusal: { code: 'mail.malformed' } });
  }
});

test.each(['', 'a@b', '<a>', '<a@b', '<a@b>\r\nBcc: x@y', '<a b@c>', '<ä@b>'])('%j is no id', (messageId) => {
  expect(mailForWire({ ...MAIL, messageId })).toMatchObject({ refusal: { code: 'mail.malformed' } });
});

test('people keep their letters, and long subjects are cut', () => {
  const subjectOf = (subject: string): unknown => {
    const wire = mailForWire({ ...MAIL, subject });
    return wire.ok && wire.value.subject;
  };
  expect(subjectOf('Störung „Ä“ 障害 עברית\u200f 👩‍🔧')).toBe('Störung „Ä“ 障害 עברית\u200f 👩‍🔧');
  expect(subjectOf(`${'x'.repeat(249)}🦊🦊`)).toBe(`${'x'.repeat(249)}…`);
});

test('a name says no more than a name, and shows its letters in their order', () => {
  const to = { address: 'a@b.example', name: ' Eve\r\nBcc: spy@evil.example \u202eevE ' };
  expect(mailForWire({ ...MAIL, to })).toMatchObject({ value: { to: { name: 'Eve Bcc: spy@evil.example  evE' } } });
});

test('an address with letters of any script is taken as it is', () => {
  expect(mailForWire({ ...MAIL, to: { address: "jürgen.o'neil+x@büro.example" } }).ok).toBe(true);
});
