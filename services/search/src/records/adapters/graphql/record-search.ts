import { createHmac } from 'node:crypto';
import type { ApplicantSearchReason } from '@otklik/contracts/enumerations';
import { Forbidden, type PermittedContext } from '@otklik/host';
import { uuidv5 } from '@otklik/kernel';
import type { Openings } from '../../application/openings.js';
import { openedBy } from './opened-by.js';

/** A search whose hits show texts of a district. */
export interface ShownSearch {
  readonly district: number;
  /** What was asked for: names no person in the record, only that the same was asked. */
  readonly asked: string;
  readonly at: string;
  /** How many appeals were found. */
  readonly rows: number;
  /** Of a search for a person: why. */
  readonly reason?: ApplicantSearchReason;
}

const QUARTER_MS = 900_000;

/** Recorded before the texts are shown, once for the same words, official and quarter of an hour. */
export async function recordSearch(
  openings: Openings,
  key: Buffer,
  context: PermittedContext,
  { district, asked, at, rows, reason }: ShownSearch,
): Promise<void> {
  const by = openedBy(context, district);
  if (!by?.official) throw new Forbidden();
  const words = createHmac('sha256', key).update(`${district} ${asked}`).digest('hex');
  const quarter = Math.floor(Date.parse(at) / QUARTER_MS);
  const id = uuidv5(by.official, `search/${words}/${quarter}`);
  const kind = reason === undefined ? 'SEARCH' : 'APPLICANT_SEARCH';
  await openings.record(district, { id, kind, ...by, at, rows, ...(reason && { reason }) });
}
