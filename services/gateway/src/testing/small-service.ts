import { Module } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { HttpRoute } from '@otklik/contracts/routes';
import type { SchemaFile } from '@otklik/contracts/schema';
import { BadInput, cleanText, NotFound, type PermittedContext, type ServiceModule } from '@otklik/host';
import { Refusal } from '@otklik/kernel';
import { refusable } from './refusable.js';

export type SmallService = ServiceModule;

/** Services by the name of their part of the schema, and these parts. */
export interface TestServices {
  readonly files: readonly SchemaFile[];
  readonly services: Readonly<Record<string, SmallService>>;
  readonly routes?: readonly HttpRoute[];
}

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
    slow: Int @access(roles: [ANYONE])
  }
  extend type Mutation {
    send(input: SendInput!): SendResult! @access(roles: [ANYONE])
    openAppeal(district: String!, number: String!, code: String!): Opened! @access(roles: [ANYONE])
    slowly: Int @access(roles: [ANYONE])
    rate: Int @access(roles: [RESIDENT])
    decide(input: DecideInput!): SendResult! @access(roles: [MODERATOR])
  }
  extend type Subscription {
    ticks(district: String!): Int! @access(roles: [MODERATOR])
  }
  type Seen { actor: String!, role: String!, network: String, district: String, districts: [String!], language: String!, at: DateTime, on: Date, id: UUID }
  type Tree { name: String!, child: Tree, children: [Tree!]!, page(first: Int = 20): Tree! }
  type Opened { token: String! }
  input SendInput { district: String!, key: UUID!, text: String! }
  input DecideInput { district: String!, key: UUID! }
  union SendResult = Change | Refusal
`;

@Resolver()
class SmallResolver {
  /** The values of the subscription, set by specs. */
  static ticks: AsyncIterable<{ ticks: number }> | undefined;
  /** Set by specs: slow operations wait for it. */
  static gate: Promise<void> = Promise.resolve();
  /** How many slow operations have started. */
  static started = 0;

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

  @Query('slow')
  async slow(): Promise<number> {
    SmallResolver.started += 1;
    await SmallResolver.gate;
    return 1;
  }

  @Mutation('slowly')
  slowly(): Promise<number> {
    return this.slow();
  }

  @Mutation('send')
  send(@Args('input') input: { text: string; key: string }, @Context() context: PermittedContext): Promise<unknown> {
    return refusable(context, async () => {
      const text = cleanText(input.text, { max: 20_000, path: 'input.text' });
      if (text === 'spam') throw new Refusal('APPEAL_STATE_FORBIDS');
      return { __typename: 'Change', id: input.key, appeal: input.key, version: 1, consistencyToken: 'token' };
    });
  }

  @Mutation('openAppeal')
  openAppeal(@Args('code') code: string): unknown {
    if (code !== 'right') throw new BadInput('CODE_WRONG', 'code');
    return { token: 'a token' };
  }

  @Mutation('rate')
  rate(): number {
    return 5;
  }

  @Mutation('decide')
  decide(@Args('input') input: { key: string }): unknown {
    return { __typename: 'Change', id: input.key, appeal: input.key, version: 2, consistencyToken: 'token' };
  }

  @Subscription('ticks')
  ticks(): unknown {
    return SmallResolver.ticks;
  }
}

export const live = SmallResolver;

@Module({ providers: [SmallResolver] })
class SmallModule {}

function seen({ actor, role, district, districts, language, network }: PermittedContext): object {
  return {
    network,
    actor: actor.kind === 'anyone' ? `anyone ${actor.identified?.subject ?? ''}`.trim() : actor.kind,
    role,
    district: district?.code,
    districts: districts?.map(({ code }) => code),
    language,
  };
}

const smallService: SmallService = {
  module: { module: SmallModule },
  routes: (fastify, { actorOf }) => {
    fastify.get('/beside', async (request) => ({ kind: (await actorOf(request)).kind }));
    fastify.get('/beside/broken', () => Promise.reject(new Error('anna@example.org')));
  },
};

@Resolver()
class OtherResolver {
  @Query('elsewhere')
  elsewhere(@Args('seed') seed: number): number {
    if (seed < 0) throw new BadInput('NUMBER_OUT_OF_RANGE', 'seed', { min: 0, max: 9 });
    return seed;
  }
}

@Module({ providers: [OtherResolver] })
class OtherModule {}

const other = `
  extend type Query { elsewhere(seed: Int! = 1): Int @access(roles: [ANYONE]) }
`;

export const testServices: TestServices = {
  files: [
    { name: 'small', text: small },
    { name: 'other', text: other },
  ],
  services: { small: smallService, other: { module: { module: OtherModule } } },
  routes: ['/beside', '/beside/broken'].map((url) => ({ owner: 'small', method: 'GET', url })),
};
