import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { batched, compact, sameShape } from '@otklik/kernel';
import { Database, inSnapshot, rowsByCursor, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { Owner } from '../../files/application/files.js';
import type { CodeHash } from '../application/follow-up-code.js';
import type { LoggedCode } from '../application/verify-codes.js';

export interface KeptCode extends Owner {
  /** Number of the receipt. */
  readonly number: string;
  readonly code: CodeHash;
}

export interface FollowedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
  readonly hash: Buffer;
}

const MAX_BATCH = 500;
/** Of one district. */
const MAX_SAME_NUMBERS = 5;

/** The numbers and code hashes that open a follow-up. */
@Injectable()
export class FollowUpCodes {
  /** Idempotent. Batches concurrent calls into one commit. */
  readonly keep: (kept: KeptCode) => Promise<unknown>;

  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {
    this.keep = batched((kept: readonly KeptCode[]) => insert(database, kept), MAX_BATCH);
  }

  /** Lets the same codes open the appeals by these numbers, too. Copies person and code hash of the receipt's row. */
  async alsoBy(
    tx: Transaction,
    district: number,
    numbered: readonly { readonly appeal: string; readonly number: string }[],
  ): Promise<void> {
    await tx.query(
      `insert into intake.follow_up (district, number, appeal, person, code_hash, key_id)
       select $1, given.number, given.appeal, kept.person, kept.code_hash, kept.key_id
       from unnest($2::uuid[], $3::text[]) as given (appeal, number)
         cross join lateral (
           select person, code_hash, key_id from intake.follow_up as own
           where own.district = $1 and own.appeal = given.appeal limit 1
         ) as kept
       on conflict do nothing`,
      [district, numbered.map(({ appeal }) => appeal), numbered.map(({ number }) => sameShape(number))],
    );
  }

  /** Receipt numbers may collide, and each district counts its registrations: the code tells the appeals apart. */
  async find([first, ...others]: readonly number[], number: string): Promise<readonly FollowedAppeal[]> {
    if (first === undefined) return [];
    const { rows } = await this.database.scope(first, ...others).query<FollowedAppeal>(
      `select district, appeal, person, code_hash as hash from intake.follow_up
       where district = any($1::int[]) and number = $2 limit $3`,
      [[first, ...others], number, MAX_SAME_NUMBERS * (1 + others.length)],
    );
    return rows;
  }

  async appealOf(district: number, person: string): Promise<string | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<{ appeal: string }>('select appeal from intake.follow_up where district = $1 and person = $2 limit 1', [
        district,
        person,
      ]);
    return rows[0]?.appeal;
  }

  /** Another code opens the appeal, by whichever number; the former one does not any more. */
  async replace(tx: Transaction, { district, appeal, code }: Omit<KeptCode, 'number'>): Promise<void> {
    await tx.query('update intake.follow_up set code_hash = $3, key_id = $4 where district = $1 and appeal = $2', [
      district,
      appeal,
      code.hash,
      code.keyId,
    ]);
  }

  /**
   * All of all districts, each with what the log says of it, in one snapshot. Rows without an appeal, of a submission that was refused,
   * open nothing.
   */
  withSnapshot<Result>(read: (kept: AsyncIterable<LoggedCode>) => Promise<Result>): Promise<Result> {
    return inSnapshot(this.worker, (tx) => read(loggedCodes(tx)));
  }

  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.follow_up where district = $1 and appeal = $2', [district, appeal]);
  }
}

async function* loggedCodes(tx: Transaction): AsyncGenerator<LoggedCode, void, void> {
  const rows = rowsByCursor<Omit<LoggedCode, 'seal'> & { readonly seal: string | null }>(
    tx,
    'follow_up_codes',
    `select kept.district, kept.appeal, kept.code_hash as hash, received.data ->> 'codeSeal' as seal,
       array(
         select data ->> 'link' from intake.event as asked
         where asked.district = kept.district and asked.stream = kept.appeal and asked.type = 'FollowUpLinkRequested'
       ) as links
     from (select distinct district, appeal, code_hash from intake.follow_up) as kept
       join intake.event as received
         on received.district = kept.district and received.stream = kept.appeal and received.type = 'AppealReceived'
     order by kept.district, kept.appeal`,
  );
  for await (const { seal, ...kept } of rows) yield { ...kept, ...compact({ seal: seal ?? undefined }) };
}

async function insert(database: Database, kept: readonly KeptCode[]): Promise<readonly undefined[]> {
  const [first, ...others] = [...new Set(kept.map(({ district }) => district))];
  if (first === undefined) return [];
  await database.scope(first, ...others).query(
    {
      name: 'follow-up.keep',
      text: `insert into intake.follow_up (district, number, appeal, person, code_hash, key_id)
        select * from unnest($1::int[], $2::text[], $3::uuid[], $4::uuid[], $5::bytea[], $6::text[]) order by 1, 2, 3
        on conflict do nothing`,
    },
    [
      kept.map(({ district }) => district),
      kept.map(({ number }) => sameShape(number)),
      kept.map(({ appeal }) => appeal),
      kept.map(({ person }) => person),
      kept.map(({ code }) => code.hash),
      kept.map(({ code }) => code.keyId),
    ],
  );
  return kept.map(() => undefined);
}
