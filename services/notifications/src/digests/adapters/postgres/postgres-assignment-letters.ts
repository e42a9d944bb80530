import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { AssignmentLetter, AssignmentLetters, DueAssignmentLetter } from '../../application/assignment-letters.js';
import { performOfficialLetters } from './official-letter-work.js';

const KIND = 'ASSIGNMENT';
/**
 * Until then the assignment may be taken back as if it had not been made: longer than `TAKEN_BACK_WITHIN_MS` of routing
 * (question-taken-back.decide.ts), with some time for the event to arrive.
 */
const UNDONE_WITHIN_MS = 20_000;
const BACKOFF = { firstMs: 10_000, maxMs: 600_000 };
/** Some hours: then the morning letter tells of it. */
const MAX_ATTEMPTS = 30;

@Injectable()
export class PostgresAssignmentLetters implements AssignmentLetters {
  constructor(
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly database: Database,
  ) {}

  async set(tx: Transaction, district: number, letters: readonly AssignmentLetter[]): Promise<void> {
    await this.queue.set(
      tx,
      letters.map((body) => ({ district, kind: KIND, key: keyOf(body), body, dueInMs: UNDONE_WITHIN_MS })),
    );
  }

  sendDue(send: Parameters<AssignmentLetters['sendDue']>[0]): Promise<number> {
    return performOfficialLetters<AssignmentLetter, DueAssignmentLetter>(this.work, {
      kind: KIND,
      due: (work) => this.due(work),
      send,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  /** Undefined before the service knows the appeal. */
  private async due({
    district,
    body,
    attempts,
  }: ClaimedWork<AssignmentLetter>): Promise<DueAssignmentLetter | undefined> {
    const { rows } = await this.database.scope(district).query<Pick<DueAssignmentLetter, 'number' | 'isStillAssigned'>>(
      `select coalesce(a.number, a.receipt) as number,
           q.open and case $3 when 'PART' then $4 = any(q.parts_of) when 'DEPARTMENT_PART' then $5 = any(q.parts_in)
             else q.executor = $4 end as "isStillAssigned"
         from notifications.watched_question q
         join notifications.applicant a on a.district = q.district and a.appeal = q.appeal
         where q.district = $1 and q.question = $2`,
      [district, body.question, body.what, body.official, body.department ?? null],
    );
    return rows[0] && { ...body, ...rows[0], district, isLast: attempts >= MAX_ATTEMPTS };
  }
}

/** A question has one executor, and a co-executor one part of it; a department's is sent to each of its officials. */
function keyOf({ what, question, official, department }: AssignmentLetter): string {
  return what === 'QUESTION' ? question : [question, official, department ?? []].flat().join('/');
}
