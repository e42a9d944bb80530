import type { District } from '@otklik/tenancy';

/** As the directory calls it; by its code where the district has it no longer. */
export function named(all: District['departments'] | District['topics'], code: string) {
  return { code, name: all.find((one) => one.code === code)?.name ?? code };
}
