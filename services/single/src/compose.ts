import { installVault } from '@otklik/vault';
import { memoryDirectory } from '@otklik/tenancy';
import type { ComposedService, Composition } from './composition.js';
import { readSingleConfig } from './config.js';
import { openOwnerDatabase } from './owner-database.js';
import { openLog } from './process-log.js';
import { openSecrets } from './secrets.js';
import { openTokenIssuer } from './token-issuer.js';

export interface ComposeOptions {
  readonly dataDir: string;
  /** Of the owner, who may create roles. */
  readonly databaseUrl: string;
  /** The server is ours: started with this process, stopped with it. */
  readonly embedded: boolean;
  /** Registers what is to be undone at the end; newest first. */
  teardown(step: () => unknown): void;
}

/** Migrates, loads the directory and starts every service. Who calls it puts a gateway or a command in front. */
export async function compose({ dataDir, databaseUrl, embedded, teardown }: ComposeOptions): Promise<Composition> {
  const config = readSingleConfig();
  const logger = openLog(config, dataDir);
  const secrets = await openSecrets(dataDir, config);
  const ownerUrl = await openOwnerDatabase(databaseUrl, embedded);
  await installVault(ownerUrl);
  const directory = memoryDirectory([]);
  teardown(() => directory.close());
  const tokens = await openTokenIssuer(secrets.tokenKey, { audience: config.audience, minutes: config.tokenMinutes });
  const services = new Map<never, ComposedService>();
  return { config, dataDir, logger, ownerUrl, directory, tokens, services };
}
