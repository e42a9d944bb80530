import type { LocalDate } from '@otklik/kernel';
import type { OfficialRole } from '@otklik/tenancy';
import type { PageRequest } from './page-request.js';
import type { ListPosition } from './register-list.js';

/** An official opened an applicant's name or contact. */
export interface ContactOpening {
  readonly id: string;
  readonly appeal: string;
  readonly official: string;
  /** The role that permitted it. */
  readonly role: OfficialRole;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Sealed under the applicant's key, as text of this opening; absent when that key is destroyed. */
  readonly reason?: string;
}

export interface OpeningsFilter {
  readonly appeal?: string;
  readonly official?: string;
  /** Days of the zone, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly zone: string;
}

/** The record of who opened whose personal data. It is only added to. */
export abstract class ContactOpenings {
  abstract record(district: number, opening: ContactOpening): Promise<void>;
  /** The latest first, also when they are read backward. */
  abstract list(
    district: number,
    filter: OpeningsFilter,
    page: PageRequest<ListPosition>,
  ): Promise<readonly ContactOpening[]>;
}
