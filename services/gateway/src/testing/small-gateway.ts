import { Module } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { compose, schemaFiles, type Composition } from '@otklik/contracts/schema';
import {
  answering,
  BadInput,
  cleanText,
  NotFound,
  startApplication,
  type PermittedContext,
  type RunningApplication,
} from '@otklik/host';
import { Refusal } from '@otklik/kernel';
import { createLogger, type Logger } from '@otklik/observability';
import { memoryDirectory, type District, type OfficialRole } from '@otklik/tenancy';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { gatewayModule, readGatewayConfig, type GatewayParts } from '../gateway.module.js';

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'otklik';
export const NUL = String.fromCharCode(0);

const small = `
  extend type Query {
    open(district: String): Seen! @access(roles: [ANYONE])
    worklist(district: String!, first: Int = 20, since: DateTime, on: Date, id: UUID): Seen!
      @access(roles: [MODERATOR, HEAD])
    found(districts: [String!]!): Seen! @access(roles: [ANALYST, REPUBLIC_ANALYST])
    me: Seen! @access(roles: [MODERATOR, HEAD, ANALYST, REPUBLIC_ANALYST])
    mine: Seen! @access(roles: [RESIDENT])
    broken(how: String!): Int @access(roles: [ANYONE])
    tree: Tree! @access(roles: [ANYONE])
  }
  extend type Mutation {
    send(input: SendInput!): SendResult! @access(roles: [ANYONE])
    openAppeal(district: String!, number: String!, code: String!): Opened! @access(roles: [ANYONE])
    decide(input: DecideInput!): SendResult! @access(roles: [MODERATOR])
  }
  extend type Subscription {
    ticks(district: String!): Int! @access(roles: [MODERATOR])
  }
  type Seen { actor: String!, role: String!, district: String, districts: [String!], language: String!, at: DateTime, on: Date, id: UUID }
  type Tree { name: String!, child: Tree, children: [Tree!]!, page(first: Int = 20): Tree! }
  type Opened { token: String! }
  input SendInput { district: String!, key: UUID!, text: String! }
  input DecideInput { district: String!, key: UUID! }
  union SendResult = Change | Refusal
`;

@Resolver()
class SmallResolver {
  /** Set by the spec that looks at live updates. */
  static ticks: AsyncIterable<{ ticks: number }> | undefined;

  @Query('open')
  open(@Context() context: PermittedContext): unknown {
    return seen(context);
  }

  @Query('worklist')
  worklist(@Args() args: Record<string, unknown>, @Context() context: PermittedContext): unknown {
    return { ...seen(context), at: args['since'], on: args['on'], id: args['id'] };
  }

  @Query('found')
  found(@Context() context: PermittedContext): unknown {
    return seen(context);
  }

  @Query('me')
  me(@Context() context: PermittedContext): unknown {
    return seen(context);
  }

  @Query('mine')
  mine(@Context() context: PermittedContext): unknown {
    return seen(context);
  }

  @Query('broken')
  broken(@Args('how') how: string): unknown {
    if (how === 'found') throw new NotFound('nothing');
    if (how === 'input') throw new BadInput('TEXT_TOO_LONG', 'input.text', { max: 5 });
    const error = new Error(`duplicate key value (contact)=(anna@example.org)`);
    throw Object.assign(error, { code: '23505', detail: 'Key (contact)=(anna@example.org)' });
  }

  @Query('tree')
  tree(): unknown {
    const tree = { name: 'root', child: () => tree, children: () => [tree], page: () => tree };
    return tree;
  }

  @Mutation('send')
  send(@Args('input') input: { text: string; key: string }, @Context() context: PermittedContext): Promise<unknown> {
    return answering(context, async () => {
      const text = cleanText(input.text, { max: 20_000, path: 'input.text' });
      if (text === 'spam') throw new Refusal('APPEAL_STATE_FORBIDS');
      return { __typename: 'Change', id: input.key, version: 1, after: 'after' };
    });
  }

  @Mutation('openAppeal')
  openAppeal(@Args('code') code: string): unknown {
    if (code !== 'right') throw new BadInput('CODE_WRONG', 'code');
    return { token: 'a token' };
  }

  @Mutation('decide')
  decide(@Args('input') input: { key: string }): unknown {
    return { __typename: 'Change', id: input.key, version: 2, after: 'after' };
  }

  @Subscription('ticks')
  ticks(): unknown {
    return SmallResolver.ticks;
  }
}

export const live = SmallResolver;

@Module({ providers: [SmallResolver] })
class SmallModule {}

function seen({ actor, role, district, districts, language }: PermittedContext): object {
  return {
    actor: actor.kind === 'anyone' ? `anyone ${actor.identified ?? ''}`.trim() : actor.kind,
    role,
    district: district?.code,
    districts: districts?.map(({ code }) => code),
    language,
  };
}

export function district(id: number, code: string, officials: Record<string, readonly OfficialRole[]>): District {
  return {
    id,
    code,
    name: code,
    zone: 'Asia/Yakutsk',
    policy: {
      version: 1,
      autoRegisterMessages: false,
      answerTerms: {},
      reopenWithinDays: 30,
      numberPrefix: code.toUpperCase(),
    },
    calendar: { version: '1', days: {}, years: [] },
    departments: [],
    organisations: [],
    topics: [],
    settlements: [],
    routingRules: [],
    officials: Object.entries(officials).map(([login, roles], at) => ({
      id: `01930000-0000-7000-8000-0000000${id}000${at}`,
      login,
      name: login,
      assignments: roles.map((role) => ({ district: id, role })),
    })),
  };
}

export interface SmallGateway {
  readonly application: RunningApplication;
  readonly url: string;
  readonly residentKey: Buffer;
  readonly districts: District[];
  readonly lines: string[];
  sign(claims?: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  ask(query: string, options?: Asking): Promise<{ status: number; body: Answer }>;
}

export interface Asking {
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

export interface Whole {
  readonly loopback?: boolean;
  /** Instead of the small one; then the schema is the whole product's, as far as they answer it. */
  readonly services?: GatewayParts['services'];
}

const smallService: GatewayParts['services'][number] = {
  module: { module: SmallModule },
  routes: (fastify, { actorOf }) => {
    fastify.get('/beside', async (request) => ({ kind: (await actorOf(request.headers.authorization)).kind }));
    fastify.get('/beside/broken', () => Promise.reject(new Error('anna@example.org')));
  },
};

function smallComposition(): Composition {
  const shared = schemaFiles().filter(({ name }) => name === 'common' || name === 'refusals');
  return compose([...shared, { name: 'small', text: small }]);
}

/** A whole gateway over a schema of a few fields, with two districts. `environment`: the gateway's settings. */
export async function smallGateway(
  environment: Readonly<Record<string, string>> = {},
  { loopback = true, services }: Whole = {},
): Promise<SmallGateway> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  const residentKey = Buffer.alloc(32, 7);
  const districts = [
    district(1, 'aldan', { moderator: ['MODERATOR'], analyst: ['ANALYST'], nobody: ['EXECUTOR'] }),
    district(2, 'kuol', { head: ['HEAD'], analyst: ['ANALYST'] }),
  ];
  // One analyst of both districts.
  (districts[1]!.officials as District['officials'][number][])[1] = {
    ...districts[0]!.officials[1]!,
    assignments: [{ district: 2, role: 'ANALYST' }],
  };
  const lines: string[] = [];
  const logger: Logger = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const module = gatewayModule({
    services: services ?? [smallService],
    directory: memoryDirectory(districts),
    logger,
    now: () => new Date().toISOString(),
    secret: () => residentKey,
    issuer: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [jwk] } },
    config: readGatewayConfig(environment),
    loopback,
    ...(services ? { incomplete: true } : { composition: smallComposition() }),
  });
  const application = await startApplication({
    module,
    logger,
    host: '127.0.0.1',
    port: 0,
    waitingFor: async () => [],
  });
  const sign: SmallGateway['sign'] = (claims = {}, header = {}, key = privateKey) => {
    const now = Math.floor(Date.now() / 1000);
    const whole = { iss: ISSUER, aud: AUDIENCE, sub: 'moderator', iat: now, exp: now + 300, ...claims };
    return new SignJWT(whole).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header }).sign(key);
  };
  const ask: SmallGateway['ask'] = async (query, { variables, operationName, token, headers = {} } = {}) => {
    const response = await fetch(`${application.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  return { application, url: application.url, residentKey, districts, lines, sign, ask };
}

/** `CODE path` of the first error; `none` without one. */
export function code({ body }: { readonly body: Answer }): string {
  const [first] = body.errors ?? [];
  if (!first) return 'none';
  const { code: name, path } = first.extensions;
  return path === undefined ? String(name) : `${String(name)} ${String(path)}`;
}
