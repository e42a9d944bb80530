import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { DistrictScope, Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Pool } from 'pg';
import type { Dispatch, PendingLetter } from '../../application/send-letter.js';

/** What has to be brought to the applicant. */
export interface Delivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly person: string;
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  /** The event that the notice follows from. */
  readonly cause: string;
  readonly answer: Sealed | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
}

export interface DueNotice {
  readonly district: number;
  readonly notice: string;
}

export async function addDelivery(tx: Transaction, delivery: Delivery): Promise<void> {
  const { district, notice, appeal, person, kind, way, cause, answer, signatory, signedAt } = delivery;
  await tx.query(
    `insert into notifications.delivery
       (district, notice, appeal, person, kind, way, cause, answer, signatory, signed_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $6 = 'POSTED' then 'DONE' else 'PENDING' end)
     on conflict (district, notice) do nothing`,
    [district, notice, appeal, person, kind, way, cause, answer, signatory, signedAt],
  );
}

/** Letters of every district whose time has come. `worker`: the service's worker role. */
export async function dueLetters(worker: Pool, limit: number): Promise<readonly DueNotice[]> {
  const { rows } = await worker.query<DueNotice>(
    `select district, notice from notifications.delivery
     where state = 'PENDING' and way = 'EMAIL' and next_at <= clock_timestamp() order by next_at limit $1`,
    [limit],
  );
  return rows;
}

/**
 * Takes a due letter up, committed before it is sent: no other process sends it for `leaseMs`, and a process that ends
 * within the try leaves it to be tried again after that.
 */
export async function claimLetter(
  scope: DistrictScope,
  { district, notice }: DueNotice,
  leaseMs: number,
): Promise<PendingLetter | undefined> {
  const { rows } = await scope.query<PendingLetter>(
    `update notifications.delivery d
     set attempts = d.attempts + 1, begun_at = coalesce(d.begun_at, clock_timestamp()),
       next_at = clock_timestamp() + $3 * interval '1 ms'
     from notifications.applicant a
     where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.way = 'EMAIL'
       and d.next_at <= clock_timestamp() and a.district = d.district and a.appeal = d.appeal
     returning d.district, d.notice, d.appeal, d.kind, d.cause, d.answer, d.signatory, d.signed_at as "signedAt",
       a.contact, a.name, a.number, a.registered_on as "registeredOn", d.proof, d.sent_at as "sentAt", d.attempts,
       extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor"`,
    [district, notice, leaseMs],
  );
  return rows[0];
}

export async function postpone(scope: DistrictScope, { district, notice }: DueNotice, ms: number): Promise<void> {
  await scope.query(
    `update notifications.delivery set next_at = clock_timestamp() + $3 * interval '1 ms'
     where district = $1 and notice = $2 and state = 'PENDING'`,
    [district, notice, ms],
  );
}

/** Of a letter that is out, until it is recorded. */
export async function keepProof(
  scope: DistrictScope,
  { district, notice }: DueNotice,
  { proof, at }: Dispatch,
): Promise<void> {
  await scope.query('update notifications.delivery set proof = $3, sent_at = $4 where district = $1 and notice = $2', [
    district,
    notice,
    proof,
    at,
  ]);
}

/** Nothing is left to be done; the answer's words are kept by others. */
export async function finishDelivery(tx: Pick<Transaction, 'query'>, district: number, notice: string): Promise<void> {
  await tx.query(
    `update notifications.delivery set state = 'DONE', answer = null where district = $1 and notice = $2`,
    [district, notice],
  );
}

export interface PersonsNotice {
  readonly notice: string;
  readonly appeal: string;
  readonly cause: string;
  readonly state: 'PENDING' | 'DONE';
}

export async function deliveriesOf(
  tx: Transaction,
  district: number,
  person: string,
): Promise<readonly PersonsNotice[]> {
  const { rows } = await tx.query<PersonsNotice>(
    'select notice, appeal, cause, state from notifications.delivery where district = $1 and person = $2',
    [district, person],
  );
  return rows;
}
