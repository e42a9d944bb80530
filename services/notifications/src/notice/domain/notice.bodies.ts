import type { BodyRequestStatus } from '@otklik/contracts/enumerations';
import { compact, refuse } from '@otklik/kernel';
import type { NoticeEvent, NoticeState, Reported } from './notice.js';

/** What the server of a body tells of the request as which the letter went. Times are ISO 8601 UTC. */
export interface RecordReport {
  readonly type: 'RecordReport';
  /** Absent where it tells no change of it. */
  readonly status?: BodyRequestStatus;
  /** The server's id of the request. */
  readonly number: string;
  readonly notes?: string;
  /** When it changed there. */
  readonly changedAt?: string;
  /** The server's id, where it is reported as an update of the request. */
  readonly update?: string;
  readonly at: string;
}

/** A server that goes on and on fills no case. */
export const MAX_UPDATES = 100;

export function recordReport(
  { status, number, notes, changedAt, update, at }: RecordReport,
  state: NoticeState,
): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { matter, reported } = state;
  if (matter.kind !== 'COVERING') return [];
  if (reported && isKnown(reported, { status, changedAt, update })) return [];
  const told = compact({ notes, update, changedAt });
  return [
    { type: 'BodyReported', ...matter, status: statusOf(reported, status, changedAt), number, ...told, reportedAt: at },
  ];
}

type BodyReport = {
  readonly status: BodyRequestStatus | undefined;
  readonly changedAt: string | undefined;
  readonly update: string | undefined;
};

function isKnown(reported: Reported, { status, changedAt, update }: BodyReport): boolean {
  if (update === undefined) return reported.status === status && reported.changedAt === changedAt;
  return reported.updates.includes(update) || reported.updates.length >= MAX_UPDATES;
}

/** A late update does not change the report of a later moment. */
function statusOf(
  reported: Reported | undefined,
  status: BodyRequestStatus | undefined,
  changedAt: string | undefined,
): BodyRequestStatus {
  const isLate = reported?.changedAt !== undefined && changedAt !== undefined && changedAt < reported.changedAt;
  return (isLate ? undefined : status) ?? reported?.status ?? 'OPEN';
}
