import type { BodyRequestStatus } from '@otklik/contracts/enumerations';
import { refuse } from '@otklik/kernel';
import type { NoticeEvent, NoticeState } from './notice.js';

/** What the server of a body tells of the request as which the letter went. Times are ISO 8601 UTC. */
export interface RecordReport {
  readonly type: 'RecordReport';
  readonly status: BodyRequestStatus;
  /** The server's id of the request. */
  readonly number: string;
  readonly notes?: string;
  /** When it changed there. */
  readonly changedAt?: string;
  readonly at: string;
}

export function recordReport(
  { status, number, notes, changedAt, at }: RecordReport,
  state: NoticeState,
): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { matter, reported } = state;
  if (matter.kind !== 'COVERING') return [];
  if (reported?.status === status && reported.changedAt === changedAt) return [];
  const told = {
    ...(notes === undefined ? {} : { notes }),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
  return [{ type: 'BodyReported', ...matter, status, number, ...told, reportedAt: at }];
}
