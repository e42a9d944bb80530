import type { INestApplicationContext } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { externalProvider, gatewayModule, publicOrigin, readGatewayConfig } from '@otklik/gateway/module';
import { startApplication } from '@otklik/host';
import { openTracing, peersOf, watchMachine } from '@otklik/host/process';
import { compact, isOfThisMachine } from '@otklik/kernel';
import { startAnchors } from './anchors/anchor-timer.js';
import { startArchive } from './backup/open-archive.js';
import { openControlServer } from './cli/control-server.js';
import { commandRunner } from './cli/outcome.js';
import { compose, type ComposeOptions, type LocalComposition } from './compose.js';
import { processEnvironment, readSingleConfig } from './config.js';
import { injected, type Injecting } from './demo/ask.js';
import { demonstrationLogins } from './demo/demo-officials.js';
import { hasOwnNetworks, openNetworks, type NetworksOptions, type OpenedNetworks } from './demo/open-networks.js';
import { prepareDemo } from './demo/run-demo.js';
import { inviteFirstAdministrator } from './first-administrator.js';
import { trustedIssuer } from './issuer.js';
import { mapsFolder } from './maps-folder.js';
import { publishingReadiness, readiness } from './readiness.js';
import { SimulatedClock } from './simulated-clock.js';

/** From the start script. */
export interface MainOptions extends ComposeOptions {
  readonly host: string;
  readonly port: number;
  /** A line for the operator. */
  print(line: string): void;
}

const SHUTDOWN_TIMEOUT_MS = 4_000;

/** The output to the operator at a start. */
export interface Started {
  /** Address of the page on which people write in the demonstration's networks. */
  readonly networks?: string;
}

/** Resolves when requests are answered. */
export async function main(options: MainOptions): Promise<Started> {
  const { host, port, dataDir, teardown, print } = options;
  teardown(await openTracing(processEnvironment()));
  const gatewayConfig = readGatewayConfig(processEnvironment());
  const loopback = isOfThisMachine(host, gatewayConfig.publicUrl);
  const origin = publicOrigin(gatewayConfig.publicUrl, host, port);
  const demonstration = await demonstrationLogins(readSingleConfig(), loopback);
  const networks = await demonstrationNetworks(demonstration, options);
  const environment = compact({
    OTKLIK_PUBLIC_URL: origin.origin,
    OTKLIK_DEMO_LOGINS: demonstration.join(','),
    OTKLIK_NETWORK_APIS: networks?.apis,
  });
  const clock = new SimulatedClock();
  const composition = await compose({ ...options, environment, clock });
  // Stops after the services have chained their last rows.
  teardown(startAnchors(composition));
  const { config, logger, directory, secrets, tokens } = composition;
  await startArchive(composition);
  const demo = await prepareDemo(composition, loopback, gatewayConfig.operations === 'any');
  const gateway = gatewayModule({
    services: composition.modules,
    priority: composition.priority,
    directory,
    logger,
    now: () => clock.now(),
    secret: secrets.forPurpose,
    issuer: {
      ...trustedIssuer(config, tokens),
      ...(config.issuer !== undefined && { loginClaim: gatewayConfig.loginClaim }),
    },
    config: gatewayConfig,
    maps: mapsFolder(composition),
    loopback,
    sessions: {
      database: composition.sessions,
      origin,
      provider: config.issuer === undefined ? 'embedded' : externalProvider(config.issuer, gatewayConfig),
      demonstration,
    },
  });
  const application = await startApplication({
    metricsToken: config.metricsToken,
    publicUrl: gatewayConfig.publicUrl,
    module: gateway,
    beforeListening: async (app) => {
      await composition.prepare(app);
      if (demo.hasQuarterToMake) {
        await composition.run(app);
        await demo.makeQuarter(fastifyOf(app), clock, print);
      }
      clock.end();
    },
    logger,
    host,
    port,
    waitingFor: readiness(composition),
    parts: { publishing: publishingReadiness(composition) },
    ...compact({ trustProxy: config.trustProxy }),
    graceMs: SHUTDOWN_TIMEOUT_MS,
  });
  teardown(() => application.close());
  // Submissions are accepted meanwhile: what was left in the logs is consumed after them.
  if (!composition.isRunning()) await composition.run(application.app);
  teardown(watchMachine(machineOf(composition)));
  teardown(await openControlServer(commandRunner(composition), dataDir));
  await demo.makeToday(injected(application.fastify), print, networks?.page);
  if (demonstration.length === 0) await inviteFirstAdministrator(composition, print);
  return networks ? { networks: networks.page } : {};
}

/** Disks, clock and servers of this process. */
function machineOf({ dataDir, config, services, logger }: LocalComposition): Parameters<typeof watchMachine>[0] {
  const { worker } = services.get('intake')!.resources;
  const folders = compact({ data: dataDir, backup: config.backupTo });
  return { folders, database: worker, log: 'intake', peers: peersOf(processEnvironment()), logger };
}

/** Only beside a demonstration. */
async function demonstrationNetworks(
  logins: readonly string[],
  options: NetworksOptions,
): Promise<OpenedNetworks | undefined> {
  return logins.length > 0 && hasOwnNetworks(readSingleConfig()) ? openNetworks(options) : undefined;
}

function fastifyOf(app: INestApplicationContext): Injecting {
  return app.get(HttpAdapterHost).httpAdapter.getInstance<Injecting>();
}
