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
 * different keys, and one of them wins; and an id that comes back never meets what was removed under it.
 */
export function bucketBlobStore({ database, bucket, older, now }: BucketBlobs): BlobStore {
  return {
    async bring(district, id, chunks) {
      const name = randomUUID();
      const goesAfter = await remember(district, name, id);
      await bucket.put(keyOf(district, name), framed(chunks));
      // Held up for an hour (a machine asleep): a sweep may have come before the object, and forgotten it.
      if (Date.parse(now()) >= goesAfter) {
        await remember(district, name, id);
        throw new Unavailable('bringing a file took longer than its object is waited for');
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
      for (let last = NO_NAME, more = true; more;) {
        const due = await condemn(district, at, last);
        const { gone, failure } = await removed(district, due);
        count += gone;
        // Others' turn, where one alone is refused; where none goes, the store is away.
        if (failure && gone === 0) throw failure;
        last = due.at(-1) ?? last;
        more = due.length === SWEPT_AT_ONCE;
      }
      return count;
    },
  };

  /** Answers after when it goes, ms. Also takes back what a sweep has in its hands: that forgets only what it condemned. */
  async function remember(district: number, name: string, file: string): Promise<number> {
    const goesAfter = Date.parse(now()) + HOUR_MS;
    await database.scope(district).query(
      `insert into intake.file_object (district, name, file, goes_after) values ($1, $2, $3, $4)
       on conflict (district, name) do update set goes_after = excluded.goes_after`,
      [district, name, file, new Date(goesAfter).toISOString()],
    );
    return goesAfter;
  }

  /** Names of due objects that none can commit any more. Passes by one that is being committed. */
  async function condemn(district: number, at: string, after: string): Promise<readonly string[]> {
    const { rows } = await database.scope(district).query<{ name: string }>(
      `with due as materialized (
         select name from intake.file_object where district = $1 and goes_after <= $2 and name > $3
         order by name limit ${SWEPT_AT_ONCE} for update skip locked)
       update intake.file_object as object set goes_after = '-infinity'
       from due where object.district = $1 and object.name = due.name returning object.name`,
      [district, at, after],
    );
    return rows.map(({ name }) => name).sort();
  }

  /** Objects first, what is known of them after: cut off between, they are removed once more. */
  async function removed(district: number, names: readonly string[]) {
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

/** Before all names. */
const NO_NAME = '00000000-0000-0000-0000-000000000000';

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
