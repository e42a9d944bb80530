import type { Database } from '@otklik/tenancy';
import type { BlobStore } from '../../application/blob-store.js';

/** Sealed chunks as rows, inserted and deleted in the transaction of their file. */
export function postgresBlobStore(database: Database): BlobStore {
  return {
    stage: async (district, id, chunks) => ({
      async commit(tx) {
        for (const [place, chunk] of chunks.entries()) {
          await tx.query('insert into intake.file_chunk (district, file, place, sealed) values ($1, $2, $3, $4)', [
            district,
            id,
            place,
            chunk,
          ]);
        }
      },
    }),
    async get(district, id) {
      const { rows } = await database
        .scope(district)
        .query<{ sealed: Buffer }>(
          'select sealed from intake.file_chunk where district = $1 and file = $2 order by place',
          [district, id],
        );
      return rows.map(({ sealed }) => sealed);
    },
    async remove(tx, district, ids) {
      await tx.query('delete from intake.file_chunk where district = $1 and file = any($2)', [district, ids]);
    },
    sweep: async () => 0,
  };
}
