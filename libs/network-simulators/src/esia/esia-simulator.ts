import { SignJWT } from 'jose';
import { createHash, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkRequest, demand, type RegisteredSystem } from './esia-check.js';
import { signInPage } from './esia-pages.js';
import { EsiaRefusal } from './esia-refusal.js';

export interface EsiaPerson {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string;
  /** A service centre or a bank has checked whose account it is. */
  readonly trusted: boolean;
}

/** What becomes of the next request for a token. */
export type EsiaFault =
  'server-error' | 'no-answer' | 'page' | 'other-state' | 'other-key' | 'over' | 'other-audience' | 'inexact-person';

interface Grant {
  readonly oid: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly until: number;
}

const CODE_MS = 60_000;
const TOKEN_S = 180;

const rsaPair = () => generateKeyPairSync('rsa', { modulusLength: 2_048 });

/**
 * ЕСИА as open clients of it describe its contract, on a port of its own: it checks the GOST signature over the exact text, the
 * time, the state, the address and the scopes, and refuses with ЕСИА's numbers. Assumed, because no source shows it: five minutes
 * for a timestamp, one for a code, that a state is taken once, and the wording of errors.
 */
export class EsiaSimulator {
  readonly faults: EsiaFault[] = [];
  /** By OID. */
  readonly people = new Map<string, EsiaPerson>();
  now = (): Date => new Date();
  private readonly states = new Set<string>();
  private readonly grants = new Map<string, Grant>();
  private readonly access = new Map<string, string>();
  private key = rsaPair();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly system: RegisteredSystem) {}

  static async start(system: RegisteredSystem): Promise<EsiaSimulator> {
    const simulator = new EsiaSimulator(system);
    await simulator.up();
    return simulator;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of its tokens: over http and with a slash, as that of the real one. */
  get issuer(): string {
    return `${this.url}/`;
  }

  /** The public key of its tokens, PEM. */
  get tokenKey(): string {
    return this.key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** It signs with another key from now on. */
  changeKey(): void {
    this.key = rsaPair();
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((ready) => server.listen(this.port, '127.0.0.1', ready));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((done) => (this.server ? this.server.close(() => done()) : done()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const routes: Readonly<Record<string, (body: URLSearchParams) => Promise<void> | void>> = {
      'GET /aas/oauth2/v2/ac': () => this.offer(searchParams, response),
      'POST /aas/oauth2/v2/ac': (body) => this.grant(searchParams, body, response),
      'POST /aas/oauth2/v3/te': (body) => this.token(body, response),
      'GET /rs/prns/:oid': () => this.person(pathname.split('/').at(-1)!, request, response),
      'GET /idp/ext/Logout': () => redirect(response, searchParams.get('redirect_url')!),
    };
    try {
      const body = new URLSearchParams(await textOf(request));
      await routes[`${request.method} ${pathname.replace(/\d+$/, ':oid')}`]?.(body);
      if (!response.writableEnded && !response.destroyed) json(response, 404, {});
    } catch (error) {
      if (!(error instanceof EsiaRefusal)) throw error;
      json(response, error.refusal === 'SERVER' ? 500 : 400, error.body);
    }
  }

  private async offer(asked: URLSearchParams, response: ServerResponse): Promise<void> {
    try {
      await checkRequest(asked, this.system, this.now());
      demand(asked.get('response_type') === 'code', 'PARAMETER');
      demand(!this.states.has(asked.get('state')!), 'PARAMETER');
    } catch (error) {
      return refuse(error, asked, response);
    }
    html(response, signInPage(this.people));
  }

  private async grant(asked: URLSearchParams, form: URLSearchParams, response: ServerResponse): Promise<void> {
    await checkRequest(asked, this.system, this.now());
    const [oid, state, redirectUri] = [form.get('oid') ?? '', asked.get('state')!, asked.get('redirect_uri')!];
    demand(!this.states.has(state), 'PARAMETER');
    this.states.add(state);
    if (!this.people.has(oid)) return refuse(new EsiaRefusal('DENIED'), asked, response);
    const code = randomUUID();
    const challenge = asked.get('code_challenge') ?? '';
    this.grants.set(code, { oid, redirectUri, challenge, until: this.now().getTime() + CODE_MS });
    redirect(response, redirectUri, { code, state });
  }

  private async token(sent: URLSearchParams, response: ServerResponse): Promise<void> {
    const fault = this.faults.shift();
    if (fault === 'no-answer') return void response.destroy();
    if (fault === 'page') return html(response, '<!doctype html><title>Технические работы</title>');
    demand(fault !== 'server-error', 'SERVER');
    await checkRequest(sent, this.system, this.now());
    const [code, state] = [sent.get('code') ?? '', sent.get('state')!];
    demand(sent.get('grant_type') === 'authorization_code', 'PARAMETER');
    demand(!this.states.has(state), 'PARAMETER');
    this.states.add(state);
    const grant = this.grants.get(code);
    this.grants.delete(code);
    demand(
      grant !== undefined && grant.until > this.now().getTime() && grant.redirectUri === sent.get('redirect_uri'),
      'CODE',
    );
    const { oid, challenge } = grant!;
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    demand(challenge === '' || challenge === verifier, 'CHALLENGE');
    const accessToken = randomUUID();
    this.access.set(accessToken, oid);
    json(response, 200, {
      access_token: accessToken,
      id_token: await this.idToken(oid, fault),
      state: fault === 'other-state' ? randomUUID() : state,
      token_type: 'Bearer',
      expires_in: TOKEN_S,
    });
  }

  /** `sub` is a number, which the standard does not allow. */
  private idToken(oid: string, fault: EsiaFault | undefined): Promise<string> {
    const at = Math.floor(this.now().getTime() / 1_000) - (fault === 'over' ? 2 * TOKEN_S : 0);
    const key: KeyObject = fault === 'other-key' ? rsaPair().privateKey : this.key.privateKey;
    const sub = fault === 'inexact-person' ? Number(oid) * 1e9 : Number(oid);
    const claims = { sub: sub as unknown as string, auth_time: at, amr: 'PWD' };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(this.issuer)
      .setAudience(fault === 'other-audience' ? 'OTHER01' : this.system.clientId)
      .setIssuedAt(at)
      .setExpirationTime(at + TOKEN_S)
      .sign(key);
  }

  private person(oid: string, { headers }: IncomingMessage, response: ServerResponse): void {
    const allowed = this.access.get((headers.authorization ?? '').replace(/^Bearer /, ''));
    if (allowed !== oid) return json(response, 401, { code: 'ESIA-005011' });
    json(response, 200, { ...this.people.get(oid), status: 'REGISTERED', eTag: 'x' });
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** An address that is not registered is not gone to: the error stays on its own page. */
function refuse(error: unknown, asked: URLSearchParams, response: ServerResponse): void {
  if (!(error instanceof EsiaRefusal) || error.refusal === 'REDIRECT' || error.refusal === 'CLIENT') throw error;
  redirect(response, asked.get('redirect_uri')!, { ...error.body, state: asked.get('state') ?? '' });
}

function redirect(response: ServerResponse, to: string, query: Readonly<Record<string, string>> = {}): void {
  const url = new URL(to);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  response.writeHead(302, { location: url.href }).end();
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}
