import { Inject, Module, type DynamicModule, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { composePart, type Composition } from '@otklik/contracts/schema';
import { parseTraceparent, type Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';
import { actorReader, type ReadActor } from '../actor-token.js';
import type { OperationContext } from '../graphql/context.js';
import { Fault } from '../graphql/fault.js';
import { guardSchema } from '../graphql/guarded-schema.js';
import { openEnumerations } from '../graphql/open-enumerations.js';
import { requestContext, maskErrors } from '../graphql/mask-errors.js';
import { documentRunner, type RunDocument } from '../graphql/run-document.js';
import { scalars } from '../graphql/scalars.js';
import type { RunningService } from '../service.js';
import { serviceLive } from './service-live.js';

export interface ServiceModuleOptions {
  readonly name: string;
  readonly running: Pick<RunningService, 'module' | 'routes'>;
  readonly directory: Directory;
  /** Public keys of the edge. */
  readonly actorKeys: JSONWebKeySet;
  readonly logger: Logger;
  /** Its part of the schema of libs/contracts unless told otherwise. */
  readonly composition?: Composition;
}

const PARTS = Symbol('ServiceModuleOptions');
const MAX_CACHED_QUERIES = 512;
/** When the asker behind the edge stops waiting, ms since 1970. */
export const DEADLINE_HEADER = 'x-otklik-deadline';
/** The edge holds its callers to less; written as JSON once more, a body may have grown. */
const BODY_LIMIT = 1024 * 1024;

/**
 * One service behind the edge: its part of the schema at `/graphql`, its routes, live fields. Every call carries an actor
 * token of the edge; without a good one all is UNAUTHENTICATED. Rights are read from the service's own copy of the
 * directory, by the rules that the edge has applied already.
 */
export function serviceModule(options: ServiceModuleOptions): DynamicModule {
  const { directory } = options;
  const { sdl } = options.composition ?? composePart(options.name);
  return {
    module: ServiceModule,
    providers: [{ provide: PARTS, useValue: options }, ServiceRoutes],
    imports: [
      options.running.module,
      GraphQLModule.forRoot<MercuriusDriverConfig>({
        driver: MercuriusDriver,
        typeDefs: sdl,
        resolvers: scalars,
        transformSchema: (schema) =>
          guardSchema(openEnumerations(withNothing(schema as never)), { directory }) as never,
        routes: false,
      }),
    ],
  };
}

/** The field that a part without queries has for the sake of form. */
function withNothing(schema: GraphQLSchema): GraphQLSchema {
  const { nothing } = schema.getQueryType()?.getFields() ?? {};
  if (nothing) nothing.resolve = () => null;
  return schema;
}

@Module({})
class ServiceModule {}

class ServiceRoutes implements OnModuleInit, OnModuleDestroy {
  private endLive: () => void = () => undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(PARTS) private readonly options: ServiceModuleOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    const { name, running, directory, actorKeys, logger } = this.options;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const readActor = actorReader(name, actorKeys, directory);
    const run = documentRunner({ schema: this.host.schema, logger });
    await fastify.register(async (scope) => graphqlRoute(scope, run, readActor, logger));
    const { routes } = running;
    if (routes)
      await fastify.register(async (scope) => {
        maskErrors(scope, logger);
        scope.addHook('onRequest', async ({ headers }) => void (await readActor(headers.authorization)));
        await routes(scope, { actorOf: async (authorization) => (await readActor(authorization)).actor });
      });
    this.endLive = serviceLive(fastify, { schema: this.host.schema, readActor, logger });
  }

  onModuleDestroy(): void {
    this.endLive();
  }
}

interface ForwardedOperation {
  readonly query?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
}

function graphqlRoute(scope: FastifyInstance, run: RunDocument, readActor: ReadActor, logger: Logger): void {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_CACHED_QUERIES });
  maskErrors(scope, logger);
  scope.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const context = await contextOf(request, readActor);
    const { query, variables } = (request.body ?? {}) as ForwardedOperation;
    if (typeof query !== 'string') throw new Fault('BAD_INPUT', 'query');
    const known = documents.get(query);
    const document = known ?? parse(query);
    if (!known) documents.set(query, document);
    return reply.send(await run(document, variables ?? {}, context));
  });
}

async function contextOf(request: FastifyRequest, readActor: ReadActor): Promise<OperationContext> {
  const claims = await readActor(request.headers.authorization);
  const traceparent = request.headers['traceparent'];
  const traced = typeof traceparent === 'string' && parseTraceparent(traceparent) !== undefined;
  return { ...requestContext(request), ...claims, ...(traced ? { traceparent } : {}), givenUp: givenUp(request) };
}

/** Requests may have waited here for long, in a process that stood still, when the edge has given them up already. */
function givenUp({ raw, headers }: FastifyRequest): () => boolean {
  const at = Number(headers[DEADLINE_HEADER] ?? Infinity);
  return () => raw.socket.destroyed || Date.now() > at;
}
