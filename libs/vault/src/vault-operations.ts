import { asOwner, inTransaction, type Transaction } from '@otklik/tenancy';
import {
  unwrapDistrictKey,
  wrapDistrictKey,
  type KeyEncryptionKeys,
  type WrappedDistrictKey,
} from './key-encryption.js';
import { erasePerson, type Erasure } from './key-rows.js';

/** Operator's commands on the whole vault, run as the owner of the database. */

/** The ledger, oldest first. It is stored beside each backup, because restoring an older backup brings destroyed keys back. */
export function readErasures(ownerUrl: string): Promise<readonly Required<Erasure>[]> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Required<Erasure>>(
      `select district, person, ground, to_char(erased_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt"
        from vault.erasure order by erased_at, district, person`,
    );
    return rows;
  });
}

/**
 * Run after every restore: destroys each key that the database's own ledger or `ledger` names. Idempotent. Returns how many
 * keys the restore had brought back.
 */
export function replayErasures(ownerUrl: string, ledger: readonly Erasure[] = []): Promise<number> {
  const replay = async (tx: Transaction): Promise<number> => {
    const own = await tx.query<Erasure>('select district, person, ground, erased_at as "erasedAt" from vault.erasure');
    const before = await livingKeys(tx);
    for (const erasure of [...own.rows, ...ledger]) await erasePerson(tx, erasure);
    return before - (await livingKeys(tx));
  };
  return asOwner(ownerUrl, (owner) => inTransaction(owner, replay));
}

export interface RewrapOptions {
  progress?(done: number, total: number): void;
  readonly signal?: AbortSignal;
}

/**
 * Wraps every district's key by the current key encryption key; afterwards the others may go. One transaction per
 * district: interrupted, it goes on where it was. Answers how many it has wrapped.
 */
export function rewrapDistrictKeys(
  ownerUrl: string,
  kek: KeyEncryptionKeys,
  { progress, signal }: RewrapOptions = {},
): Promise<number> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ district: number }>(
      'select district from vault.district_key where kek <> $1 order by district',
      [kek.current],
    );
    let done = 0;
    for (const { district } of rows) {
      if (signal?.aborted) break;
      await inTransaction(owner, (tx) => rewrapDistrictKey(tx, kek, district));
      done += 1;
      progress?.(done, rows.length);
    }
    return done;
  });
}

async function rewrapDistrictKey(tx: Transaction, kek: KeyEncryptionKeys, district: number): Promise<void> {
  const { rows } = await tx.query<WrappedDistrictKey>(
    'select kek, wrapped from vault.district_key where district = $1 for update',
    [district],
  );
  const rewrapped = wrapDistrictKey(kek, district, unwrapDistrictKey(kek, district, rows[0]!));
  await tx.query('update vault.district_key set kek = $2, wrapped = $3 where district = $1', [
    district,
    rewrapped.kek,
    rewrapped.wrapped,
  ]);
}

/**
 * The key that wraps the keys of the district's persons, in the clear; undefined where no person has been sealed there
 * yet.
 */
export async function openDistrictKey(
  tx: Transaction,
  kek: KeyEncryptionKeys,
  district: number,
): Promise<Buffer | undefined> {
  const { rows } = await tx.query<WrappedDistrictKey>(
    'select kek, wrapped from vault.district_key where district = $1',
    [district],
  );
  return rows[0] && unwrapDistrictKey(kek, district, rows[0]);
}

/** Of a district that comes from another installation: its persons' keys are wrapped by it already. */
export async function addDistrictKey(
  tx: Transaction,
  kek: KeyEncryptionKeys,
  district: number,
  key: Buffer,
): Promise<void> {
  const { kek: id, wrapped } = wrapDistrictKey(kek, district, key);
  await tx.query('insert into vault.district_key (district, kek, wrapped) values ($1, $2, $3)', [
    district,
    id,
    wrapped,
  ]);
}

async function livingKeys(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    'select count(*)::int as n from vault.person_key where wrapped is not null',
  );
  return rows[0]!.n;
}
