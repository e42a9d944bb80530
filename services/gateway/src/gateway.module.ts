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
import { documentRunner, guardSchema, type LimitActs, openEnumerations, scalars } from '@otklik/host/graphql';
import { openAdmission, type Admission } from './access/admission.js';
import { attempts, limitedActs } from './access/attempts.js';
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

export interface GatewayParts {
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

const PARTS = Symbol('GatewayParts');

/** The one merged schema of all services behind limits, identity and access rules (docs/architecture.md). */
export function gatewayModule(parts: GatewayParts): DynamicModule {
  const { directory, config, services = [], owners, incomplete = false } = parts;
  const composition = parts.composition ?? compose();
  const limitActs = limitedActs(attempts(config));
  return {
    module: GatewayModule,
    providers: [{ provide: PARTS, useValue: { ...parts, composition, limitActs } }, GatewayRoutes],
    imports: [
      ...services.map(({ module }) => module),
      GraphQLModule.forRoot<MercuriusDriverConfig>({
        driver: MercuriusDriver,
        typeDefs: composition.sdl,
        resolvers: scalars,
        // Forwarded fields have their rules applied on the way out, and no resolver here.
        transformSchema: (schema) =>
          (owners ? schema : guardSchema(openEnumerations(schema), { directory, limitActs, incomplete })) as never,
        // Our own route takes requests: it checks a document before it is run.
        routes: false,
      }),
    ],
  };
}

type MadeParts = GatewayParts & { readonly composition: Composition; readonly limitActs: LimitActs };

function showsGraphiql({ config, loopback }: GatewayParts): boolean {
  return config.graphiql === undefined ? loopback : config.graphiql === 'on';
}

function extraRules(parts: GatewayParts): readonly ValidationRule[] {
  return showsGraphiql(parts) ? [] : [NoSchemaIntrospectionCustomRule];
}

@Module({})
class GatewayModule {}

class GatewayRoutes implements OnModuleInit, OnModuleDestroy {
  private endLive: () => void = () => undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(PARTS) private readonly parts: MadeParts,
  ) {}

  async onModuleInit(): Promise<void> {
    const { parts } = this;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const { schema } = this.host;
    const { logger, directory, now, config, priority = new ForegroundPriority() } = parts;
    const identify = identifier({ issuer: parts.issuer, directory, now, residentKey: parts.secret('resident-token') });
    const { rootFields } = parts.composition;
    const check = documentChecker(schema, rootFields);
    const rules = [...specifiedRules, ...extraRules(parts)];
    const forwarded = parts.owners && forwarding({ ...parts, owners: parts.owners, schema, rootFields, rules });
    const run = forwarded?.run ?? runHere(documentRunner({ schema, rules, logger }));
    const admission = openAdmission(fastify, { maxConcurrency: config.maxRunning, priority });
    const { maxCost, deadlineMs } = config;
    const execute = executor({ check, maxCost, run, admission, deadlineMs, logger });
    const page = showsGraphiql(parts) ? graphiqlPage() : undefined;
    await fastify.register(async (scope) => graphqlRoutes(scope, { execute, identify, logger, page }));
    if (page !== undefined) await fastify.register(graphiqlRoutes);
    await fastify.register(async (scope) => this.besideGraphql(scope, identify, admission));
    await fastify.register(async (scope) => pageRoutes(scope, { execute, identify, directory, logger }));
    const live = { schema, rules, check, maxCost, identify, logger };
    this.endLive = liveUpdates(fastify, { ...live, ...(forwarded ? { subscribe: forwarded.subscribe } : {}) });
  }

  private besideGraphql(scope: FastifyInstance, identify: Identify, admission: Admission): Promise<void> {
    scope.addHook('onRequest', async () => admission.demandCapacity());
    const { services = [], owners, routes = httpRoutes, logger } = this.parts;
    if (!owners) return serviceRoutes(scope, { services, identify, logger });
    return forwardedRoutes(scope, { routes, owners, contextOf: (request) => contextOf(request, identify), logger });
  }

  onModuleDestroy(): void {
    this.endLive();
  }
}
