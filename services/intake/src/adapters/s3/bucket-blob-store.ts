import { Unavailable } from '@otklik/host';
import type { Database } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import type { BlobStore } from '../../application/blob-store.js';
import type { Bucket } from './bucket.js';

export interface BucketBlobs {
  readonly database: Database;
  readonly bucket: Bucket;
  /** What was kept before there was a bucket. */
  readonly older: BlobStore;
  readonly now: () => string;
}

const HOUR_MS = 3_600_000;
const SWEPT_AT_ONCE = 100;

/**
 * An object per file, `<district>/<name>`. A bucket knows no transactions, so `file_object` remembers each object before it
 * is there, with the time after which it goes; what commits takes the time away. So whatever is cut off where, no object
 * stays that nobody knows. Each has a name of its own: of two clicks on one form both may bring the file, sealed under
 * different keys, and one of them wins.
 */
export function bucketBlobStore({ database, bucket, older, now }: BucketBlobs): BlobStore {
  return {
    async bring(district, id, chunks) {
      const name = randomUUID();
      const goesAfter = new Date(Date.parse(now()) + HOUR_MS).toISOString();
      await database
        .scope(district)
        .query('insert into intake.file_object (district, name, file, goes_after) values ($1, $2, $3, $4)', [
          district,
          name,
          id,
          goesAfter,
        ]);
      await bucket.put(keyOf(district, name), framed(chunks));
      return {
        async commit(tx) {
          const { rowCount } = await tx.query(
            'update intake.file_object set goes_after = null where district = $1 and name = $2',
            [district, name],
          );
          if (rowCount !== 1) throw new Unavailable('the object was swept before its file was committed');
        },
      };
    },

    async get(district, id) {
      const { rows } = await database.scope(district).query<{
        name: string;
      }>('select name from intake.file_object where district = $1 and file = $2 and goes_after is null', [district, id]);
      const [object] = rows;
      if (!object) return older.get(district, id);
      const bytes = await bucket.get(keyOf(district, object.name));
      if (!bytes) throw new Unavailable(`the store of files has lost the object ${object.name}`);
      return unframed(bytes);
    },

    async remove(tx, district, ids) {
      await tx.query(`update intake.file_object set goes_after = '-infinity' where district = $1 and file = any($2)`, [
        district,
        ids,
      ]);
      await older.remove(tx, district, ids);
    },

    async sweep(district, at) {
      let count = await older.sweep(district, at);
      for (let swept = SWEPT_AT_ONCE; swept === SWEPT_AT_ONCE; count += swept) swept = await sweepSome(district, at);
      return count;
    },
  };

  /** The rows stay locked until the objects are gone: a commit that is under way either came first or finds none. */
  function sweepSome(district: number, at: string): Promise<number> {
    return database.scope(district).transaction(async (tx) => {
      const { rows } = await tx.query<{ name: string }>(
        `delete from intake.file_object where district = $1 and name = any(array(
           select name from intake.file_object where district = $1 and goes_after <= $2
           order by goes_after limit ${SWEPT_AT_ONCE} for update skip locked))
         returning name`,
        [district, at],
      );
      for (const { name } of rows) await bucket.remove(keyOf(district, name));
      return rows.length;
    });
  }
}

function keyOf(district: number, name: string): string {
  return `${district}/${name}`;
}

const LENGTH = 4;

/** Each chunk behind its length, 32 bits, most significant byte first. */
function framed(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat(
    chunks.flatMap((chunk) => {
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(chunk.length);
      return [length, chunk];
    }),
  );
}

/** Throws RangeError when the last chunk was cut off. */
function unframed(bytes: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + LENGTH + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError('an object ends in the middle of a chunk');
    chunks.push(bytes.subarray(at + LENGTH, end));
    at = end;
  }
  return chunks;
}
