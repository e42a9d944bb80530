import { Injectable } from '@nestjs/common';
import { compact, IdempotencyKeyReused } from '@otklik/kernel';
import { Database, entityManagers, type Transaction } from '@otklik/tenancy';
import { RecordRow } from './record-table.js';

export const recordKinds = [
  'OFFICIAL_INVITED',
  'INVITATION_RENEWED',
  'ROLES_CHANGED',
  'ABSENCE_RECORDED',
  'SUBSTITUTE_APPOINTED',
  'SUBSTITUTION_ENDED',
  'EMAIL_CHANGED',
  'MORNING_LETTER_CHOSEN',
  'ASSIGNMENT_LETTER_CHOSEN',
  'OFFICIAL_DISMISSED',
  'DISTRICT_FILE_APPLIED',
  'CALENDAR_TRANSFERS_SET',
  'NETWORK_ACCOUNT_ADDED',
  'NETWORK_ACCOUNT_CHANGED',
  'NETWORK_SECRET_RENEWED',
  'NETWORK_ACCOUNT_DISABLED',
  'NETWORK_ACCOUNT_ENABLED',
  'PUBLIC_CLIENT_REVOKED',
] as const;

export type RecordKind = (typeof recordKinds)[number];

/** Who changed what and when; nothing of residents. */
export interface AdministrationRecord {
  /** Id of the command. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Id of the official. */
  readonly by: string;
  /** Id of the absent official in whose stead it was done. */
  readonly onBehalfOf?: string;
  readonly kind: RecordKind;
  /** Id of the official that it concerns. */
  readonly official?: string;
  /** Values for the record's text. */
  readonly details: Readonly<Record<string, string>>;
}

export interface RecordsPage {
  readonly official?: string;
  readonly limit: number;
  readonly after?: Pick<AdministrationRecord, 'at' | 'id'>;
}

const managers = entityManagers([RecordRow]);

/** The memory of the administrators' commands: what the evidence shows, and what a repeated command is known by. */
@Injectable()
export class AdministrationRecords {
  constructor(private readonly database: Database) {}

  /** Throws `IdempotencyKeyReused` when a command of this id had another fingerprint. */
  async isRepeated(
    tx: Transaction,
    {
      district,
      commandId,
      fingerprint,
    }: { readonly commandId: string; readonly fingerprint: string; readonly district: number },
  ): Promise<boolean> {
    const known = await (await managers)(tx).findOneBy(RecordRow, { district, id: commandId });
    if (known && known.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
    return known !== null;
  }

  async add(tx: Transaction, district: number, record: AdministrationRecord, fingerprint: string): Promise<void> {
    const { official = null, onBehalfOf = null, at, ...rest } = record;
    const row = { ...rest, district, official, onBehalfOf, at: new Date(at), fingerprint };
    await (await managers)(tx).insert(RecordRow, row);
  }

  /** The newest first. */
  async page(district: number, { official, limit, after }: RecordsPage): Promise<readonly AdministrationRecord[]> {
    return this.database.scope(district).transaction(async (tx) => {
      const query = (await managers)(tx)
        .createQueryBuilder(RecordRow, 'record')
        .where('record.district = :district', { district })
        .orderBy({ 'record.at': 'DESC', 'record.id': 'DESC' })
        .limit(limit);
      if (official !== undefined) query.andWhere('record.official = :official', { official });
      if (after) query.andWhere('(record.at, record.id) < (:at, :id)', after);
      return (await query.getMany()).map(recordOf);
    });
  }
}

function recordOf({ id, at, by, onBehalfOf, kind, official, details }: RecordRow): AdministrationRecord {
  return {
    id,
    at: at.toISOString(),
    by,
    kind,
    details,
    ...compact({ onBehalfOf: onBehalfOf ?? undefined, official: official ?? undefined }),
  };
}
