import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import {
  makeWebhookSecret,
  openWebhookSecrets,
  sealWebhookSecrets,
  secretsAt,
  signatureOf,
} from './webhook-secrets.js';

const key = Buffer.alloc(32, 7);
const secret = makeWebhookSecret(key, 'one');
const other = makeWebhookSecret(key, 'other');
const id = '019ab2c4-0000-4000-8000-000000000001';
const now = () => Math.floor(Date.now() / 1000);

function headersOf(secrets: readonly string[], body: string, seconds = now()) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(secrets, id, seconds, body),
  };
}

describe('the signature', () => {
  it.each(['{"type":"APPEAL_REGISTERED"}', '{"text":"Ҕ Ҥ Ө Һ Ү 👩‍👩‍👧"}', '""'])(
    'of %s is taken by the standard library',
    (body) => {
      expect(new Webhook(secret).verify(body, headersOf([secret], body))).toEqual(JSON.parse(body));
    },
  );

  it('is refused where body, id, time or secret is another', () => {
    const body = '{"a":1}';
    const verify =
      (given: string, headers: Record<string, string>, by = secret) =>
      () =>
        new Webhook(by).verify(given, headers);
    const good = headersOf([secret], body);
    expect(verify('{"a":2}', good)).toThrow('No matching signature');
    expect(verify(body, { ...good, 'webhook-id': 'another' })).toThrow('No matching signature');
    expect(verify(body, { ...good, 'webhook-timestamp': String(now() - 1) })).toThrow('No matching signature');
    expect(verify(body, good, other)).toThrow('No matching signature');
    expect(verify(body, headersOf([secret], body, now() - 301))).toThrow('too old');
  });

  it('is a second one beside the first while the secret is renewed', () => {
    const body = '{"a":1}';
    const headers = headersOf([secret, other], body);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const by of [secret, other]) expect(new Webhook(by).verify(body, headers)).toEqual({ a: 1 });
  });
});

describe('the secret', () => {
  it('has 32 bytes, and a repeated command makes the same', () => {
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    expect(makeWebhookSecret(key, 'one')).toBe(secret);
    expect(other).not.toBe(secret);
  });

  it('is sealed for its webhook alone', () => {
    const sealed = sealWebhookSecrets(key, id, { secret });
    expect(sealed).not.toContain(secret.slice(6, 20));
    expect(openWebhookSecrets(key, id, sealed)).toEqual({ secret });
    expect(() => openWebhookSecrets(key, 'another', sealed)).toThrow();
  });

  it('is joined by the former one until its time is over', () => {
    const secrets = { secret, former: { secret: other, until: '2026-11-28T00:00:00.000Z' } };
    expect(secretsAt(secrets, '2026-11-27T23:59:59.999Z')).toEqual([secret, other]);
    expect(secretsAt(secrets, '2026-11-28T00:00:00.000Z')).toEqual([secret]);
  });
});
