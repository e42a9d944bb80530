import { consumerMigrations } from '@otklik/messaging';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase } from '@otklik/testing';
import { intakeMigrations } from './migrations.js';

const migrations = [...consumerMigrations('intake'), ...intakeMigrations];

export interface IntakeDatabase {
  readonly database: Database;
  stop(): Promise<void>;
}

/** A database with the service's own tables, opened as its role. */
export async function intakeDatabase(): Promise<IntakeDatabase> {
  const server = await testDatabase();
  const urls = await installService(server.url, 'intake', migrations, 'roles-of-specs-1');
  const database = openDatabase(urls.app, 'intake', { max: 4 });
  return {
    database,
    async stop() {
      await database.close();
      await server.drop();
    },
  };
}
