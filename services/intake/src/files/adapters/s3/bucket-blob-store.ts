import { Unavailable } from '@otklik/host';
import type { Database } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import type { BlobStore } from '../../application/blob-store.js';
import type { Bucket } from './bucket.js';

export interface BucketBlobs {
  readonly database: Database;
  readonly bucket: Bucket;
  /** The store used before the bucket was configured. */
  readonly previous: BlobStore;
  readonly now: () => string;
}

const COMMIT_TIMEOUT_MS = 3_600_000;
const SWEEP_BATCH = 100;

/**
 * An object per file, `<district>/<name>`. A bucket has no transactions, so a row of `file_object` is written before each
 * object, with the time after which a sweep deletes it; the file's commit clears that time. A crash at any point therefore
 * leaves no untracked object. Names are random, since two uploads of the same form may both store the file, sealed under
 * different keys, before one of them wins, and since a reused id must not meet a removed object.
 */
export function bucketBlobStore({ database, bucket, previous, now }: BucketBlobs): BlobStore {
  return {
    async stage(district, id, chunks) {
      const name = randomUUID();
      const goesAfter = await track(district, name, id);
      await bucket.put(keyOf(district, name), encodeChunks(chunks));
      // Delayed beyond the commit timeout (a suspended machine): a sweep may have deleted the row before the object existed.
      if (Date.parse(now()) >= goesAfter) {
        await track(district, name, id);
        throw new Unavailable('storing a file took longer than the commit timeout');
      }
      return {
        async commit(tx) {
          const { rowCount } = await tx.query(
            `update intake.file_object set goes_after = null
             where district = $1 and name = $2 and goes_after > '-infinity'`,
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
      if (!object) return previous.get(district, id);
      const bytes = await bucket.get(keyOf(district, object.name));
      if (!bytes) throw new Unavailable(`the bucket has lost the object ${object.name}`);
      return decodeChunks(bytes);
    },

    async remove(tx, district, ids) {
      await tx.query(`update intake.file_object set goes_after = '-infinity' where district = $1 and file = any($2)`, [
        district,
        ids,
      ]);
      await previous.remove(tx, district, ids);
    },

    async sweep(district, at) {
      let count = await previous.sweep(district, at);
      for (let last = FIRST_NAME, more = true; more;) {
        const due = await condemn(district, at, last);
        const { gone, failure } = await removeObjects(district, due);
        count += gone;
        // Continue when some objects were deleted; when none was, the bucket is unavailable.
        if (failure && gone === 0) throw failure;
        last = due.at(-1) ?? last;
        more = due.length === SWEEP_BATCH;
      }
      return count;
    },
  };

  /** Returns when a sweep may delete the object, ms. Also resets a condemned row: a sweep deletes only rows that stay condemned. */
  async function track(district: number, name: string, file: string): Promise<number> {
    const goesAfter = Date.parse(now()) + COMMIT_TIMEOUT_MS;
    await database.scope(district).query(
      `insert into intake.file_object (district, name, file, goes_after) values ($1, $2, $3, $4)
       on conflict (district, name) do update set goes_after = excluded.goes_after`,
      [district, name, file, new Date(goesAfter).toISOString()],
    );
    return goesAfter;
  }

  /** Condemns due objects, so that none can be committed any more, and returns their names. Skips one that is being committed. */
  async function condemn(district: number, at: string, after: string): Promise<readonly string[]> {
    const { rows } = await database.scope(district).query<{ name: string }>(
      `with due as materialized (
         select name from intake.file_object where district = $1 and goes_after <= $2 and name > $3
         order by name limit ${SWEEP_BATCH} for update skip locked)
       update intake.file_object as object set goes_after = '-infinity'
       from due where object.district = $1 and object.name = due.name returning object.name`,
      [district, at, after],
    );
    return rows.map(({ name }) => name).sort();
  }

  /** Deletes the objects, then their rows: after a crash between the two the objects are deleted again. */
  async function removeObjects(district: number, names: readonly string[]) {
    const gone: string[] = [];
    let failure: unknown;
    for (const name of names) {
      try {
        await bucket.remove(keyOf(district, name));
        gone.push(name);
      } catch (error) {
        failure ??= error;
      }
    }
    await database
      .scope(district)
      .query(`delete from intake.file_object where district = $1 and name = any($2) and goes_after = '-infinity'`, [
        district,
        gone,
      ]);
    return { gone: gone.length, failure };
  }
}

/** Sorts before all names. */
const FIRST_NAME = '00000000-0000-0000-0000-000000000000';

function keyOf(district: number, name: string): string {
  return `${district}/${name}`;
}

const LENGTH_BYTES = 4;

/** Each chunk prefixed with its length, 32 bits big-endian. */
function encodeChunks(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat(
    chunks.flatMap((chunk) => {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(chunk.length);
      return [length, chunk];
    }),
  );
}

/** Throws RangeError when the last chunk is truncated. */
function decodeChunks(bytes: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + LENGTH_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError('an object ends in the middle of a chunk');
    chunks.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return chunks;
}
