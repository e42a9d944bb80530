import { cameBack } from '@otklik/case/notice-conditions';
import type { PublishedNotice } from '@otklik/case/notice';
import type { LetterCourse, NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { LocalDate, PageRequest } from '@otklik/kernel';
import type { ListPosition, Total } from '../list/register-list.js';
import type { NoticeHeld } from '../list/register-reader.js';
import { postingOrder } from './outgoing-post.js';

/** Which letters; what is absent or empty restricts nothing. */
export interface OutgoingFilter {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly ways?: readonly NoticeWay[];
  readonly kinds?: readonly NoticeKind[];
  readonly courses?: readonly LetterCourse[];
  /** In the outgoing series, or at the post. */
  readonly number?: string;
}

export interface OutgoingRegisterRow extends NoticeHeld {
  readonly ordered: string;
  readonly course: LetterCourse;
}

/** Letters of all ways by the day of their number, and by the number. */
export abstract class OutgoingRegister {
  abstract list(
    district: number,
    filter: OutgoingFilter,
    page: PageRequest<ListPosition>,
  ): Promise<readonly OutgoingRegisterRow[]>;
  abstract count(district: number, filter: OutgoingFilter): Promise<Total>;
}

type Letter = Pick<PublishedNotice, 'outgoing' | 'postings'>;

/** Undefined: no letter, or one of a release that gave none a number, before it left by post. */
export function outgoingOrder({ outgoing, postings: [first] = [] }: Letter): string | undefined {
  if (outgoing) return postingOrder({ sentOn: outgoing.on, number: outgoing.number });
  return first && postingOrder(first);
}

type Going = Letter & Pick<PublishedNotice, 'state' | 'late'>;

/** Undefined as `outgoingOrder`. */
export function letterCourse(letter: Going): LetterCourse | undefined {
  if (outgoingOrder(letter) === undefined) return undefined;
  const last = letter.postings?.at(-1);
  if (!last || cameBack(last)) return courseOf(letter, last);
  return letter.state === 'PENDING' ? 'WAITING' : courseByPost(last);
}

type Posted = NonNullable<PublishedNotice['postings']>[number];

function courseByPost({ means, after }: Posted): LetterCourse {
  return means === 'HANDED_OVER' || after ? 'DELIVERED' : 'ON_ITS_WAY';
}

function courseOf({ state, late }: Going, returned: Posted | undefined): LetterCourse {
  if (state === 'PENDING') return returned ? 'RETURNED' : 'WAITING';
  if (state === 'DISPATCHED') return 'SENT';
  if (returned) return 'RETURNED';
  return late ? 'SENT' : 'ANNULLED';
}
