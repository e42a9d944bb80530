import { startApplication } from '@otklik/host';
import { openControl } from './cli/control-server.js';
import { compose, type ComposeOptions } from './compose.js';
import { SingleModule } from './single.module.js';

/** What the start script hands over. */
export interface MainOptions extends ComposeOptions {
  readonly host: string;
  readonly port: number;
}

/** Resolves when requests are answered. */
export async function main(options: MainOptions): Promise<void> {
  const { host, port, dataDir, teardown } = options;
  const composition = await compose(options);
  const { config, logger } = composition;
  const application = await startApplication({
    module: { module: SingleModule },
    logger,
    host,
    port,
    waitingFor: async () => [],
    ...(config.trustProxy === undefined ? {} : { trustProxy: config.trustProxy }),
    graceMs: 4_000,
  });
  teardown(() => application.close());
  teardown(await openControl(composition, dataDir));
}
