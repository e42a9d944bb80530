import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@otklik/tenancy';
import { coerceInputValue, type GraphQLResolveInfo } from 'graphql';
import type { OperationContext } from '../graphql/context.js';
import { serviceModule } from '../process/service-module.js';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { serviceModuleOf } from '../service/host-module.js';
import { runtimeOf, type Runtime } from '../service/runtime.js';

/** Answers the union's member, a `Change` by default. */
export type Mutate<Answer = { readonly __typename: string; readonly version?: number; readonly code?: string }> = (
  input: object,
  actor: Actor,
) => Promise<Answer>;

/** A whole service over the resources of a spec, its background tasks not started. */
export interface ServiceUnderTest extends Pick<Runtime, 'consumers'> {
  readonly runtime: Runtime;
  /** The provider of the service's module. */
  get<Provider>(token: Type<Provider> | (abstract new () => Provider)): Provider;
  /** Runs a mutation with its access rule, interceptor and resolver. Rejects with what they throw. */
  mutate<Answer = Awaited<ReturnType<Mutate>>>(operation: string, input: object, actor: Actor): Promise<Answer>;
  /** As `mutate`, for a query, or a mutation of other arguments. */
  resolve<Answer>(operation: string, args: object, actor: Actor): Promise<Answer>;
  close(): Promise<void>;
}

/** As `pollingDelays`: a spec waits for many looks of a loop. */
export const oftenPolled = { idleMs: 100, retryMs: 100, restMs: 100 };

/** For specs: the service as its process makes it, without a listening web server. */
export async function serviceUnderTest(
  definition: ServiceDefinition,
  given: Partial<ServiceResources>,
): Promise<ServiceUnderTest> {
  const resources = given as ServiceResources;
  const { directory, logger } = resources;
  const running = serviceModuleOf(definition, resources);
  const module = serviceModule({ name: definition.name, running, directory, actorKeys: { keys: [] }, logger });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  const runtime = runtimeOf(app);
  const resolve = async <Answer>(operation: string, args: object, actor: Actor): Promise<Answer> => {
    const field = fields[operation]!;
    const context: OperationContext = { actor, language: 'ru', requestId: 'spec' };
    const coerced = field.args.flatMap(({ name, type }) =>
      name in args ? [[name, coerceInputValue((args as Record<string, unknown>)[name], type)]] : [],
    );
    const info = { fieldName: operation } as GraphQLResolveInfo;
    return (await field.resolve!(undefined, Object.fromEntries(coerced), context, info)) as Answer;
  };
  return {
    runtime,
    consumers: runtime.consumers,
    get: (token) => app.get(token, { strict: false }),
    resolve,
    mutate: <Answer>(operation: string, input: object, actor: Actor) => resolve<Answer>(operation, { input }, actor),
    close: () => app.close(),
  };
}
