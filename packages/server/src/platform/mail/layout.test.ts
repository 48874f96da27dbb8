import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutMail } from './layout.ts';
import { SAMPLE } from './oracles/sample-mail.ts';

test('the text has everything, links written out', () => {
  expect(layOutMail(SAMPLE).text).toBe(`Almacare Support

First response is due in 10 minutes: #10245 Datenbank antwortet nicht
=====================================================================

Contoso Werke reported a business standstill at 14:02 (Europe/Berlin). Nobody has acknowledged it yet.

The customer writes:
“The cluster failed over twice since noon; /var/log/postgresql/postgresql-18-main-2026-11-21_140000.log is attached.”

Account:  Contoso Werke GmbH & Co. KG
Severity: 1 – business standstill
Promise:  First response within 30 minutes, around the clock
Due:      Sat 21 Nov 2026, 14:32 (Europe/Berlin)

Open #10245:
https://support.almacare.example/tickets/10245

-- \nYou get this mail because you are on duty for Contoso Werke.

Choose what you get: https://support.almacare.example/profile/mail
`);
});

test('a mail without the parts that may be missing has no empty places', () => {
  const { text, html } = layOutMail({ sender: 'S', title: 'T', paragraphs: [], reason: 'R' });
  expect(text).toBe('S\n\nT\n=\n\n-- \nR\n');
  expect(html).not.toMatch(/<a |undefined|<td[^>]*><\/td>|scope="row"/);
});

test('several things are a list of links, and each stays one line of the text', () => {
  const { text, html } = layOutMail({
    ...SAMPLE,
    items: [{ title: 'Broken\n* Forged', detail: '<b>Contoso</b>', url: 'https://support.almacare.example/a"b' }],
  });
  expect(text).toContain('\n\n* Broken * Forged\n  <b>Contoso</b>\n  https://support.almacare.example/a%22b\n\n');
  expect(html).toContain('<a href="https://support.almacare.example/a%22b" ');
  expect(html).not.toContain('<b>');
  const script = { title: 'x', detail: 'x', url: 'javascript:alert(1)' };
  expect(() => layOutMail({ ...SAMPLE, items: [script] })).toThrow(TypeError);
});

const part = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'",
    '&amp;',
    '<!--',
    '-->',
    '<![endif]-->',
    '</table>',
    '\n-- \n',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const PLAIN = layOutMail({ ...SAMPLE, title: 'x', paragraphs: ['x'], facts: [{ name: 'x', value: 'x' }] }).html;
/** Elements and attributes in order, without the texts and links between them. */
const bones = (html: string): string[] => html.replace(/<br>/g, '').match(/<[^>]*>/g) ?? [];

test('whatever people write is text: no element, no attribute and nothing remote comes of it', () => {
  fc.assert(
    fc.property(part, part, part, part, part, (title, text, name, value, reason) => {
      const { html } = layOutMail({
        ...SAMPLE,
        sender: title,
        title,
        paragraphs: [text],
        facts: [{ name, value }],
        reason,
      });
      expect(bones(html)).toEqual(bones(PLAIN));
      expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008]/);
    }),
    { numRuns: 500 },
  );
});

test('a mail in a language that is read from the right has its columns from the right', () => {
  expect(layOutMail({ ...SAMPLE, language: 'ar' }).html.match(/dir="rtl"/g)).toHaveLength(2);
  expect(layOutMail(SAMPLE).html).not.toContain('rtl');
});

test('a link stays one link, whatever is in it', () => {
  const url = 'https://x.example/"onmouseover="alert(1)" <b>\u202e?a=1&b=2';
  const { html, text } = layOutMail({ ...SAMPLE, action: { label: 'Go', url } });
  expect(html).toContain('href="https://x.example/%22onmouseover=%22alert(1)%22%20%3Cb%3E%E2%80%AE?a=1&amp;b=2"');
  expect(text).toContain('https://x.example/%22onmouseover=%22alert(1)%22%20%3Cb%3E%E2%80%AE?a=1&b=2');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'tickets/1', '', 'mailto:x@y.example'])(
  '%j is no link',
  (url) => {
    expect(() => layOutMail({ ...SAMPLE, action: { label: 'Go', url } })).toThrow(TypeError);
    expect(() => layOutMail({ ...SAMPLE, preferences: { label: 'Go', url } })).toThrow(TypeError);
  },
);

test('nothing is loaded, and no style lives outside its element', () => {
  expect(layOutMail(SAMPLE).html).not.toMatch(/<(?:img|link|style|script|iframe|svg)|url\(|@import|src=/i);
});
