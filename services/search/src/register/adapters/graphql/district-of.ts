import { NotFound, type PermittedContext } from '@otklik/host';
import type { District } from '@otklik/tenancy';

/** The district that the field was permitted for. */
export function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}
