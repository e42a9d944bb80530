import { runJob } from '@otklik/host/process';
import { readMigrationConfig } from './config.js';
import { migrate } from './migrate.js';
import { openOwnerDatabase } from './owner-database.js';

/** `npm run migrate`: prepares the database of a cluster, whose services do not migrate. */
await runJob('migration', async () => {
  const { database, ...options } = readMigrationConfig();
  await migrate(await openOwnerDatabase(database, false), options);
});
