import { request as startRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  actorReader,
  actorSigner,
  longestArrivalMs,
  type ActorClaims,
  type ReadActor,
  type SignActor,
} from '@otklik/host';
import type { OperationContext } from '@otklik/host/graphql';
import { createLogger } from '@otklik/observability';
import { anyone, memoryDirectory, type Actor } from '@otklik/tenancy';
import { PAGE_HEADERS, READER_HEADERS, WEB } from '@otklik/web/module';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { contextOf } from '../graphql/http.js';
import { identifyReaders } from '../identity/identify-reader.js';
import type { Identify } from '../identity/identity.js';
import { district } from '../testing/small-gateway.js';
import { forwardedPages, type ForwardedPagesOptions } from './forwarded-pages.js';
import { openServiceClients, type ServiceClients } from './service-clients.js';

const logger = createLogger({ level: 'silent' });
const directory = memoryDirectory([district(1, 'aldan', { moderator: ['MODERATOR'] }), district(2, 'kuol', {})]);
const official = directory.official('moderator')!;
const resident: Actor = { kind: 'resident', district: 1, appeal: 'a', person: 'p' };
/** Who reads, by the bearer token; a session's owner without one. */
const identify: Identify = (authorization) =>
  Promise.resolve({ actor: authorization === undefined ? official : resident });

/** Of a resident who signed in. */
const identified = { kind: 'anyone', identified: { subject: 'issuer 7', name: 'Айта' } } as const;
const pages: Omit<ForwardedPagesOptions, 'clients'> = {
  logger,
  contextOf: (request) => contextOf(request, identify),
  sign: (service, claims) => sign(service, claims),
  signedIn: { identity: (cookie) => Promise.resolve(cookie?.includes('resident') ? { actor: identified } : undefined) },
  provider: 'Госуслуги',
};

const DEADLINE_MS = 2_000;

function post(url: string, headers: OutgoingHttpHeaders): { request: ClientRequest; answer: Promise<IncomingMessage> } {
  const request = startRequest(url, { method: 'POST', headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => request.on('response', resolve).on('error', reject));
  return { request, answer };
}

let sign: SignActor;
let read: ReadActor;
let web: FastifyInstance;
let seen: FastifyRequest | undefined;
let clients: ServiceClients;
let gateway: FastifyInstance;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  sign = await actorSigner(await exportJWK(privateKey));
  read = actorReader(WEB, { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] }, directory);
  web = fastify();
  web.addContentTypeParser('*', (_, payload, done) => void payload.resume().on('end', () => done(null)));
  web.all('/*', async (request, reply) => {
    seen = request;
    return reply.code(201).header('set-cookie', ['a=1', 'b=2']).send('a page');
  });
  clients = openServiceClients({ addresses: { [WEB]: [await web.listen()] }, sign, deadlineMs: DEADLINE_MS });
  gateway = fastify();
  await gateway.register((scope) => forwardedPages(scope, { ...pages, clients }));
});
beforeEach(() => void (seen = undefined));
afterAll(async () => {
  await gateway.close();
  await clients.close();
  await web.close();
});

describe('a page', () => {
  it('is made by the web process, with all of its cookies, for the client’s address and language', async () => {
    const headers = { 'accept-language': 'sah', cookie: 'otklik-look=dark', origin: 'https://otklik.example' };
    const answer = await gateway.inject({ method: 'GET', url: '/aldan?x=1', headers, remoteAddress: '203.0.113.7' });
    expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([201, 'a page', ['a=1', 'b=2']]);
    expect(seen!.url).toBe('/aldan?x=1');
    expect(seen!.headers).toMatchObject({ ...headers, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'http' });
  });

  it('is read by an official as by anyone, and the session’s cookie does not leave the gateway', async () => {
    const sessions = ['__Host-otklik', 'otklik-4000', '__Host-otklik-sign-in', 'otklik-resident-4000'];
    const cookie = `${sessions.map((name) => `${name}=secret`).join('; ')}; otklik-look=dark`;
    await gateway.inject({ method: 'GET', url: '/aldan', headers: { cookie } });
    expect(seen!.headers.cookie).toBe('otklik-look=dark');
    expect((await read(seen!.headers.authorization)).actor).toEqual(anyone);
  });

  it('gets how residents sign in, and who did, by a token of its own', async () => {
    await gateway.inject({ method: 'GET', url: '/aldan', headers: { cookie: 'otklik-resident-4000=secret' } });
    expect(decodeURIComponent(String(seen!.headers[PAGE_HEADERS.provider]))).toBe('Госуслуги');
    expect((await read(`Bearer ${String(seen!.headers[PAGE_HEADERS.identified])}`)).actor).toEqual(identified);
    expect((await read(seen!.headers.authorization)).actor).toEqual(anyone);
    await gateway.inject({ method: 'GET', url: '/aldan', headers: { [PAGE_HEADERS.identified]: 'forged' } });
    expect(seen!.headers).not.toHaveProperty(PAGE_HEADERS.identified);
  });

  it('is sent over a line that is slower than the deadline, with a token that outlives it', async () => {
    const size = 400_000;
    const sent = post(`${await gateway.listen()}/aldan`, { 'content-type': 'text/plain', 'content-length': size });
    for (const part of [1, 2, 3, 4]) {
      sent.request.write(Buffer.alloc(size / 4));
      await sleep(DEADLINE_MS / (part === 4 ? 100 : 2));
    }
    sent.request.end();
    expect((await sent.answer).statusCode).toBe(201);
    const [, claims] = seen!.headers.authorization!.split('.');
    const { exp, iat } = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as { exp: number; iat: number };
    expect(exp - iat).toBe(120 + longestArrivalMs(size) / 1_000);
  });

  it('is a sentence and 503 while no web process answers', async () => {
    const lonely = fastify();
    const none = openServiceClients({ addresses: { [WEB]: ['http://127.0.0.1:1'] }, sign, deadlineMs: 500 });
    await lonely.register((scope) => forwardedPages(scope, { ...pages, clients: none }));
    const answer = await lonely.inject({ method: 'GET', url: '/aldan' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).toMatch(/^[А-Я].*\.$/su);
    await lonely.close();
    await none.close();
  });
});

describe('a reader for whom the web process asks', () => {
  const asked = (headers: Record<string, string>): Promise<OperationContext> => {
    const request = { headers, method: 'POST', ip: '10.0.0.5', id: 'r' } as unknown as FastifyRequest;
    return contextOf(request, identifyReaders(identify, read, directory));
  };
  const tokenOf = (claims: ActorClaims, service = WEB): Promise<string> => sign(service, claims);

  it('is who the gateway saw, at the reader’s address; the process itself has none', async () => {
    const token = await tokenOf({ actor: identified });
    const headers = { [READER_HEADERS.token]: token, [READER_HEADERS.address]: '203.0.113.7' };
    expect(await asked(headers)).toMatchObject({ actor: identified, address: '203.0.113.7' });
    expect(await asked({ [READER_HEADERS.token]: token })).not.toHaveProperty('address');
  });

  it('is not believed without the gateway’s own token', async () => {
    const headers = { [READER_HEADERS.address]: '203.0.113.7' };
    expect(await asked(headers)).toMatchObject({ actor: official, address: '10.0.0.5' });
    for (const token of ['', 'a.b.c', await tokenOf({ actor: official }, 'intake')])
      await expect(asked({ ...headers, [READER_HEADERS.token]: token })).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
  });

  it('is a resident by the resident’s own token, in the pages of the appeal’s district only', async () => {
    const reader = { [READER_HEADERS.token]: await tokenOf({ actor: anyone }), authorization: 'Bearer theirs' };
    expect(await asked({ ...reader, [READER_HEADERS.district]: 'aldan' })).toMatchObject({ actor: resident });
    await expect(asked({ ...reader, [READER_HEADERS.district]: 'kuol' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
