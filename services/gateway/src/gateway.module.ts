import { Inject, Module, type DynamicModule, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { httpRoutes, type HttpRoute } from '@otklik/contracts/routes';
import { compose, type Composition } from '@otklik/contracts/schema';
import type { ReadActor, ServiceModule, SignActor } from '@otklik/host';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { compact, ForegroundPriority } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { AccessRecords, type Directory } from '@otklik/tenancy';
import { listedOperations, webRoutes } from '@otklik/web/module';
import {
  documentRunner,
  documentValidator,
  guardSchema,
  openEnumerations,
  scalars,
  type RateLimit,
} from '@otklik/host/graphql';
import { openAdmission, type Admission } from './access/admission.js';
import { limitAttempts, openAttemptLimiter } from './access/attempts.js';
import { openProofs } from './access/proofs.js';
import { readableFileErrors } from './access/file-errors.js';
import { recordFileRefusals } from './access/file-refusals.js';
import { recordingRefusals, RefusalRecorder } from './access/refusals.js';
import type { GatewayConfig } from './config.js';
import { allowOrigins, listedOrigins } from './graphql/cors.js';
import { admittedAs } from './graphql/admitted-as.js';
import { documentChecker, type CheckDocument } from './graphql/document.js';
import { executor, type Execute } from './graphql/execute.js';
import { contextOf, graphqlRoutes } from './graphql/http.js';
import { operationFinder, readOperationLists, type FindOperation } from './graphql/listed-operations.js';
import { forwardedPages } from './forward/forwarded-pages.js';
import { forwardedRoutes } from './forward/forwarded-routes.js';
import { EdgeAccess } from './forward/edge-access.js';
import { forwarding } from './forward/forwarding.js';
import type { ServiceClients } from './forward/service-clients.js';
import { runLocally } from './graphql/run-locally.js';
import { serviceRoutes } from './service-routes.js';
import type { IssuerRules } from './identity/access-token.js';
import { identifyReaders } from './identity/identify-reader.js';
import { makeIdentify, onlyReading, type Identify } from './identity/identity.js';
import { serveSubscriptions } from './live/socket.js';
import { frontEndTokens, openSignIn, type SessionOptions, type SignIn } from './session/sign-in.js';
import { residentPorts } from './resident-ports.js';
import { graphiqlPage, graphiqlRoutes } from './graphiql/graphiql.js';

export { openServiceClients, type Addresses, type ServiceClients } from './forward/service-clients.js';
export { OWN_ISSUER } from './identity/own-issuer.js';
export { migrations } from './migrations.js';
export { externalProvider } from './session/external-provider.js';
export { publicOrigin } from './session/origins.js';
export { readGatewayConfig, type GatewayConfig } from './config.js';

export interface WebProcess {
  /** Has a client of the web process. */
  readonly clients: ServiceClients;
  /** Verifies the tokens of readers for whom the web process asks. */
  readonly readers: ReadActor;
  /** Signs them. */
  readonly sign: SignActor;
}

export interface GatewayOptions {
  /** Services in this process: their modules with the resolvers, and their HTTP routes. */
  readonly services?: readonly ServiceModule[];
  /** Instead of `services`: clients of services that are processes of their own. */
  readonly clients?: ServiceClients;
  /** Throttles background work of this process in favour of mutations. */
  readonly priority?: ForegroundPriority;
  readonly directory: Directory;
  readonly logger: Logger;
  readonly now: () => string;
  readonly secret: (purpose: string) => Buffer;
  readonly issuer: IssuerRules;
  readonly config: GatewayConfig;
  /** Only this machine reaches it: GraphiQL and introspection are then on by default. */
  readonly loopback: boolean;
  /** By default the whole schema of libs/contracts. */
  readonly composition?: Composition;
  /** By default those of libs/contracts. */
  readonly routes?: readonly HttpRoute[];
  /** A process of its own for the residents' pages, the desk and analysis; without it they are made here. */
  readonly web?: WebProcess;
  /** Folder of the districts' maps, where the pages are made here. */
  readonly maps?: string;
  /** Sign-in of browsers; without it, bearer tokens only. */
  readonly sessions?: SessionOptions;
  /** Some root fields have no resolver yet. */
  readonly incomplete?: boolean;
}

const OPTIONS = Symbol('GatewayOptions');

/** The one merged schema of all services behind limits, identity and access rules (docs/architecture.md). */
export function gatewayModule(options: GatewayOptions): DynamicModule {
  const { directory, config, services = [], clients, incomplete = false } = options;
  const composition = options.composition ?? compose();
  const proofs = openProofs(options.secret('proofs'));
  const rateLimit = limitAttempts(openAttemptLimiter(config, proofs), directory);
  return {
    module: GatewayModule,
    providers: [{ provide: OPTIONS, useValue: { ...options, composition, rateLimit } }, GatewayRoutes],
    imports: [
      ...services.map(({ module }) => module),
      GraphQLModule.forRoot<MercuriusDriverConfig>({
        driver: MercuriusDriver,
        typeDefs: composition.sdl,
        resolvers: scalars,
        // Forwarded fields have no resolver here; `forward/` applies their rules.
        transformSchema: (schema) =>
          (clients ? schema : guardSchema(openEnumerations(schema), { directory, rateLimit, incomplete })) as never,
        // `graphqlRoutes` serves requests instead: it checks the limits of a document before anything runs.
        routes: false,
      }),
    ],
  };
}

type ResolvedOptions = GatewayOptions & { readonly composition: Composition; readonly rateLimit: RateLimit };

/** Throws when a list of OTKLIK_OPERATIONS_FOLDER cannot be read. */
function findOperation({ config: { operations, operationsFolder } }: GatewayOptions): FindOperation {
  const others = operationsFolder === undefined ? [] : readOperationLists(operationsFolder);
  return operationFinder([listedOperations(), ...others], operations === 'listed');
}

/** What is typed into GraphiQL is no listed operation. */
function showsGraphiql({ config, loopback }: GatewayOptions): boolean {
  if (config.operations === 'listed') return false;
  return config.graphiql === undefined ? loopback : config.graphiql === 'on';
}

interface Pages {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly signedIn: SignIn['residents'];
}

interface ServiceRouteParts {
  readonly identify: Identify;
  readonly admission: Admission;
  readonly refusals: RefusalRecorder | undefined;
}

@Module({})
class GatewayModule {}

class GatewayRoutes implements OnModuleInit, OnModuleDestroy {
  private closeSockets: () => void = () => undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(OPTIONS) private readonly options: ResolvedOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    const { options } = this;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const { schema } = this.host;
    const { logger, config, priority = new ForegroundPriority() } = options;
    const { identify, residents: signedIn } = await this.identification(fastify);
    const { rootFields } = options.composition;
    const validate = documentValidator(schema, showsGraphiql(options));
    const check = documentChecker({ schema, rootFields, validate });
    const forwarded = options.clients && forwarding({ ...options, clients: options.clients, schema, rootFields });
    const run = forwarded?.run ?? runLocally(documentRunner({ schema, validate: () => [], logger }));
    const admission = openAdmission(fastify, { maxConcurrency: config.maxRunning, priority });
    const { maxCost, deadlineMs } = config;
    const find = findOperation(options);
    const admitted = { admission, admittedAs: admittedAs(schema, options.directory) };
    const executing = executor({ ...admitted, schema, check, maxCost, run, deadlineMs, logger });
    const refusals = this.refusals(schema, check);
    const execute = refusals ? recordingRefusals(executing, refusals) : executing;
    const page = showsGraphiql(options) ? graphiqlPage() : undefined;
    await fastify.register(async (scope) =>
      graphqlRoutes(scope, {
        execute,
        find,
        identify,
        logger,
        page,
        origins: listedOrigins(config.origins, options.directory),
      }),
    );
    if (page !== undefined) await fastify.register(graphiqlRoutes);
    await fastify.register(async (scope) =>
      this.registerServiceRoutes(scope, { identify: onlyReading(identify), admission, refusals }),
    );
    await this.registerPages(fastify, { execute, identify, signedIn });
    const live = { schema, find, check, maxCost, identify, logger, refusals };
    this.closeSockets = serveSubscriptions(fastify, { ...live, ...compact({ subscribe: forwarded?.subscribe }) });
  }

  /** Where browsers sign in there is a record of what officials were refused. */
  private refusals(schema: GraphQLSchema, check: CheckDocument): RefusalRecorder | undefined {
    const { sessions, directory, now, logger, composition } = this.options;
    if (!sessions) return undefined;
    const access = new EdgeAccess(schema, composition.rootFields, directory);
    const records = new AccessRecords(sessions.database, directory);
    return new RefusalRecorder({ check, access, records, directory, now, logger });
  }

  private async registerPages(fastify: FastifyInstance, edge: Pages): Promise<void> {
    const { web, directory, logger, config, maps } = this.options;
    const { execute, identify, signedIn } = edge;
    const { residentProvider: provider, publicUrl } = config;
    if (web) {
      const { clients, sign } = web;
      const contextOfPage = (request: FastifyRequest) => contextOf(request, identify);
      const publicHost = publicUrl && URL.parse(publicUrl)?.host;
      const pages = { clients, sign, contextOf: contextOfPage, signedIn, provider, publicHost, logger };
      await fastify.register(async (scope) => forwardedPages(scope, pages));
      return;
    }
    const residents = residentPorts({ fastify, execute, identify, directory, logger, signedIn, provider, publicUrl });
    await fastify.register(async (scope) =>
      webRoutes(scope, { residents, scansFiles: config.clamd !== undefined, ...compact({ maps }) }),
    );
  }

  /** By token, and by session where browsers sign in, whose routes it registers. */
  private async identification(fastify: FastifyInstance): Promise<SignIn> {
    const { issuer, directory, now, secret, sessions, config, logger, web } = this.options;
    const frontEnds = sessions && (await frontEndTokens(sessions, issuer.audience, secret));
    const byToken = makeIdentify({ issuer, frontEnds, directory, now, residentKey: secret('resident-token') });
    const { identify, residents }: SignIn = sessions
      ? await openSignIn(byToken, { ...sessions, fastify, directory, config, secret, logger })
      : { identify: byToken, residents: undefined };
    return { identify: web ? identifyReaders(identify, web.readers, directory) : identify, residents };
  }

  private registerServiceRoutes(
    scope: FastifyInstance,
    { identify, admission, refusals }: ServiceRouteParts,
  ): Promise<void> {
    scope.addHook('onRequest', async () => admission.demandCapacity());
    if (refusals) recordFileRefusals(scope, refusals, identify);
    readableFileErrors(scope);
    const { services = [], clients, routes = httpRoutes, logger, directory, config } = this.options;
    const origins = listedOrigins(config.origins, directory);
    allowOrigins(scope, { '/files': 'POST', '/files/:district/:id': 'GET' }, origins);
    if (!clients) return serviceRoutes(scope, { services, identify, logger });
    return forwardedRoutes(scope, { routes, clients, contextOf: (request) => contextOf(request, identify), logger });
  }

  onModuleDestroy(): void {
    this.closeSockets();
  }
}
