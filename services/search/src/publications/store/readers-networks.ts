import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';

const HASH_LENGTH = 22;

/** What counts once for all behind one address: known by a keyed hash, of the one thing alone, until its hour ends. */
@Injectable()
export class ReadersNetworks {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.of('answer-mark');
  }

  /** Of one district and one answer: the same reader has another hash with each. */
  hashOf(district: number, answer: string, of: string): string {
    const parts = JSON.stringify([district, answer, of]);
    return createHmac('sha256', this.key).update(parts).digest('base64url').slice(0, HASH_LENGTH);
  }

  /** `hashOf` the network; null for the process's own operation, which has none. */
  networkOf(district: number, answer: string, network: string | undefined): string | null {
    return network === undefined ? null : this.hashOf(district, answer, network);
  }
}

/** Readers of one answer come one by one, so that two of a network are not both the first. */
export async function inTurn(tx: Transaction, district: number, answer: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('answer_mark/' || $1 || '/' || $2, 0))`, [
    district,
    answer,
  ]);
}

/** Clears hashes of networks whose hour is over. */
export async function forgetNetworks(worker: Pool): Promise<void> {
  for (const table of ['answer_mark', 'answer_enough'])
    await worker.query(
      `update search.${table} set address = null where address is not null and hour < date_trunc('hour', now())`,
    );
}
