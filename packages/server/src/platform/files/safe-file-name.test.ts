import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['Übersicht „Q4“ – final (2).xlsx', 'Übersicht „Q4“ – final (2).xlsx'],
  ['請求書　十一月.pdf', '請求書 十一月.pdf'],
  ['تقرير.docx', 'تقرير.docx'],
  ['می‌خواهم.txt', 'می‌خواهم.txt'],
  ['क्षत्रिय.txt', 'क्षत्रिय.txt'],
  ['👩‍🔧 ❤️.png', '👩‍🔧 ❤️.png'],
  ['backup.tar.gz', 'backup.tar.gz'],
  ['no extension', 'no extension'],
])('people keep their letters: %s', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\log.txt', 'log.txt'],
  ['/var/log/', 'log'],
  ['..', 'file'],
  ['', 'file'],
  ['\u200b\u200b', 'file'],
  ['\u200d', 'file'],
  ['.htaccess', 'htaccess'],
  ['evil.exe. . ', 'evil.exe'],
  ['invoice.pdf                      .exe', 'invoice.pdf .exe'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['a\r\nSet-Cookie: x', 'a Set-Cookie_ x'],
  ['a\u0000b\u001b[31m.txt', 'ab[31m.txt'],
  ['file.txt:stream', 'file.txt_stream'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['console.log', 'console.log'],
  ['\ud800x\udc00.txt', 'x.txt'],
  ['A\u030angstro\u0308m.txt', 'Ångström.txt'],
])('hostile names become harmless: %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name is cut between characters and keeps its extension', () => {
  expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
  expect(safeFileName('word '.repeat(100))).toBe('word '.repeat(40).trim());
  expect(safeFileName(`${'日'.repeat(300)}.pdf`)).toBe(`${'日'.repeat(65)}.pdf`);
  expect(safeFileName(`${'👩‍🔧'.repeat(100)}.png`)).toBe(`${'👩‍🔧'.repeat(17)}.png`);
  expect(safeFileName(`a${'\u0301'.repeat(1000)}.txt`)).toBe('file.txt');
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('.', ' ', '/', '\\', 'con', 'nul', '日', '\u202e', '\u200d', '\u0301', 'x', '<'), {
      maxLength: 300,
    })
    .map((parts) => parts.join('')),
);

test('whatever people send: short, visible, one line, no path, and safe stays safe', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeFileName(name);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      expect(safe).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}/\\<>:"|?*]|^[. ]|[. ]$|^$/u);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 3000 },
  );
});

test('a name of a megabyte costs milliseconds', () => {
  const before = performance.now();
  for (const unit of ['a', '\u0301', '.', ' ', '/', '👩‍🔧', '\u202e']) safeFileName(unit.repeat(1_000_000));
  expect(performance.now() - before).toBeLessThan(3000);
});
