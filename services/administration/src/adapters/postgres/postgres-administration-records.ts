import { Injectable } from '@nestjs/common';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { Database, entityManagers, type Transaction } from '@otklik/tenancy';
import type {
  AdministrationRecord,
  AdministrationRecords,
  RecordsPage,
} from '../../application/administration-records.js';
import { RecordRow } from './record-table.js';

const managers = entityManagers([RecordRow]);

@Injectable()
export class PostgresAdministrationRecords implements AdministrationRecords {
  constructor(private readonly database: Database) {}

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
    ...{ id, at: at.toISOString(), by, kind, details },
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(official === null ? {} : { official }),
  };
}
