import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import type { OutsideRequest } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import type { RecordReport } from '../../domain/notice.bodies.js';
import { byDispatch } from '../by-dispatch.js';
import { NoticeHandler } from '../notice-handler.js';
import { BodyServers } from './body-servers.js';
import { FollowedRequests, type FollowedRequest, type ServerOf, type ToldOf } from './followed-requests.js';

const SERVERS_AT_ONCE = 4;
/** Longer than all that one server is asked. */
const LEASE_MS = 300_000;
const MAX_REQUESTS = 200;
export const ASK_INTERVAL_MS = 600_000;
const CAP_MS = 21_600_000;
const MAX_NOTES_LENGTH = 4_000;

const asks = counter('otklik_body_asks_total', 'How often servers of bodies were asked for their requests', [
  'outcome',
]);
const reports = counter('otklik_body_reports_total', 'What servers of bodies told of requests', ['status']);

/**
 * Asks the servers of bodies how far the requests are. The standard tells no changes: every id is asked for again. One process
 * asks a server at a time.
 */
@Injectable()
export class FollowRequests {
  private readonly stopping = new AbortController();

  constructor(
    private readonly followed: FollowedRequests,
    private readonly servers: BodyServers,
    private readonly notices: NoticeHandler,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many servers were asked. */
  async askDue(): Promise<number> {
    const due = await this.followed.due(SERVERS_AT_ONCE);
    const results = await Promise.allSettled(due.map((server) => this.ask(server)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length;
  }

  close(): void {
    this.stopping.abort();
  }

  private async ask(server: ServerOf): Promise<void> {
    if (!(await this.followed.claim(server, LEASE_MS))) return;
    const open = this.servers.of(server.district, server.organisation);
    // It is switched off, or has no address any more: what it has stays to be asked for.
    if (!open) return this.followed.rest(server, ASK_INTERVAL_MS);
    const requests = await this.followed.of(server, MAX_REQUESTS);
    const named = await this.named(server, requests, (token) => open.client.idOf(token, this.stopping.signal));
    const told = await open.client.requests([...named.keys()], this.stopping.signal);
    if (!told) return this.unanswered(server);
    for (const one of told) await this.record(server, named.get(one.id), one);
    await this.followed.asked(
      server,
      requests.map(({ letter }) => letter),
    );
    await this.followed.answered(server, ASK_INTERVAL_MS);
    asks.inc({ outcome: 'ANSWERED' });
  }

  /** By their ids. */
  private async named(
    server: ServerOf,
    requests: readonly FollowedRequest[],
    idOf: (token: string) => Promise<string | undefined>,
  ): Promise<ReadonlyMap<string, FollowedRequest>> {
    const named = new Map<string, FollowedRequest>();
    for (const request of requests) {
      const id = request.request ?? (request.token === null ? undefined : await idOf(request.token));
      if (id === undefined) continue;
      if (request.request === null) await this.followed.name(server, request.letter, id);
      named.set(id, request);
    }
    return named;
  }

  private async unanswered(server: ServerOf): Promise<void> {
    asks.inc({ outcome: 'FAILED' });
    const { district, organisation } = server;
    const count = await this.followed.failed(server, 'UNREACHABLE');
    this.logger.warn('the server of a body does not answer; it is asked again', {
      district,
      code: organisation,
      count,
    });
    await this.followed.rest(server, Math.min(CAP_MS, ASK_INTERVAL_MS * 2 ** Math.min(count, 10)));
  }

  private async record(server: ServerOf, known: FollowedRequest | undefined, told: OutsideRequest): Promise<void> {
    if (!known || !isNews(known, told)) return;
    const { district } = server;
    const { letter, appeal, cause } = known;
    const at = this.clock.now();
    const now = toldOf(told);
    const notes = told.notes?.slice(0, MAX_NOTES_LENGTH);
    const command: RecordReport = {
      type: 'RecordReport',
      ...{ status: now.status, number: told.id, at },
      ...(notes === undefined ? {} : { notes }),
      ...(now.changedAt === null ? {} : { changedAt: now.changedAt }),
    };
    const context = byDispatch(
      { district, notice: letter, appeal, cause },
      command,
      at,
      `${now.status} ${now.changedAt ?? at}`,
    );
    await this.database.scope(district).transaction(async (tx) => {
      await this.notices.handle(context, letter, command, { tx });
      await this.followed.told(tx, server, letter, now);
    });
    reports.inc({ status: now.status });
  }
}

function toldOf({ status, updatedAt }: OutsideRequest): ToldOf & { readonly status: 'OPEN' | 'CLOSED' } {
  return { status: status === 'closed' ? 'CLOSED' : 'OPEN', changedAt: updatedAt ?? null };
}

/** A server that stamps each reading tells news with its notes alone. */
function isNews(known: FollowedRequest, told: OutsideRequest): boolean {
  const { status, changedAt } = toldOf(told);
  return known.status !== status || (told.notes !== undefined && known.changedAt !== changedAt);
}
