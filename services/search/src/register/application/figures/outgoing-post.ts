import type { LocalDate, PageRequest } from '@otklik/kernel';
import type { NoticeHeld } from '../list/register-reader.js';
import type { ListPosition, Total } from '../list/register-list.js';
import type { PostingPart } from '@otklik/case/notice';

/** Days on which letters were sent, both included. */
export interface PostingDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A row of the register of outgoing post, with the notice in the letter. */
export interface OutgoingRow extends NoticeHeld {
  readonly posting: PostingPart;
  readonly ordered: string;
}

/** The register of outgoing post, by day and number. */
export abstract class OutgoingPost {
  abstract list(district: number, days: PostingDays, page: PageRequest<ListPosition>): Promise<readonly OutgoingRow[]>;
  abstract count(district: number, days: PostingDays): Promise<Total>;
}

/** Sorts by the day and then by the place in the series: the last digits of the number. `again`: how often the letter left before. */
export function postingOrder({ sentOn, number }: Pick<PostingPart, 'sentOn' | 'number'>, again = 0): string {
  const [, serial = ''] = /(\d+)\D*$/u.exec(number) ?? [];
  return `${sentOn}/${serial.padStart(9, '0')}/${number}${again === 0 ? '' : `/${again}`}`;
}
