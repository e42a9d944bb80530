import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@otklik/host';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { requestSigner } from './request-signer.js';

const bytes = Buffer.from('OTKLIK01openid');
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'otklik-signer-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a program that signs', () => {
  const program = (name: string, script: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return requestSigner(path, undefined);
  };

  it('reads the bytes and answers base64, in lines or in armour', async () => {
    const signature = await program('plain', 'base64').sign(bytes, 'begin');
    expect(Buffer.from(signature).toString()).toBe('OTKLIK01openid');
    const armour = 'echo "-----BEGIN CMS-----"; base64 -w 8; echo "-----END CMS-----"';
    expect(Buffer.from(await program('armour', armour).sign(bytes, 'begin'))).toEqual(bytes);
  });

  it('sees no variable of the process', async () => {
    process.env['OTKLIK_HASH_SECRET_OF_SPEC'] = 'secret';
    const seen = Buffer.from(await program('env', 'cat >/dev/null; env | base64').sign(bytes, 'begin')).toString();
    delete process.env['OTKLIK_HASH_SECRET_OF_SPEC'];
    expect(seen).toContain('PATH=');
    expect(seen).not.toContain('OTKLIK_');
  });

  it.each([
    ['fails', 'cat >/dev/null; exit 3'],
    ['answers words', 'echo "no key in the reader!"'],
    ['answers nothing', 'exit 0'],
    ['answers without end', 'yes'],
  ])('makes the sign-in unavailable when it %s', async (name, script) => {
    await expect(program(name.replaceAll(' ', '-'), script).sign(bytes, 'begin')).rejects.toBeInstanceOf(Unavailable);
  });

  it('makes the sign-in unavailable when it is not there', async () => {
    const absent = requestSigner(join(folder, 'absent'), undefined);
    await expect(absent.sign(bytes, 'begin')).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('a service that signs', () => {
  let server: Server;
  let answer: { status: number; body: string };
  let seen: { authorization: string | undefined; body: string } | undefined;
  const held: (() => void)[] = [];
  let holds = false;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        seen = { authorization: request.headers.authorization, body: Buffer.concat(parts).toString() };
        const send = () => void response.writeHead(answer.status).end(answer.body);
        if (holds) held.push(send);
        else send();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const service = () => requestSigner(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token');

  it('gets the bytes with the token, and answers base64', async () => {
    answer = { status: 200, body: 'AQID' };
    expect([...(await service().sign(bytes, 'begin'))]).toEqual([1, 2, 3]);
    expect(seen).toEqual({ authorization: 'Bearer token', body: 'OTKLIK01openid' });
  });

  it('makes the sign-in unavailable when it fails', async () => {
    answer = { status: 500, body: 'AQID' };
    await expect(service().sign(bytes, 'begin')).rejects.toBeInstanceOf(Unavailable);
  });

  it('is asked by three at once; of the others sixteen wait, and the rest are refused; who comes back is not among them', async () => {
    answer = { status: 200, body: 'AQID' };
    holds = true;
    const one = service();
    const all = Array.from({ length: 20 }, () =>
      one.sign(bytes, 'begin').then(
        () => 'signed',
        (error: Error) => error.name,
      ),
    );
    expect(await all[19]).toBe('Unavailable');
    while (held.length < 3) await setImmediate();
    expect(held).toHaveLength(3);
    holds = false;
    expect([...(await one.sign(bytes, 'finish'))]).toEqual([1, 2, 3]);
    for (const send of held) send();
    expect(new Set(await Promise.all(all.slice(0, 19)))).toEqual(new Set(['signed']));
  });
});
