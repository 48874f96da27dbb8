import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void, readable = false): string {
  let text = '';
  write(openLog({ level: 'info', readable, destination: { write: (line) => void (text += line) } }));
  return text;
}

test('a line is JSON with its level as a word and its instant in UTC', () => {
  const line: unknown = JSON.parse(logged((log) => log.info({ route: '/x' }, 'request')));
  expect(line).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), route: '/x', msg: 'request' });
});

test.for(['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret', 'body', 'payload'])(
  '%s is left out, however deep it lies',
  (name) => {
    const text = logged((log) => {
      log.info({ [name]: 'hunter2' }, 'a');
      log.info({ request: { headers: { [name]: 'hunter2' } } }, 'b');
      log.child({ reqId: '1' }).info({ mail: { [name]: 'hunter2' } }, 'c');
    });
    expect(text).not.toContain('hunter2');
    expect(text.match(/\[redacted\]/g)).toHaveLength(3);
  },
);

test('what lies too deep to be looked at is not shown', () => {
  const text = logged((log) => log.info({ a: { b: { c: { d: { e: { f: { password: 'hunter2' } } } } } } }, 'deep'));
  expect(text).not.toContain('hunter2');
});

test('an error says where and why, and not the row that PostgreSQL quotes', () => {
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(anna@example.com)' });
  const text = logged((log) => log.error({ err: error }, 'failed'));
  expect(text).toContain('duplicate key');
  expect(text).toContain('23505');
  expect(text).not.toContain('anna');
});

test('a person reads the time, the message and what goes with it, and no terminal is fooled by a message', () => {
  const text = logged((log) => log.warn({ tries: 3 }, 'odd \u001b[2Jtext'), true);
  expect(text).toMatch(/^\d\d:\d\d:\d\d warn odd \\u001b\[2Jtext tries=3\n$/);
});
