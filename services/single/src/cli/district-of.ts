import type { District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';

/** The district of a `--district` argument; an unknown code is answered with those that there are. */
export function districtOf({ directory }: Composition, code: string): District {
  const district = directory.district(code);
  if (district) return district;
  const codes = directory.districts().map((one) => one.code);
  throw new PlainError(`There is no district "${code}". There are: ${codes.join(', ')}.`);
}
