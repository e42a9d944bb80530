import { Database, entityManagers, PLATFORM } from '@otklik/tenancy';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import { ProviderItemRow } from '../../store/account-tables.js';

const managers = entityManagers([ProviderItemRow]);
const district = PLATFORM;
const SECOND_MS = 1_000;

/** The provider's memory in PostgreSQL: any replica goes on with a sign-in that another one began, also after a restart. */
export class ProviderItems implements Adapter {
  constructor(
    private readonly database: Database,
    private readonly kind: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresInS: number): Promise<void> {
    const { grantId = null, uid = null } = payload;
    const now = Date.now();
    await this.inTable(async (table) => {
      await table.delete(ProviderItemRow, { district, expiresAt: LessThan(new Date(now)) });
      const expiresAt = new Date(now + expiresInS * SECOND_MS);
      const item = { district, kind: this.kind, id, payload, grantId, uid, expiresAt, consumedAt: null };
      await table.save(ProviderItemRow, item);
    });
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.findBy({ id });
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy({ uid });
  }

  /** Of the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const own = { district, kind: this.kind, id };
    await this.inTable((table) => table.update(ProviderItemRow, own, { consumedAt: new Date() }));
  }

  async destroy(id: string): Promise<void> {
    await this.inTable((table) => table.delete(ProviderItemRow, { district, kind: this.kind, id }));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.inTable((table) => table.delete(ProviderItemRow, { district, kind: this.kind, grantId }));
  }

  private async findBy(key: { readonly id: string } | { readonly uid: string }): Promise<AdapterPayload | undefined> {
    const valid = { district, kind: this.kind, ...key, expiresAt: MoreThan(new Date()) };
    const row = await this.inTable((table) => table.findOneBy(ProviderItemRow, valid));
    if (!row) return undefined;
    const { payload, consumedAt } = row;
    return { ...payload, ...(consumedAt && { consumed: Math.floor(consumedAt.getTime() / SECOND_MS) }) };
  }

  private inTable<Result>(work: (table: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.scope(district).transaction(async (tx) => work((await managers)(tx)));
  }
}
