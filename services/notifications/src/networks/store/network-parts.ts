import { Injectable } from '@nestjs/common';
import type { SeenWord } from '@otklik/contracts/enumerations';
import type { Outcome } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

export type NetworkWay = 'THREAD' | 'DIRECT';

/** A part of what a notice says in a network. */
export interface PartId {
  readonly district: number;
  readonly notice: string;
  readonly way: NetworkWay;
  /** From 1. */
  readonly part: number;
}

/** `UNKNOWN`: bytes left, the network cannot be asked, and a person has to look. */
export type PartState = 'CLAIMED' | 'SENT' | 'UNKNOWN' | 'REJECTED';

export interface NetworkPart extends PartId {
  readonly parts: number;
  readonly text: Sealed;
  readonly state: PartState;
  readonly claimedAt: string;
  readonly outcome: Outcome | null;
}

export interface SentPart {
  readonly appeal: string;
  readonly way: NetworkWay;
  /** The network's. */
  readonly id: string;
}

const THIS = 'district = $1 and notice = $2 and way = $3 and part = $4';
const idOf = ({ district, notice, way, part }: PartId) => [district, notice, way, part];

/** What outlives the process of what is said in networks: a part is claimed, committed, before a byte of it leaves. */
@Injectable()
export class NetworkParts {
  constructor(private readonly database: Database) {}

  /** Exactly one caller gets true for a part. */
  async claim(part: PartId & Pick<NetworkPart, 'parts' | 'text'>, at: string): Promise<boolean> {
    const { rowCount } = await this.database.scope(part.district).query(
      `insert into notifications.network_part (district, notice, way, part, parts, text, state, claimed_at)
       values ($1, $2, $3, $4, $5, $6, 'CLAIMED', $7) on conflict do nothing`,
      [...idOf(part), part.parts, part.text, at],
    );
    return rowCount === 1;
  }

  /** Nothing of it left: it may be claimed again. */
  async release(id: PartId): Promise<void> {
    await this.database
      .scope(id.district)
      .query(`delete from notifications.network_part where ${THIS} and state = 'CLAIMED'`, idOf(id));
  }

  async settle(id: PartId, state: PartState, outcome: Outcome | null): Promise<void> {
    await this.database
      .scope(id.district)
      .query(`update notifications.network_part set state = $5, outcome = $6 where ${THIS}`, [
        ...idOf(id),
        state,
        outcome === null ? null : JSON.stringify(outcome),
      ]);
  }

  /** Of one notice by one way, in their order. */
  async of({ district, notice, way }: Omit<PartId, 'part'>): Promise<readonly NetworkPart[]> {
    const { rows } = await this.database.scope(district).query<NetworkPart>(
      `select district, notice, way, part, parts, text, state, outcome,
         to_char(claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "claimedAt"
       from notifications.network_part where district = $1 and notice = $2 and way = $3 order by part`,
      [district, notice, way],
    );
    return rows;
  }

  /** Whether with the unknown part all of the notice would stand there; rows are locked. */
  async wouldBeWhole(tx: Transaction, district: number, notice: string): Promise<boolean> {
    const { rows } = await tx.query<{ readonly part: number; readonly parts: number; readonly state: PartState }>(
      `select part, parts, state from notifications.network_part p
       where district = $1 and notice = $2
         and way = (select way from notifications.delivery d where d.district = $1 and d.notice = $2) for update`,
      [district, notice],
    );
    const standing = rows.filter(({ state }) => state === 'SENT' || state === 'UNKNOWN').length;
    return rows[0] !== undefined && standing === rows[0].parts;
  }

  /** An official's decision about the unknown part: it was delivered, or it is sent again. */
  async decide(tx: Transaction, district: number, notice: string, word: SeenWord): Promise<void> {
    const unknown = `district = $1 and notice = $2 and state = 'UNKNOWN'`;
    await tx.query(
      word === 'STANDS'
        ? `update notifications.network_part set state = 'SENT' where ${unknown}`
        : `delete from notifications.network_part where ${unknown}`,
      [district, notice],
    );
  }

  /** The notice that the message with that id of the network is a part of; `BEING_SENT`: it may be one that is not recorded yet. */
  async noticeAt(tx: Transaction, district: number, { appeal, way, id }: SentPart) {
    const { rows } = await tx.query<{ readonly notice: string; readonly isIt: boolean }>(
      `select p.notice, p.state <> 'CLAIMED' as "isIt" from notifications.delivery d
         join notifications.network_part p on p.district = d.district and p.notice = d.notice
       where d.district = $1 and d.appeal = $2 and p.way = $3 and (p.outcome->>'id' = $4 or p.state = 'CLAIMED')
       order by "isIt" desc limit 1`,
      [district, appeal, way, id],
    );
    const [found] = rows;
    if (!found) return undefined;
    return found.isIt ? found.notice : ('BEING_SENT' as const);
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      `delete from notifications.network_part p using notifications.delivery d
       where p.district = $1 and d.district = p.district and d.notice = p.notice and d.person = $2`,
      [district, person],
    );
  }
}
