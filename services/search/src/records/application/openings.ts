import type { ExportedList, OpeningKind, PrintedPaper, WorklistCode } from '@otklik/contracts/enumerations';
import type { LocalDate, PageRequest } from '@otklik/kernel';
import type { OfficialRole } from '@otklik/tenancy';
import type { ListPosition } from '../../register/application/list/register-list.js';

/** What an official opened, or saved as a file. */
export interface Opening {
  readonly id: string;
  readonly kind: OpeningKind;
  /** Absent for an export and a print, which hold many. */
  readonly appeal?: string;
  /** Absent for a body. */
  readonly official?: string;
  /** Of a body's page: the body's name; of a print by the operator's command: the command. */
  readonly body?: string;
  /** The role that permitted it. */
  readonly role: OfficialRole | 'ANYONE';
  /** The absent official whose role it is. */
  readonly onBehalfOf?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /**
   * Of a contact or a person's file: sealed under the applicant's key, as text of this opening; absent when that key is destroyed.
   * Of a search for a person: the code of `ApplicantSearchReason`, of a print that of `PrintReason`.
   */
  readonly reason?: string;
  /** Of an export or a search: how many appeals were found, or how many rows the list has; of a print: how many cases it names. */
  readonly rows?: number;
  /** Of an export. */
  readonly exported?: ExportedList;
  /** Of an exported worklist. */
  readonly worklist?: WorklistCode;
  /** Of a print: what was printed, and the cases whose applicants it names, in the order of their ids. */
  readonly printed?: PrintedPaper;
  readonly appeals?: readonly string[];
  /** Of a print of letters: which, in the order of their ids. */
  readonly letters?: readonly LetterOnRecord[];
}

/** A letter that was printed. */
export interface LetterOnRecord {
  readonly notice: string;
  readonly appeal: string;
  /** The outgoing number, where it had one then. */
  readonly number?: string;
}

/** What an official opened of many cases at once. */
export type PrintOpening = Opening &
  Required<Pick<Opening, 'official' | 'reason' | 'printed' | 'appeals'>> & { readonly kind: 'PRINT' };

/** The same by the operator's command, whose name is the body's. */
export type OperatorPrint = Opening &
  Required<Pick<Opening, 'body' | 'reason' | 'printed' | 'appeals'>> & { readonly kind: 'PRINT' };

export interface OpeningsFilter {
  readonly kinds?: readonly OpeningKind[];
  readonly appeal?: string;
  /** Of any of them. */
  readonly appeals?: readonly string[];
  readonly official?: string;
  /** Days of the zone, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly zone: string;
}

/** How many openings of a kind an official may have on record since an instant. Searches for registration are counted apart. */
export interface OpeningsAllowed {
  readonly most: number;
  /** ISO 8601 UTC. */
  readonly since: string;
}

const HOUR_MS = 3_600_000;

/** So many in the hour before the instant. */
export function hour(at: string, most: number): OpeningsAllowed {
  return { most, since: new Date(Date.parse(at) - HOUR_MS).toISOString() };
}

/** The record of who opened whose personal data. It is only added to. */
export abstract class Openings {
  /** One whose id is on record already is the same opening. Not for a print. */
  abstract record(district: number, opening: Opening): Promise<void>;
  /** The same, unless this official opened this card, or this body this page, a quarter of an hour before or later. */
  abstract recordOnce(district: number, opening: Opening & { readonly appeal: string }): Promise<void>;
  /**
   * The same, as long as fewer than allowed are on record: counted and recorded at once, also where many are asked for at once.
   * False: it is not on record, and nothing may be shown.
   */
  abstract recordWithin(
    district: number,
    opening: (Opening & { readonly official: string; readonly appeals?: never }) | PrintOpening,
    allowed: OpeningsAllowed,
  ): Promise<boolean>;
  /** Of the operator's command, which is no official and has no limit: with its cases. */
  abstract recordCases(district: number, print: OperatorPrint): Promise<void>;
  /** Whether this print of the official, on record since the instant (ISO 8601 UTC), names all of these cases. */
  abstract covers(
    district: number,
    print: { readonly id: string; readonly official: string; readonly since: string },
    appeals: readonly string[],
  ): Promise<boolean>;
  /** The latest first, also when they are read backward. */
  abstract list(district: number, filter: OpeningsFilter, page: PageRequest<ListPosition>): Promise<readonly Opening[]>;
}

const PAGE = 500;

/** All that is on record of one appeal, the latest first. */
export async function openingsOf(openings: Openings, district: number, appeal: string): Promise<readonly Opening[]> {
  const all: Opening[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = { limit: PAGE, backward: false, ...(last && { from: [last.at, last.id] as ListPosition }) };
    const more = await openings.list(district, { appeal, zone: 'UTC' }, page);
    all.push(...more);
    if (more.length < PAGE) return all;
  }
}
