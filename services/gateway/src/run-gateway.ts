import { actorReader, actorSigner, startApplication, type SignActor } from '@otklik/host';
import { peersOf, processEnvironment, watchMachine, type StartedProcess, type Teardown } from '@otklik/host/process';
import { compact, isOfThisMachine } from '@otklik/kernel';
import { createLogger } from '@otklik/observability';
import { openDatabase, openDirectory, PLATFORM, serviceUrls } from '@otklik/tenancy';
import { WEB } from '@otklik/web/module';
import type { JWK } from 'jose';
import { readEdgeConfig, type EdgeConfig } from './config.js';
import { MAX_FORM_ARRIVAL_MS } from './forward/forwarded-pages.js';
import { openServiceClients, type ServiceClients } from './forward/service-clients.js';
import { gatewayModule } from './gateway.module.js';
import { configuredIssuer } from './identity/own-issuer.js';
import { externalProvider } from './session/external-provider.js';
import { publicOrigin } from './session/origins.js';

const SHUTDOWN_TIMEOUT_MS = 4_000;

/** The gateway as a process of its own: the edge here, each operation forwarded to the service that owns it. */
export async function runGateway(teardown: Teardown): Promise<StartedProcess> {
  const config = readEdgeConfig();
  const logger = createLogger({ level: config.logLevel, service: 'gateway' });
  const issuer = configuredIssuer(config);
  const directory = await openDirectory(serviceUrls(config.database, 'gateway', config.roleSecret).app, { logger });
  teardown(() => directory.close());
  const sessions = openDatabase(serviceUrls(config.database, 'gateway', config.roleSecret).app, 'gateway', { max: 4 });
  teardown(() => sessions.close());
  const sign = await actorSigner(config.actorKey);
  const readers = actorReader(WEB, { keys: [publicKeyOf(config.actorKey)] }, directory, MAX_FORM_ARRIVAL_MS);
  const clients = openClients(config, sign);
  teardown(() => clients.close());
  const { trustProxy, publicUrl } = config.gateway;
  const loopback = isOfThisMachine(config.host, publicUrl);
  const application = await startApplication(
    compact({
      metricsToken: config.metricsToken,
      publicUrl,
      module: gatewayModule({
        clients,
        directory,
        logger,
        web: { clients, sign, readers },
        now: () => new Date().toISOString(),
        secret: config.secret,
        issuer: config.issuer === undefined ? issuer : { ...issuer, loginClaim: config.gateway.loginClaim },
        config: config.gateway,
        loopback,
        sessions: {
          database: sessions,
          origin: publicOrigin(publicUrl, config.host, config.port),
          provider: config.issuer === undefined ? 'embedded' : externalProvider(config.issuer, config.gateway),
          demonstration: loopback ? config.demonstration : [],
        },
      }),
      logger,
      host: config.host,
      port: config.port,
      waitingFor: async () => [],
      trustProxy,
      graceMs: SHUTDOWN_TIMEOUT_MS,
    }),
  );
  teardown(() => application.close());
  // Sessions and the services' tokens are dated by this process's clock.
  const database = sessions.scope(PLATFORM);
  teardown(watchMachine({ folders: {}, database, peers: peersOf(processEnvironment()), logger }));
  return { url: application.url };
}

function publicKeyOf({ d: _, ...open }: JWK): JWK {
  return open;
}

function openClients(config: EdgeConfig, sign: SignActor): ServiceClients {
  const { intake, routing, responses, notifications, search, administration, web } = config;
  const addresses = { intake, routing, responses, notifications, search, administration, [WEB]: web };
  return openServiceClients({
    addresses,
    deadlineMs: config.gateway.deadlineMs,
    sign,
  });
}
