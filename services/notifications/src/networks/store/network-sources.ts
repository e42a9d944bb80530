import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** The place of a message from a network, and so of its answer. */
export interface NetworkSource {
  readonly network: string;
  /** The account's id in the directory. */
  readonly account: string;
  readonly sourceKind: 'COMMENT' | 'DIRECT';
  /** The message itself as the network knows it, sealed as received; null once the person is erased. */
  readonly ref: Sealed | null;
  /** When the person wrote there last, ISO 8601 UTC. */
  readonly heardAt: string;
  /** Since when the person takes no direct message from the account, ISO 8601 UTC; null: no such thing is known. */
  readonly blockedAt: string | null;
}

export interface NewNetworkSource extends Omit<NetworkSource, 'blockedAt'> {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

/** An event of an appeal, by its id. */
export interface AppealEvent {
  readonly district: number;
  readonly appeal: string;
  readonly id: string;
}

/** The place of a message that was written after the appeal. */
export interface SaidLater {
  readonly network: string;
  readonly account: string;
  readonly kind: 'COMMENT' | 'DIRECT';
  /** Sealed as received. */
  readonly ref: Sealed;
}

@Injectable()
export class NetworkSources {
  /** Keeps the first version of each: a late redelivery must not restore what was deleted. */
  async keep(tx: Transaction, sources: readonly NewNetworkSource[]): Promise<void> {
    await tx.query(
      `insert into notifications.network_source (district, appeal, person, network, account, kind, ref, heard_at)
       select * from json_to_recordset($1) as g (district int, appeal uuid, person uuid, network text, account uuid,
         "sourceKind" text, ref text, "heardAt" timestamptz)
       on conflict (district, appeal) do nothing`,
      [JSON.stringify(sources)],
    );
  }

  /** The person wrote again; an earlier time changes nothing. */
  async heard(tx: Transaction, district: number, appeal: string, at: string): Promise<void> {
    await tx.query(
      `update notifications.network_source set heard_at = $3 where district = $1 and appeal = $2 and heard_at < $3`,
      [district, appeal, at],
    );
  }

  /** The person takes no direct messages any more; null: takes them again. */
  async block(tx: Transaction, district: number, appeal: string, at: string | null): Promise<void> {
    await tx.query('update notifications.network_source set blocked_at = $3 where district = $1 and appeal = $2', [
      district,
      appeal,
      at,
    ]);
  }

  /**
   * Stores its place, under the id of its event; only a comment by the account that the appeal came by: that account
   * answers it.
   */
  async said(tx: Transaction, { district, appeal, id }: AppealEvent, said: SaidLater): Promise<void> {
    if (said.kind !== 'COMMENT') return;
    await tx.query(
      `update notifications.network_source set said = said || jsonb_build_object($3::text, $4::text)
       where district = $1 and appeal = $2 and network = $5 and account = $6 and kind = 'COMMENT' and ref is not null`,
      [district, appeal, id, said.ref, said.network, said.account],
    );
  }

  /** The place of the message of that event; null: unknown, or the person is erased. */
  async refOf(tx: Transaction, { district, appeal, id }: AppealEvent): Promise<Sealed | null> {
    const { rows } = await tx.query<{ readonly ref: Sealed | null }>(
      'select said ->> $3 as ref from notifications.network_source where district = $1 and appeal = $2',
      [district, appeal, id],
    );
    return rows[0]?.ref ?? null;
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<NetworkSource | undefined> {
    return (await this.ofAll(tx, [{ district, appeal }])).get(appeal);
  }

  /** By appeal. */
  async ofAll(
    tx: Transaction,
    appeals: readonly Pick<AppealEvent, 'district' | 'appeal'>[],
  ): Promise<ReadonlyMap<string, NetworkSource>> {
    const { rows } = await tx.query<NetworkSource & { readonly appeal: string }>(
      `select s.appeal, s.network, s.account, s.kind as "sourceKind", s.ref, s.heard_at as "heardAt", s.blocked_at as "blockedAt"
       from (select distinct * from unnest($1::int[], $2::uuid[]) as k(district, appeal)) k
       join notifications.network_source s on s.district = k.district and s.appeal = k.appeal`,
      [appeals.map(({ district }) => district), appeals.map(({ appeal }) => appeal)],
    );
    return new Map(rows.map(({ appeal, ...source }) => [appeal, source]));
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    const ofPerson = 'where district = $1 and person = $2';
    await tx.query(`update notifications.network_source set ref = null, said = '{}' ${ofPerson}`, [district, person]);
    await tx.query(`update notifications.delivery set ref = null ${ofPerson}`, [district, person]);
  }
}
