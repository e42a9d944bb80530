import type { CoExecutorsInput } from '@otklik/contracts/generated/graphql';
import { checkAll, demandRange } from '@otklik/host';

const FEW = { min: 0, max: 20 };

/** Throws `BadInput` where there are too many. */
export function demandFewCoExecutors({ officials, departments }: CoExecutorsInput, path: string): void {
  checkAll(
    () => demandRange(officials.length, FEW, `${path}.officials`),
    () => demandRange(departments.length, FEW, `${path}.departments`),
  );
}
