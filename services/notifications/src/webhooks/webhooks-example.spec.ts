import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { makeWebhookSecret, signatureOf } from './application/webhook-secrets.js';

/** The receiver of docs/webhooks.md takes what we send, once, and nothing else. */
const EXAMPLE = new URL('../../../../docs/webhooks-example/receiver.mjs', import.meta.url).pathname;
const secret = makeWebhookSecret(Buffer.alloc(32, 1), 'example');
const other = makeWebhookSecret(Buffer.alloc(32, 2), 'example');
const body = JSON.stringify({ type: 'APPEAL_RECEIVED', data: { number: null, question: null, state: 'RECEIVED' } });
const now = () => Math.floor(Date.now() / 1000);

let example: ChildProcess;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  example = spawn(process.execPath, [EXAMPLE], {
    env: { WEBHOOK_SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  example.stdout!.setEncoding('utf8').on('data', (chunk: string) => lines.push(...chunk.trim().split('\n')));
  await once(example.stdout!, 'data');
  url = `http://127.0.0.1:${lines[0]!.split(' ').at(-1)}/`;
});
afterAll(() => {
  example.kill();
});

interface Given {
  readonly id?: string;
  readonly by?: readonly string[];
  readonly seconds?: number;
  readonly sent?: string | Uint8Array<ArrayBuffer>;
}

async function post({ id = randomUUID(), by = [secret], seconds = now(), sent = body }: Given = {}): Promise<number> {
  const signature = typeof sent === 'string' ? signatureOf(by, id, seconds, sent) : ofBytes(id, seconds, sent);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature };
  return (await fetch(url, { method: 'POST', headers, body: sent })).status;
}

/** Of bytes that are no text. */
function ofBytes(id: string, seconds: number, sent: Uint8Array): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.`).update(sent).digest('base64')}`;
}

it('takes a message once', async () => {
  const id = randomUUID();
  expect([await post({ id }), await post({ id })]).toEqual([204, 204]);
  expect(lines.filter((line) => line.includes(id))).toHaveLength(1);
});

it('takes one of two signatures', async () => {
  expect(await post({ by: [other, secret] })).toBe(204);
});

it('refuses what another signed, what is old or from the future, and what has no signature', async () => {
  expect(await post({ by: [other] })).toBe(401);
  expect(await post({ seconds: now() - 400 })).toBe(401);
  expect(await post({ seconds: now() + 400 })).toBe(401);
  expect(await post({ seconds: Number.NaN })).toBe(401);
  expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
});

it('refuses well signed bytes that are no UTF-8, no JSON, or too many', async () => {
  const invalid = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
  expect(await post({ sent: invalid })).toBe(400);
  expect(await post({ sent: '{"type":' })).toBe(400);
  expect(await post({ sent: 'x'.repeat(20_001) })).toBe(413);
});
