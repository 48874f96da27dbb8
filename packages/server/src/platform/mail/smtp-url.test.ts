import { expect, test } from 'vitest';
import { readSmtpUrl } from './smtp-url.ts';

test.each([
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, implicitTls: false, tls: 'required' }],
  ['smtps://mail.example.com', { port: 465, implicitTls: true, tls: 'required' }],
  ['smtp://mail.example.com:25?tls=never', { port: 25, tls: 'never' }],
  ['smtp://mail.example.com/?tls=if-offered', { tls: 'if-offered' }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'if-offered' }],
  ['smtp://127.0.0.2', { tls: 'if-offered' }],
  ['smtp://[::1]:25', { host: '::1', tls: 'if-offered' }],
  ['smtp://127.0.0.1.evil.example', { tls: 'required' }],
  ['smtp://localhost.evil.example', { tls: 'required' }],
  ['smtp://localhost?tls=required', { tls: 'required' }],
  ['smtp://a%40b:c%2Fd%25@mail.example.com', { login: { user: 'a@b', password: 'c/d%' } }],
])('%s', (url, server) => {
  expect(readSmtpUrl(url)).toMatchObject({ ok: true, value: server });
});

test.each([
  ['', 'cannot be read'],
  ['mail.example.com', 'cannot be read'],
  ['smtp:', 'cannot be read'],
  ['https://mail.example.com', 'not by https://'],
  ['smtp://mail.example.com?tls=no', 'tls= is one of required, if-offered, never.'],
  ['smtp://mail.example.com?pool=true', 'not pool='],
  ['smtp://user@mail.example.com', 'not both'],
  ['smtp://:topsecret@mail.example.com', 'not both'],
  ['smtp://user:topsecret%@mail.example.com', 'cannot be decoded'],
  ['smtp://mail.example.com/x', 'ends with the port'],
  ['smtps://mail.example.com?tls=never', 'smtps:// is encrypted'],
])('%s is refused', (url, sentence) => {
  const read = readSmtpUrl(url);
  expect(read).toMatchObject({
    ok: false,
    refusal: { code: 'mail.bad-url', sentence: expect.stringContaining(sentence) },
  });
  expect(JSON.stringify(read)).not.toContain('topsecret');
});
