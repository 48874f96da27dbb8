/** Signatures against the vectors and rules of the Standard Webhooks project. The data lies beside the checkout, never in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verified } from './oracles/verify.ts';
import { secretOf, signature, signedHeaders } from './sign.ts';

type Vectors = {
  readonly sign: readonly {
    readonly kind: string;
    readonly secret?: string;
    readonly msg_id: string;
    readonly timestamp: number;
    readonly payload: string;
    readonly signature: string;
  }[];
  readonly verify_rules: readonly { readonly case: string; readonly ok: boolean }[];
};

const DATA = join(import.meta.dirname, '../../../../../shared/data/webhooks/standard-webhooks.json');

test('a secret without a key is refused', () => {
  const message = { id: 'msg_1', timestamp: 1, payload: '' };
  for (const empty of ['', 'whsec_']) expect(() => signature(message, empty)).toThrow(RangeError);
});

test('a new secret is one that receivers can read', () => {
  const made = secretOf(new Uint8Array(32).fill(7));
  expect(made).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const message = { id: 'msg_1', timestamp: 1_614_265_330, payload: '{}' };
  expect(verified(signedHeaders(message, [made]), message.payload, made, message.timestamp)).toBe(true);
});

describe('the vectors of the specification', () => {
  if (existsSync(DATA)) holdAgainst(JSON.parse(readFileSync(DATA, 'utf8')) as Vectors);
  else if (process.env['CI']) test('are there', () => expect.fail(`${DATA} is missing; CI does not run without it.`));
  else test.skip(`are skipped: ${DATA} is not beside this checkout`, () => {});
});

function holdAgainst(vectors: Vectors): void {
  const vector = vectors.sign.find(({ kind }) => kind === 'v1 hmac-sha256');
  const { msg_id: id = '', timestamp = 0, payload = '', secret = '' } = vector ?? {};
  const message = { id, timestamp, payload };
  const believed = (headers: Record<string, string | undefined>, now = timestamp, of = secret) =>
    verified(headers, payload, of, now);
  const ours = (secrets = [secret], at = timestamp) => signedHeaders({ ...message, timestamp: at }, secrets);

  test('a message is signed as the specification’s own vector', () => {
    expect(signature(message, secret)).toBe(vector?.signature);
    expect(signature(message, secret.replace('whsec_', ''))).toBe(vector?.signature);
  });

  describe('what a receiver does with our headers', () => {
    const RULES: Readonly<Record<string, () => boolean>> = {
      'missing webhook-id': () => believed({ ...ours(), 'webhook-id': undefined }),
      'missing webhook-timestamp': () => believed({ ...ours(), 'webhook-timestamp': undefined }),
      'webhook-timestamp "hello"': () => believed({ ...ours(), 'webhook-timestamp': 'hello' }),
      'missing webhook-signature': () => believed({ ...ours(), 'webhook-signature': undefined }),
      'signature v1,dawfeoifkpqwoekfpqoekf': () =>
        believed({ ...ours(), 'webhook-signature': 'v1,dawfeoifkpqwoekfpqoekf' }),
      'signature cut to 8 characters': () =>
        believed({ ...ours(), 'webhook-signature': signature(message, secret).slice(0, 8) }),
      'signature "v1," only': () => believed({ ...ours(), 'webhook-signature': 'v1,' }),
      valid: () => believed(ours()),
      'timestamp older than 5 min + 1 s': () => believed(ours([secret], timestamp - 301)),
      'timestamp newer than 5 min + 1 s': () => believed(ours([secret], timestamp + 301)),
      'several signatures separated by spaces (wrong v1, v2, valid v1, wrong v1)': () => {
        const wrong = signature(message, secretOf(new Uint8Array(32)));
        const several = [wrong, wrong.replace('v1', 'v2'), signature(message, secret), wrong].join(' ');
        return believed({ ...ours(), 'webhook-signature': several });
      },
      'secret with and without the whsec_ prefix': () =>
        believed(ours()) && believed(ours(), timestamp, secret.replace('whsec_', '')),
    };
    /** The asymmetric scheme (v1a) is not offered; an empty secret has its own test. */
    const left = vectors.verify_rules.filter(({ case: name }) => !name.startsWith('v1a') && name !== 'empty secret');

    test.for(left)('$case: $ok', ({ case: name, ok }) => {
      expect(RULES[name]?.()).toBe(ok);
    });
  });
}
