import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { BadInput, canonicalJson } from '@otklik/host';
import { localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';
import type { RegisterFilter } from '../../application/register/register-filter.js';

const MAX_VALUES = 100;

/** The filter as the register takes it: what is null is left out, and today is told for each district. */
export function givenFilter(
  given: AppealFilter | null | undefined,
  districts: readonly Pick<District, 'id' | 'zone'>[],
  at: string,
): RegisterFilter {
  const kept = Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of kept) {
    if (Array.isArray(value) && value.length > MAX_VALUES)
      throw new BadInput('TOO_MANY_ITEMS', `filter.${name}`, { max: MAX_VALUES });
  }
  const today = Object.fromEntries(districts.map(({ id, zone }) => [id, localDate(at, zone)]));
  return { ...(Object.fromEntries(kept) as RegisterFilter), today };
}

/** Names a list by all that defines it, so that a cursor of another list is told from its own. */
export function listName(operation: string, ...defined: readonly unknown[]): string {
  return `${operation}/${createHash('sha256').update(canonicalJson(defined)).digest('base64url')}`;
}
