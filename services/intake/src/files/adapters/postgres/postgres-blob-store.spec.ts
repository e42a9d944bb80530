import { blobStoreContract } from '../../application/blob-store.contract.js';
import { intakeDatabase } from '../../../intake-database.fixture.js';
import { postgresBlobStore } from './postgres-blob-store.js';

blobStoreContract('PostgreSQL', async () => {
  const { database, stop } = await intakeDatabase();
  return {
    blobs: postgresBlobStore(database),
    database,
    stop,
    async storedCount(district) {
      const { rows } = await database
        .scope(district)
        .query<{ count: number }>('select count(distinct file)::int4 as count from intake.file_chunk');
      return rows[0]!.count;
    },
  };
});
