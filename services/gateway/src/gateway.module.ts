import { Inject, Module, type DynamicModule, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { httpRoutes, type HttpRoute } from '@otklik/contracts/routes';
import { compose, type Composition } from '@otklik/contracts/schema';
import type { RunningService } from '@otklik/host';
import type { FastifyInstance } from 'fastify';
import { NoSchemaIntrospectionCustomRule, specifiedRules, type ValidationRule } from 'graphql';
import { ForegroundPriority } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import { documentRunner, guardSchema, type RateLimit, openEnumerations, scalars } from '@otklik/host/graphql';
import { openAdmission, type Admission } from './access/admission.js';
import { attempts, rateLimitBy } from './access/attempts.js';
import type { GatewayConfig } from './config.js';
import { documentChecker } from './graphql/document.js';
import { executor } from './graphql/execute.js';
import { contextOf, graphqlRoutes } from './graphql/http.js';
import { forwardedRoutes } from './forward/forwarded-routes.js';
import { forwarding } from './forward/forwarding.js';
import type { ServiceClients } from './forward/service-clients.js';
import { runHere } from './graphql/run-here.js';
import { serviceRoutes } from './service-routes.js';
import type { IssuerRules } from './identity/access-token.js';
import { identifier, type Identify } from './identity/identity.js';
import { liveUpdates } from './live/socket.js';
import { pageRoutes } from './pages/pages.js';
import { graphiqlPage, graphiqlRoutes } from './graphiql/graphiql.js';

export { openServiceClients, type Addresses, type ServiceClients } from './forward/service-clients.js';
export { OWN_ISSUER } from './identity/own-issuer.js';
export { readGatewayConfig, type GatewayConfig } from './config.js';

export interface GatewayOptions {
  /** Services of this process: their modules with the resolvers, and their routes beside GraphQL. */
  readonly services?: readonly Pick<RunningService, 'module' | 'routes'>[];
  /** Instead of them: services that are processes of their own. */
  readonly owners?: ServiceClients;
  /** Where they share this process with work that nobody waits for. */
  readonly priority?: ForegroundPriority;
  readonly directory: Directory;
  readonly logger: Logger;
  readonly now: () => string;
  readonly secret: (purpose: string) => Buffer;
  readonly issuer: IssuerRules;
  readonly config: GatewayConfig;
  /** Listens on a loopback address: GraphiQL and introspection are on unless told otherwise. */
  readonly loopback: boolean;
  /** The whole schema of libs/contracts unless told otherwise. */
  readonly composition?: Composition;
  /** Those of libs/contracts unless told otherwise. */
  readonly routes?: readonly HttpRoute[];
  /** Some root fields have no resolver yet. */
  readonly incomplete?: boolean;
}

const PARTS = Symbol('GatewayOptions');

/** The one merged schema of all services behind limits, identity and access rules (docs/architecture.md). */
export function gatewayModule(options: GatewayOptions): DynamicModule {
  const { directory, config, services = [], owners, incomplete = false } = options;
  const composition = options.composition ?? compose();
  const rateLimit = rateLimitBy(attempts(config));
  return {
    module: GatewayModule,
    providers: [{ provide: PARTS, useValue: { ...options, composition, rateLimit } }, GatewayRoutes],
    imports: [
      ...services.map(({ module }) => module),
      GraphQLModule.forRoot<MercuriusDriverConfig>({
        driver: MercuriusDriver,
        typeDefs: composition.sdl,
        resolvers: scalars,
        // Forwarded fields have their rules applied on the way out, and no resolver here.
        transformSchema: (schema) =>
          (owners ? schema : guardSchema(openEnumerations(schema), { directory, rateLimit, incomplete })) as never,
        // Our own route takes requests: it checks a document before it is run.
        routes: false,
      }),
    ],
  };
}

type MadeOptions = GatewayOptions & { readonly composition: Composition; readonly rateLimit: RateLimit };

function showsGraphiql({ config, loopback }: GatewayOptions): boolean {
  return config.graphiql === undefined ? loopback : config.graphiql === 'on';
}

function extraRules(options: GatewayOptions): readonly ValidationRule[] {
  return showsGraphiql(options) ? [] : [NoSchemaIntrospectionCustomRule];
}

@Module({})
class GatewayModule {}

class GatewayRoutes implements OnModuleInit, OnModuleDestroy {
  private endLive: () => void = () => undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(PARTS) private readonly options: MadeOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    const { options } = this;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const { schema } = this.host;
    const { logger, directory, now, config, priority = new ForegroundPriority() } = options;
    const identify = identifier({
      issuer: options.issuer,
      directory,
      now,
      residentKey: options.secret('resident-token'),
    });
    const { rootFields } = options.composition;
    const check = documentChecker(schema, rootFields);
    const rules = [...specifiedRules, ...extraRules(options)];
    const forwarded = options.owners && forwarding({ ...options, owners: options.owners, schema, rootFields, rules });
    const run = forwarded?.run ?? runHere(documentRunner({ schema, rules, logger }));
    const admission = openAdmission(fastify, { maxConcurrency: config.maxRunning, priority });
    const { maxCost, deadlineMs } = config;
    const execute = executor({ check, maxCost, run, admission, deadlineMs, logger });
    const page = showsGraphiql(options) ? graphiqlPage() : undefined;
    await fastify.register(async (scope) => graphqlRoutes(scope, { execute, identify, logger, page }));
    if (page !== undefined) await fastify.register(graphiqlRoutes);
    await fastify.register(async (scope) => this.besideGraphql(scope, identify, admission));
    await fastify.register(async (scope) => pageRoutes(scope, { execute, identify, directory, logger }));
    const live = { schema, rules, check, maxCost, identify, logger };
    this.endLive = liveUpdates(fastify, { ...live, ...(forwarded ? { subscribe: forwarded.subscribe } : {}) });
  }

  private besideGraphql(scope: FastifyInstance, identify: Identify, admission: Admission): Promise<void> {
    scope.addHook('onRequest', async () => admission.demandCapacity());
    const { services = [], owners, routes = httpRoutes, logger } = this.options;
    if (!owners) return serviceRoutes(scope, { services, identify, logger });
    return forwardedRoutes(scope, { routes, owners, contextOf: (request) => contextOf(request, identify), logger });
  }

  onModuleDestroy(): void {
    this.endLive();
  }
}
