import { createHmac } from 'node:crypto';
import type { ApplicantSearchReason } from '@otklik/contracts/enumerations';
import { Forbidden, openedBy, RateLimited, type PermittedContext } from '@otklik/host';
import { quarterHourOf, uuidv5 } from '@otklik/kernel';
import { hour, type Openings } from '../../application/openings.js';

/** A search whose hits show texts of a district. */
export interface ShownSearch {
  readonly district: number;
  /** What was asked for: names no person in the record, only that the same was asked. */
  readonly asked: string;
  readonly at: string;
  /** How many appeals were found. */
  readonly rows: number;
}

/** A search for a person: why, and how many an hour. */
export interface ShownApplicantSearch extends ShownSearch {
  readonly reason: ApplicantSearchReason;
  readonly hourly: number;
}

/** Recorded before the texts are shown, once for the same words, official and quarter of an hour. */
export async function recordSearch(
  openings: Openings,
  key: Buffer,
  context: PermittedContext,
  search: ShownSearch,
): Promise<void> {
  await openings.record(search.district, { ...searchOf(key, context, search), kind: 'SEARCH' });
}

/** The same. Throws `RateLimited` beyond the searches of an hour. */
export async function recordApplicantSearch(
  openings: Openings,
  key: Buffer,
  context: PermittedContext,
  search: ShownApplicantSearch,
): Promise<void> {
  const { district, reason, at, hourly } = search;
  const opening = { ...searchOf(key, context, search), kind: 'APPLICANT_SEARCH', reason } as const;
  if (!(await openings.recordWithin(district, opening, hour(at, hourly)))) throw new RateLimited();
}

function searchOf(key: Buffer, context: PermittedContext, { district, asked, at, rows }: ShownSearch) {
  const by = openedBy(context, district);
  if (!by) throw new Forbidden();
  const words = createHmac('sha256', key).update(`${district} ${asked}`).digest('hex');
  const id = uuidv5(by.official, `search/${words}/${quarterHourOf(at)}`);
  return { id, ...by, at, rows };
}
