import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type {
  AppealEvent,
  NetworkSource,
  NetworkSources,
  NewNetworkSource,
  SaidLater,
} from '../../application/network-sources.js';

@Injectable()
export class PostgresNetworkSources implements NetworkSources {
  async keep(tx: Transaction, sources: readonly NewNetworkSource[]): Promise<void> {
    await tx.query(
      `insert into notifications.network_source (district, appeal, person, network, account, kind, ref, heard_at)
       select * from json_to_recordset($1) as g (district int, appeal uuid, person uuid, network text, account uuid,
         "sourceKind" text, ref text, "heardAt" timestamptz)
       on conflict (district, appeal) do nothing`,
      [JSON.stringify(sources)],
    );
  }

  async heard(tx: Transaction, district: number, appeal: string, at: string): Promise<void> {
    await tx.query(
      `update notifications.network_source set heard_at = $3 where district = $1 and appeal = $2 and heard_at < $3`,
      [district, appeal, at],
    );
  }

  async block(tx: Transaction, district: number, appeal: string, at: string | null): Promise<void> {
    await tx.query('update notifications.network_source set blocked_at = $3 where district = $1 and appeal = $2', [
      district,
      appeal,
      at,
    ]);
  }

  async said(tx: Transaction, { district, appeal, id }: AppealEvent, said: SaidLater): Promise<void> {
    if (said.kind !== 'COMMENT') return;
    await tx.query(
      `update notifications.network_source set said = said || jsonb_build_object($3::text, $4::text)
       where district = $1 and appeal = $2 and network = $5 and account = $6 and kind = 'COMMENT' and ref is not null`,
      [district, appeal, id, said.ref, said.network, said.account],
    );
  }

  async refOf(tx: Transaction, { district, appeal, id }: AppealEvent): Promise<Sealed | null> {
    const { rows } = await tx.query<{ readonly ref: Sealed | null }>(
      'select said ->> $3 as ref from notifications.network_source where district = $1 and appeal = $2',
      [district, appeal, id],
    );
    return rows[0]?.ref ?? null;
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<NetworkSource | undefined> {
    const { rows } = await tx.query<NetworkSource>(
      `select network, account, kind as "sourceKind", ref, heard_at as "heardAt", blocked_at as "blockedAt"
       from notifications.network_source
       where district = $1 and appeal = $2`,
      [district, appeal],
    );
    return rows[0];
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    const ofPerson = 'where district = $1 and person = $2';
    await tx.query(`update notifications.network_source set ref = null, said = '{}' ${ofPerson}`, [district, person]);
    await tx.query(`update notifications.delivery set ref = null ${ofPerson}`, [district, person]);
  }
}
