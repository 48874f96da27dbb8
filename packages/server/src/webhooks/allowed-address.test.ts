/** Where webhooks may go: past no name, spelling or embedding to a neighbour of the desk. */
import { expect, test } from 'vitest';
import { isAllowed } from './allowed-address.ts';
import { postTo } from './post-to.ts';

const never = new AbortController().signal;

test.for([
  ...[
    '127.0.0.1',
    '127.8.9.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
  ],
  ...[
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '::ffff:7f00:1',
    '::7f00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ],
  ...['fe80::1', 'fe80::1%eth0', 'fd00::1', 'ff02::1', 'nonsense', ''],
  // IPv4-translated (RFC 2765), segment routing (RFC 9602), the dummy prefix (RFC 9780).
  ...['::ffff:0:7f00:1', '5f00::1', '100:0:0:1::1'],
])('%s is no address of the public internet', (address) => {
  expect(isAllowed(address, [])).toBe(false);
});

test.for(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is one', (address) => {
  expect(isAllowed(address, [])).toBe(true);
});

test('a network of one’s own is allowed by name, and nothing beside it', () => {
  const networks = ['10.1.0.0/16', '192.168.0.7', 'fd00::/8'];
  for (const own of ['10.1.2.3', '192.168.0.7', 'fd00::1', '8.8.8.8']) expect(isAllowed(own, networks), own).toBe(true);
  for (const other of ['10.2.0.1', '192.168.0.8', '127.0.0.1']) expect(isAllowed(other, networks), other).toBe(false);
});

test.for([
  ['https://127.0.0.1/', 'no address of the public internet'],
  ['https://2130706433/', 'no address of the public internet'],
  ['https://0x7f.1/', 'no address of the public internet'],
  ['https://[::ffff:10.0.0.1]/', 'no address of the public internet'],
  ['https://localhost/', 'no address of the public internet'],
  ['http://example.com/', 'not encrypted'],
  ['https://me:secret@example.com/', 'a name or a password'],
] as const)('%s is not called: %s', async ([url, because]) => {
  expect((await postTo(url, {}, '{}', [], never)).error).toContain(because);
});
