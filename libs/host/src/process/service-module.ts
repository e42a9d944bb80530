import { Inject, Module, type DynamicModule, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { composePart, type Composition } from '@otklik/contracts/schema';
import { compact } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getOperationAST, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';
import { actorReader, type ReadActor } from '../actor-token.js';
import type { OperationContext } from '../graphql/context.js';
import { Fault } from '../graphql/fault.js';
import { guardSchema } from '../graphql/guarded-schema.js';
import { openEnumerations } from '../graphql/open-enumerations.js';
import { requestContext, maskErrors } from '../graphql/mask-errors.js';
import { observeOperation, operationNamer, type NameOperation } from '../graphql/operation-log.js';
import { documentRunner, type RunDocument } from '../graphql/run-document.js';
import { scalars } from '../graphql/scalars.js';
import { traceparentOf } from '../request-span.js';
import type { ServiceModule as NestService } from '../service/host-module.js';
import { serviceLive } from './service-live.js';

export interface ServiceModuleOptions {
  readonly name: string;
  readonly running: NestService;
  readonly directory: Directory;
  /** Public keys of the edge. */
  readonly actorKeys: JSONWebKeySet;
  readonly logger: Logger;
  /** The service's part of the schema; that of libs/contracts by default. */
  readonly composition?: Composition;
}

const PARTS = Symbol('ServiceModuleOptions');
const MAX_CACHED_QUERIES = 512;
/** Deadline of the client's request, ms since 1970. */
export const DEADLINE_HEADER = 'x-otklik-deadline';
/** Above the edge's own limit, because re-serialised JSON may be longer. */
const BODY_LIMIT = 1024 * 1024;

/**
 * One service behind the edge: its part of the schema at `/graphql`, its routes, live fields. Every call carries an actor
 * token of the edge; without a valid one the answer is UNAUTHENTICATED. The access rules are applied once more, with rights
 * from the service's own copy of the directory.
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

/** A schema needs a query field: a part without queries has `nothing`. */
function withNothing(schema: GraphQLSchema): GraphQLSchema {
  const { nothing } = schema.getQueryType()?.getFields() ?? {};
  if (nothing) nothing.resolve = () => null;
  return schema;
}

@Module({})
class ServiceModule {}

class ServiceRoutes implements OnModuleInit, OnModuleDestroy {
  private closeSocket: () => void = () => undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(PARTS) private readonly options: ServiceModuleOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    const { name, running, directory, actorKeys, logger } = this.options;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const readActor = actorReader(name, actorKeys, directory);
    const { schema } = this.host;
    const run = documentRunner({ schema, logger });
    const nameOf = operationNamer(schema);
    await fastify.register(async (scope) => graphqlRoute(scope, { run, nameOf, readActor, logger }));
    const { routes } = running;
    if (routes)
      await fastify.register(async (scope) => {
        maskErrors(scope, logger);
        scope.addHook('onRequest', async ({ headers }) => void (await readActor(headers.authorization)));
        await routes(scope, { actorOf: async ({ headers }) => (await readActor(headers.authorization)).actor });
      });
    this.closeSocket = serviceLive(fastify, { schema, readActor, logger });
  }

  onModuleDestroy(): void {
    this.closeSocket();
  }
}

interface ForwardedOperation {
  readonly query?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface GraphqlRouteOptions {
  readonly run: RunDocument;
  readonly nameOf: NameOperation;
  readonly readActor: ReadActor;
  readonly logger: Logger;
}

function graphqlRoute(scope: FastifyInstance, { run, nameOf, readActor, logger }: GraphqlRouteOptions): void {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_CACHED_QUERIES });
  maskErrors(scope, logger);
  scope.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const context = await contextOf(request, readActor);
    const { query, variables } = (request.body ?? {}) as ForwardedOperation;
    if (typeof query !== 'string') throw new Fault('BAD_INPUT', 'query', {}, 'A string with a document is needed.');
    const known = documents.get(query);
    const document = known ?? parse(query);
    if (!known) documents.set(query, document);
    const operation = getOperationAST(document);
    const observed = observeOperation(operation ? nameOf(operation) : 'unknown', context);
    const answer = await run(document, variables ?? {}, observed.context);
    observed.end(logger, answer);
    return reply.send(answer);
  });
}

async function contextOf(request: FastifyRequest, readActor: ReadActor): Promise<OperationContext> {
  const claims = await readActor(request.headers.authorization);
  const traceparent = traceparentOf(request);
  // Without the header the address is the edge's own.
  const address = request.headers['x-forwarded-for'] === undefined ? undefined : request.ip;
  const own = compact({ traceparent, address });
  return { ...requestContext(request), ...claims, ...own, isAbandoned: isAbandoned(request) };
}

/** After a pause of the process, requests are found queued that the edge has already timed out. */
function isAbandoned({ raw, headers }: FastifyRequest): () => boolean {
  const at = Number(headers[DEADLINE_HEADER] ?? Infinity);
  return () => raw.socket.destroyed || Date.now() > at;
}
