import { Injectable } from '@nestjs/common';
import { WorkQueue, type ClaimedWork } from '@otklik/host';
import { backoffMs, Clock } from '@otklik/kernel';
import type { OutgoingRequest, Posted } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { Deliveries } from '../../notice/application/deliveries.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import type { Sent } from '../../notice/application/send-due.js';
import { type BegunRequest, BodyRequests, type PendingRequest, type TakenAs } from '../store/body-requests.js';
import { BodyServers, serviceOf, type BodyServer } from './body-servers.js';
import { FollowedRequests } from '../store/followed-requests.js';
import { WriteRequest } from './write-request.js';

export type RequestOutcome = 'SENT' | 'REFUSED' | 'LATER' | 'UNKNOWN' | 'ERASED';

type RequestSent = Sent<RequestOutcome>;

/** With the work of which this attempt is one. */
interface AttemptedRequest extends PendingRequest {
  readonly attempt: ClaimedWork<object>;
}

interface Attempt {
  readonly server: BodyServer;
  readonly request: OutgoingRequest;
}

const GIVE_UP_MS = 86_400_000;
/** The first wait is long enough for a list to hold what was just taken. */
const BACKOFF = { firstMs: 60_000, maxMs: 3_600_000 };
/** Of the other server's clock and ours. */
const CLOCK_SKEW_MS = 3_600_000;
/** The key is wrong, or of another body: an administrator mends it. */
const BARRED: readonly number[] = [401, 403];

const again = counter(
  'otklik_body_requests_repeated_total',
  'Requests to bodies that were posted once more after a lost answer',
  ['why'],
);

/**
 * Sends a covering letter to a body as a request by Open311. The standard knows no idempotency: after an attempt of unknown
 * outcome the body's list is looked at first, and only what is not there, or what its server takes once by the key, is posted again.
 */
@Injectable()
export class PostRequest {
  constructor(
    private readonly servers: BodyServers,
    private readonly requests: BodyRequests,
    private readonly followed: FollowedRequests,
    private readonly write: WriteRequest,
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly work: WorkQueue,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** One attempt. Throws when the database is down. */
  async send(pending: AttemptedRequest, signal: AbortSignal): Promise<RequestSent> {
    const begun = await this.requests.of(pending);
    if (begun?.isTaken) return this.recordTaken(pending, begun);
    const server = this.servers.of(pending.district, pending.details.organisation);
    const service = server && serviceOf(server.address, pending.topic);
    if (!server || service === undefined) return this.giveUp(pending, 'SWITCHED_OFF');
    const written = await this.write.of(pending, service, server.address);
    if ('request' in written) {
      const attempt = { server, request: written.request };
      return begun ? this.sendAgain(pending, attempt, begun, signal) : this.post(pending, attempt, true, signal);
    }
    return written.refused === 'ERASED' ? this.cancel(pending) : this.giveUp(pending, written.refused);
  }

  /** After an attempt of which bytes may have left. */
  private async sendAgain(
    pending: AttemptedRequest,
    attempt: Attempt,
    { begunAt }: BegunRequest,
    signal: AbortSignal,
  ): Promise<RequestSent> {
    const { server, request } = attempt;
    const since = new Date(Date.parse(begunAt) - CLOCK_SKEW_MS).toISOString();
    const found = await server.client.reconcile(request, since, signal);
    if (found.kind === 'found') return this.taken(pending, { request: found.id });
    if (found.kind === 'unknown' && !server.address.idempotent) return this.unknown(pending);
    again.inc({ why: found.kind });
    return this.post(pending, attempt, false, signal);
  }

  private async post(
    pending: AttemptedRequest,
    { server, request }: Attempt,
    isFirst: boolean,
    signal: AbortSignal,
  ): Promise<RequestSent> {
    await this.requests.begin(pending, server.organisation, this.clock.now());
    const posted = await server.client.post(request, signal);
    if (posted.kind === 'posted') return this.taken(pending, { request: posted.id });
    if (posted.kind === 'token') return this.taken(pending, { token: posted.token });
    if (posted.kind === 'unknown') return this.unknown(pending);
    // What an earlier attempt did stays to be looked for.
    if (isFirst) await this.requests.release(pending);
    return this.notTaken(pending, server, posted);
  }

  private async notTaken(
    pending: AttemptedRequest,
    { organisation }: BodyServer,
    posted: Extract<Posted, { kind: 'refused' | 'retry' }>,
  ): Promise<RequestSent> {
    const { district, appeal } = pending;
    if (posted.kind === 'retry') {
      await this.followed.failed({ district, organisation }, 'UNREACHABLE');
      return this.later(pending, 'NOT_SENT', posted.afterMs);
    }
    if (!BARRED.includes(posted.status)) return this.giveUp(pending, String(posted.status));
    await this.followed.failed({ district, organisation }, 'TOKEN');
    this.logger.warn("a body rejects the district's API key", {
      district,
      appeal,
      code: String(posted.status),
    });
    return this.later(pending, String(posted.status));
  }

  private async unknown(pending: AttemptedRequest): Promise<RequestSent> {
    const { district, appeal, attempts: count } = pending;
    this.logger.warn('request to a body: outcome unknown; checking its list of requests', {
      district,
      appeal,
      count,
    });
    const later = await this.later(pending, 'OUTCOME_UNKNOWN');
    return later.outcome === 'LATER' ? { ...later, outcome: 'UNKNOWN' } : later;
  }

  /** A request that cannot be sent within a day, or whose delivery cannot be verified, goes by the next channel. */
  private async later(pending: AttemptedRequest, code: string, afterMs?: number): Promise<RequestSent> {
    if (pending.triedFor >= GIVE_UP_MS) return this.giveUp(pending, code);
    return { outcome: 'LATER', againInMs: afterMs ?? backoffMs(BACKOFF, pending.attempts) };
  }

  private async taken(pending: AttemptedRequest, taken: TakenAs): Promise<RequestSent> {
    await this.requests.take(pending, taken);
    return this.recordTaken(pending, taken);
  }

  private async recordTaken(pending: AttemptedRequest, { request, token }: TakenAs): Promise<RequestSent> {
    const proof = request ?? `token ${token}`;
    await this.record(pending, { type: 'RecordSent', way: 'OPEN311', proof, at: this.clock.now() });
    return { outcome: 'SENT' };
  }

  /** The text was erased meanwhile. */
  private async cancel(pending: AttemptedRequest): Promise<RequestSent> {
    await this.record(pending, { type: 'CancelNotice', ground: 'ERASED' });
    return { outcome: 'ERASED' };
  }

  private async giveUp(pending: AttemptedRequest, code: string): Promise<RequestSent> {
    const { district, appeal } = pending;
    this.logger.info('a body rejected a request; trying the next channel', { district, appeal, code });
    await this.record(pending, { type: 'GiveUpWay', way: 'OPEN311', code, at: this.clock.now() });
    return { outcome: 'REFUSED' };
  }

  private async record(pending: AttemptedRequest, command: NoticeCommand): Promise<void> {
    const { district, notice, attempts } = pending;
    const context = byDispatch(pending, command, this.clock.now(), `OPEN311 ${attempts}`);
    await this.database.scope(district).transaction(async (tx) => {
      // What has left is recorded whatever became of the lease.
      if (command.type !== 'RecordSent') await this.work.assertLeased(tx, pending.attempt);
      const { state } = await this.notices.handle(context, notice, command, { tx });
      if (state.status === 'OPEN') await this.deliveries.redirect(district, notice, state.way, tx);
      else await this.deliveries.finish(district, notice, tx);
    });
  }
}
