import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';

/**
 * A read model of public events. Its tables `<name>_v<version>` come from one `.sql` file; readers see the stable
 * view `<name>`, which a swap re-points. Raise `version` when the rows would differ: the new version is filled
 * from history at the start, while processes of the old build read the old one.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** `<type>@<schema>` */
  readonly subscribesTo: readonly string[];
  /**
   * Statements that create its tables; `{table}` is replaced by `<schema>.<name>_v<version>`, and further tables are
   * called `{table}_<what>` (their views `<name>_<what>`). Grants and row-level security are added to each of them.
   */
  readonly sql: string;
  /**
   * Secondary indexes as they stand after `create index on`, e.g. `{table} (district, due_on)`. Created after a build was
   * filled: a row of a table without them costs a third less to write.
   */
  readonly indexes?: readonly string[];
  /** Columns that may differ between two replays of the same history: `verify` ignores them. */
  readonly volatile?: readonly string[];
  /**
   * Folds the batch and writes its rows in few statements. Idempotent: a row keeps the last applied version of each
   * source stream and ignores older events. `table` is the qualified name to write to.
   */
  apply(events: readonly PublicEvent[], tx: Transaction, table: string): Promise<void>;
}
