import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import type { Logger } from '@otklik/observability';
import {
  installDirectory,
  installEvidence,
  installService,
  memoryDirectory,
  openDatabase,
  type Database,
  type District,
} from '@otklik/tenancy';
import { samplePublicInformation, testDatabase, testRoleSecret } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { OidcRoutes } from '../adapters/oidc/oidc.routes.js';
import { administrationService } from '../administration.module.js';
import { Invitations } from '../application/invitations.js';

export const ORIGIN = 'https://otklik.example';
export const PASSWORD = 'восемь сонных выдр у Лены';
const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const official = (login: string, role: 'HEAD' | 'EXECUTOR', at: number) => ({
  id: `01930000-0000-7000-8000-00000000000${at}`,
  login,
  name: login,
  assignments: [{ district: 1, role }],
});
export const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Алданский район (Алдан оройуона)',
  zone: 'Asia/Yakutsk',
  policy: {
    version: 1,
    autoRegisterMessages: false,
    answerTerms: {},
    reopenWithinDays: 30,
    numberPrefix: 'АЛД',
    secondFactorRoles: ['HEAD'],
  },
  public: samplePublicInformation,
  calendar: { version: '1', days: {}, years: [] },
  departments: [],
  organisations: [],
  topics: [],
  settlements: [],
  routingRules: [],
  synonyms: [],
  accounts: [],
  officials: [official('executor', 'EXECUTOR', 1), official('head', 'HEAD', 2)],
};

export interface PageRequest {
  readonly cookie?: string;
  readonly address?: string;
  readonly origin?: string;
}

/** The sign-in that a browser is in. */
export interface Begun {
  readonly url: string;
  readonly cookie: string;
}

export interface SignInUnderTest {
  readonly service: ServiceUnderTest;
  readonly invitations: Invitations;
  readonly database: Database;
  readonly web: FastifyInstance;
  /** ms since 1970; moved by specs. */
  readonly clock: { at: number };
  /** Sets the password by a new invitation. */
  readonly setPassword: (login: string, password?: string) => Promise<void>;
  readonly get: (url: string, request?: PageRequest) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, form: Record<string, string>, request?: PageRequest) => Promise<LightMyRequestResponse>;
  readonly begin: (changes?: Record<string, string | undefined>, cookie?: string) => Promise<Begun>;
  readonly close: () => Promise<void>;
}

export const pathOf = (link: string): string => new URL(link, ORIGIN).pathname;

export function cookiesOf({ headers }: { readonly headers: Record<string, unknown> }): string {
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');
}

/** The form fields that answer the challenge of a page, as its script finds them. */
export function workOf(page: string): { readonly challenge: string; readonly work: string } {
  const [, seed, bits, challenge] =
    /data-seed="([\w-]+)" data-bits="(\d+)"[^>]*><input type="hidden" name="challenge" value="([\w-]+)"/.exec(page)!;
  for (let n = 0; ; n += 1) {
    const digest = createHash('sha256').update(`${seed}.${n}`).digest();
    if (Math.clz32(digest.readUInt32BE(0)) >= Number(bits)) return { challenge: challenge!, work: String(n) };
  }
}

/** The secret that a set-up page shows, and its code at a time. */
export function authenticatorOf(page: string): (at: number) => string {
  const secret = /class="key">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '');
  return (timestamp) => new TOTP({ secret }).generate({ timestamp });
}

export async function signInUnderTest(environment: Record<string, string> = {}): Promise<SignInUnderTest> {
  const server = await testDatabase();
  await installEvidence(server.url);
  await installDirectory(server.url);
  const urls = await installService(server.url, 'administration', administrationService.migrations, testRoleSecret);
  const database = openDatabase(urls.app, 'administration');
  const worker = new pg.Pool({ connectionString: urls.worker });
  const clock = { at: Date.now() };
  const service = await serviceUnderTest(administrationService, {
    database,
    worker,
    directory: memoryDirectory([aldan]),
    logger: silent,
    vault: memoryVault(),
    now: () => new Date(clock.at).toISOString(),
    secret: (purpose: string) => Buffer.alloc(32, purpose),
    environment: { OTKLIK_PUBLIC_URL: ORIGIN, ...environment },
  });
  const web = fastify();
  await web.register((scope) => service.get(OidcRoutes).register(scope));
  const invitations = service.get(Invitations);
  const get: SignInUnderTest['get'] = (url, { cookie = '', address = '127.0.0.1' } = {}) =>
    web.inject({ url, remoteAddress: address, headers: { cookie } });
  const post: SignInUnderTest['post'] = (url, form, { cookie = '', address = '127.0.0.1', origin = ORIGIN } = {}) =>
    web.inject({
      method: 'POST',
      url,
      remoteAddress: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, origin },
      payload: new URLSearchParams(form).toString(),
    });
  return {
    service,
    invitations,
    database,
    web,
    clock,
    get,
    post,
    async setPassword(login, password = PASSWORD) {
      const { link } = await invitations.issue(login);
      clock.at += 1;
      expect((await post(pathOf(link), { password, repeated: password })).statusCode).toBe(200);
    },
    async begin(changes = {}, cookie = '') {
      const asked = {
        client_id: 'otklik',
        response_type: 'code',
        scope: 'openid',
        prompt: 'login',
        state: 's',
        nonce: 'n',
        redirect_uri: `${ORIGIN}/session/callback`,
        code_challenge_method: 'S256',
        code_challenge: 'c'.repeat(43),
        ...changes,
      };
      const query = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => !!pair[1]));
      const answer = await get(`/oidc/auth?${query}`, { cookie });
      expect(answer.statusCode).toBe(303);
      return { url: pathOf(answer.headers.location!), cookie: cookiesOf(answer) };
    },
    async close() {
      await web.close();
      await service.close();
      await worker.end();
      await database.close();
      await server.drop();
    },
  };
}
