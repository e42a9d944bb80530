import { runJob } from '@otklik/host/process';
import { readMigrationConfig } from './config.js';
import { migrate } from './migrate.js';
import { openOwnerDatabase } from './owner-database.js';

/** `npm run migrate`: everything that the processes of a cluster find in their database. None of them migrates itself. */
await runJob('migration', async () => {
  const { database, roleSecret, districts } = readMigrationConfig();
  await migrate(await openOwnerDatabase(database, false), { roleSecret, districts });
});
