import { Module } from '@nestjs/common';
import { BadInput, Forbidden, Unavailable } from '@otklik/host';
import { Args, Query, ResolveField, Resolver, Parent } from '@nestjs/graphql';
import type { SmallOwners } from './small-service.js';

/** Of each owner: things, lists of things, what may be null and what may not, and errors at every depth. */
const part = (owner: string): string => `
  extend type Query {
    ${owner}(district: String, seed: Int = 1, hidden: Boolean = false): ${thing(owner)} @access(roles: [ANYONE])
    ${owner}Sure(seed: Int = 1): ${thing(owner)}! @access(roles: [ANYONE])
    ${owner}List(first: Int = 2, input: ${thing(owner)}Input): [${thing(owner)}!]! @access(roles: [ANYONE])
    ${owner}Any(seed: Int!): ${thing(owner)}Any @access(roles: [ANYONE])
    ${owner}Number(seed: Int!): Int @access(roles: [ANYONE])
    ${owner}Inner(district: String!): ${thing(owner)} @access(roles: [MODERATOR, HEAD])
  }
  type ${thing(owner)} {
    id: Int!
    name: String
    word(loud: Boolean = false, prefix: String): String!
    on: Date
    child: ${thing(owner)}
    sure: ${thing(owner)}!
    children(first: Int = 2): [${thing(owner)}!]!
    any: ${thing(owner)}Any
    broken: String
    away: Int!
  }
  type ${thing(owner)}Other { id: Int!, other: [String!] }
  union ${thing(owner)}Any = ${thing(owner)} | ${thing(owner)}Other
  input ${thing(owner)}Input { seed: Int!, words: [String!], on: Date }
`;

const thing = (owner: string): string => `${owner[0]!.toUpperCase()}${owner.slice(1)}Thing`;

interface Thing {
  readonly __typename: string;
  readonly id: number;
}

function made(owner: string, seed: number): Thing {
  return { __typename: thing(owner), id: seed };
}

/** Everything follows from the seed: some fields of some things fail, each in a way of its own. */
function faulty(id: number): void {
  if (id % 11 === 3) throw new BadInput('TEXT_TOO_LONG', 'seed', { max: 5 });
  if (id % 13 === 4) throw new Forbidden('no');
  if (id % 17 === 5) throw new Unavailable('away');
}

function rootResolver(owner: string) {
  @Resolver()
  class RootResolver {
    @Query(owner)
    one(@Args('seed') seed: number): Thing | null {
      faulty(seed);
      return seed % 7 === 0 ? null : made(owner, seed);
    }

    @Query(`${owner}Sure`)
    sure(@Args('seed') seed: number): Thing {
      faulty(seed);
      return made(owner, seed);
    }

    @Query(`${owner}List`)
    async list(@Args('first') first: number, @Args('input') input?: { readonly seed: number }): Promise<Thing[]> {
      await Promise.resolve();
      return Array.from({ length: Math.min(first, 4) }, (_, at) => made(owner, at + (input?.seed ?? 1)));
    }

    @Query(`${owner}Any`)
    any(@Args('seed') seed: number): Thing {
      return anyOf(owner, seed);
    }

    @Query(`${owner}Number`)
    number(@Args('seed') seed: number): number {
      faulty(seed);
      return seed * 2;
    }

    @Query(`${owner}Inner`)
    inner(): Thing {
      return made(owner, 2);
    }
  }
  return RootResolver;
}

function anyOf(owner: string, seed: number): Thing {
  return seed % 2 === 0 ? made(owner, seed) : { __typename: `${thing(owner)}Other`, id: seed };
}

function thingResolver(owner: string) {
  @Resolver(thing(owner))
  class ThingResolver {
    @ResolveField()
    name(@Parent() { id }: Thing): string | null {
      return id % 5 === 0 ? null : `«${owner}» ${id} 🙂`;
    }

    @ResolveField()
    word(@Parent() { id }: Thing, @Args('loud') loud: boolean, @Args('prefix') prefix?: string): string {
      faulty(id);
      const word = `${prefix ?? ''}слово ${id}`;
      return loud ? word.toUpperCase() : word;
    }

    @ResolveField()
    on(): string {
      return '2026-11-24';
    }

    @ResolveField()
    async child(@Parent() { id }: Thing): Promise<Thing | null> {
      await Promise.resolve();
      return id > 40 ? null : made(owner, id + 3);
    }

    @ResolveField()
    sure(@Parent() { id }: Thing): Thing {
      faulty(id);
      return made(owner, id + 1);
    }

    @ResolveField()
    children(@Parent() { id }: Thing, @Args('first') first: number): Thing[] {
      return Array.from({ length: Math.min(first, 3) }, (_, at) => made(owner, id + at + 1));
    }

    @ResolveField()
    any(@Parent() { id }: Thing): Thing {
      return anyOf(owner, id + 1);
    }

    @ResolveField()
    broken(@Parent() { id }: Thing): string {
      faulty(id);
      return 'whole';
    }

    @ResolveField()
    away(@Parent() { id }: Thing): number {
      if (id % 3 === 0) throw new Unavailable('away');
      return id;
    }
  }
  return ThingResolver;
}

function service(owner: string) {
  @Module({ providers: [rootResolver(owner), thingResolver(owner)] })
  class OwnerModule {}
  return { module: { module: OwnerModule } };
}

const owners = ['alpha', 'beta', 'gamma'] as const;

export const threeOwners: SmallOwners = {
  files: owners.map((name) => ({ name, text: part(name) })),
  services: Object.fromEntries(owners.map((name) => [name, service(name)])),
};
