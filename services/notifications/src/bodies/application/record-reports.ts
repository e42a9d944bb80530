import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { counter } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import type { RecordReport } from '../../notice/domain/notice.bodies.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { type FollowedRequest, FollowedRequests, type ServerOf } from '../store/followed-requests.js';

const MAX_NOTES_LENGTH = 4_000;

const reports = counter('otklik_body_reports_total', 'Reports of bodies’ servers on requests', ['status']);

export type Report = Omit<RecordReport, 'type' | 'at'>;

/** Records the reports of a body's server on a request, including the present one. */
@Injectable()
export class RecordReports {
  constructor(
    private readonly followed: FollowedRequests,
    private readonly notices: NoticeHandler,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers whether it was news. */
  async record(server: ServerOf, { letter, appeal, cause }: FollowedRequest, report: Report): Promise<boolean> {
    const { district } = server;
    const at = this.clock.now();
    const notes = report.notes === undefined ? {} : { notes: report.notes.slice(0, MAX_NOTES_LENGTH) };
    const command: RecordReport = { type: 'RecordReport', ...report, ...notes, at };
    const context = byDispatch({ district, notice: letter, appeal, cause }, command, at, stepOf(report, at));
    return this.database.scope(district).transaction(async (tx) => {
      const { state, events } = await this.notices.handle(context, letter, command, { tx });
      if (events.length === 0 || state.status === 'NONE' || !state.reported) return false;
      const { status, changedAt = null } = state.reported;
      await this.followed.told(tx, server, letter, { status, changedAt });
      reports.inc({ status });
      return true;
    });
  }
}

function stepOf({ update, status, changedAt }: Report, at: string): string {
  return update === undefined ? `${status} ${changedAt ?? at}` : `update ${update}`;
}
