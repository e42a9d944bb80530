import type { WorklistOf } from '@otklik/contracts/enumerations';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { AnswerTimesBy } from '@otklik/contracts/generated/graphql';
import type { AnswerTimesGroup } from '../figures/answer-times.js';
import type { BoardCounts, BoardPeriod } from '../figures/board.js';
import type { QuestionsOfPlace } from '../figures/question-places.js';
import type { ListedQuestionRow, ListedRow } from './listed-row.js';
import type { NoticePart } from '@otklik/case/notice';
import type { PageRequest } from '@otklik/kernel';
import type { RegisterFilter } from './register-filter.js';
import type { ListedAt, ListPosition, ListRequest, Total } from './register-list.js';
import type { RegisterRow } from './register-row.js';

/** The only way in: there is no read and no search without districts. */
export type Districts = readonly [number, ...number[]];

/** The ways of notices that officials go: they call, print and post, or enter it in the feedback platform. */
export type OfficialWay = 'ORAL' | 'PAPER' | 'POS';

/** `departments`: codes of those whose questions they are about; absent: all, also those about no question. */
export interface WaitingNotices {
  readonly way: OfficialWay;
  readonly departments?: readonly string[] | undefined;
}

export interface CountedList {
  readonly of: WorklistOf;
  /** Of `NOTICES`. */
  readonly way?: OfficialWay;
  readonly filter: RegisterFilter;
}

export interface NoticeHeld {
  readonly id: string;
  readonly appeal: string;
  readonly notice: NoticePart;
}

/** A version of a stream. */
export interface StreamVersion {
  readonly stream: string;
  readonly version: number;
}

/** The first of them, and how many they are in all. */
export interface EarlierRows {
  readonly rows: readonly ListedRow[];
  readonly total: number;
}

/** A row, and the events it is made of, as they were in one moment. */
export interface RowWithHistory {
  readonly row: RegisterRow;
  /** Every public event of the appeal, in the order of time. */
  readonly history: readonly PublicEvent[];
}

/** Reads of the register; each in the scope of the districts that it names. */
export abstract class RegisterReader {
  /** Appeals in the request's order, from its position on; read backward, too, the first of them comes first. */
  abstract appeals(request: ListRequest): Promise<readonly ListedAt<ListedRow>[]>;
  abstract questions(request: ListRequest): Promise<readonly ListedAt<ListedQuestionRow>[]>;
  abstract count(of: 'APPEALS' | 'QUESTIONS', district: number, filter: RegisterFilter): Promise<Total>;
  /** Of each of the lists, in their order; read together. */
  abstract counts(district: number, lists: readonly CountedList[]): Promise<readonly Total[]>;
  /** How the questions of the filter were answered, by group, the largest first. */
  abstract answerTimes(
    districts: Districts,
    by: AnswerTimesBy,
    filter: RegisterFilter,
  ): Promise<readonly AnswerTimesGroup[]>;
  /** How many questions of the filter each settlement has; `settlement` null of those without. */
  abstract places(district: number, filter: RegisterFilter): Promise<readonly QuestionsOfPlace[]>;
  /** What a district's board counts, for the whole and by group; groups with nothing to count are left out. */
  abstract board(district: number, period: BoardPeriod): Promise<readonly BoardCounts[]>;
  abstract row(district: number, id: string): Promise<RegisterRow | undefined>;
  abstract rows(districts: Districts, ids: readonly string[]): Promise<readonly RegisterRow[]>;
  /** Other appeals of the same person, as `Applicants` counts them, that came until then, the newest first. */
  abstract earlier(
    row: Pick<RegisterRow, 'district' | 'id'>,
    page: { readonly limit: number; readonly until?: string },
  ): Promise<EarlierRows>;
  /** What a card is made of: its history never tells what its row does not know yet. */
  abstract rowWithHistory(district: number, id: string): Promise<RowWithHistory | undefined>;
  /** Notices that wait for an official, the oldest first, also when they are read backward. */
  abstract notices(
    district: number,
    list: WaitingNotices,
    page: PageRequest<ListPosition>,
  ): Promise<readonly NoticeHeld[]>;
  /** The row to which a stream belongs, with its change number; undefined when there is none yet. */
  abstract changeOf(
    districts: Districts,
    stream: string,
  ): Promise<{ readonly district: number; readonly id: string; readonly version: number } | undefined>;
  /** Number of the newest change of the district's rows; changes themselves are kept for days only. */
  abstract newestChange(district: number): Promise<number>;
  /**
   * Waits until one of the districts' rows holds the version that the token names, at most two seconds. False: it does not
   * yet, and the answer is stale.
   */
  abstract holds(districts: Districts, token: StreamVersion | undefined): Promise<boolean>;
}
