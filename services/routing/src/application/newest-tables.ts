import type { Database, Transaction } from '@otklik/tenancy';

interface Stored<Table> {
  learnedAt(tx: Transaction, district: number): Promise<number | undefined>;
  of(tx: Transaction, district: number): Promise<Table | undefined>;
}

/** A table takes about as many bytes as 131,072 for each choice. */
const MAX_KEPT = 8;

/** What districts' decisions taught, as it was learned last; that of some districts stays in memory. */
export class NewestTables<Table> {
  private readonly tables = new Map<number, { readonly at: number; readonly table: Table }>();

  constructor(
    private readonly database: Database,
    private readonly stored: Stored<Table>,
  ) {}

  of(district: number): Promise<Table | undefined> {
    return this.database.scope(district).transaction(async (tx) => {
      const at = await this.stored.learnedAt(tx, district);
      const known = this.tables.get(district);
      if (known && known.at === at) return known.table;
      this.tables.delete(district);
      const table = at === undefined ? undefined : await this.stored.of(tx, district);
      if (at !== undefined && table !== undefined) this.tables.set(district, { at, table });
      const [oldest] = this.tables.keys();
      if (this.tables.size > MAX_KEPT && oldest !== undefined) this.tables.delete(oldest);
      return table;
    });
  }
}
