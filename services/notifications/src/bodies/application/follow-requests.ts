import { Injectable } from '@nestjs/common';
import { PerformWork, type Performed } from '@otklik/host';
import { compact, doubledMs } from '@otklik/kernel';
import type { OutsideRequest } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { BodyServers, type BodyServer } from './body-servers.js';
import { type FollowedRequest, FollowedRequests, type ServerOf, type ReportOf } from '../store/followed-requests.js';
import { ReadUpdates } from './read-updates.js';
import { RecordReports } from './record-reports.js';

const SERVERS_AT_ONCE = 4;
/** Longer than all that one server is asked. */
const LEASE_MS = 300_000;
const PATIENCE_MS = 240_000;
const MAX_REQUESTS = 200;
export const ASK_INTERVAL_MS = 600_000;
const ASKED = { againInMs: ASK_INTERVAL_MS };
const BACKOFF = { firstMs: 2 * ASK_INTERVAL_MS, maxMs: 21_600_000 };

const asks = counter('otklik_body_asks_total', 'Polls of bodies’ servers, by outcome', ['outcome']);

/**
 * Asks the servers of bodies how far the requests are. The standard tells no changes: every id is asked for again; a server with
 * mySociety's extension is asked for its updates, too. One process asks a server at a time.
 */
@Injectable()
export class FollowRequests {
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: PerformWork,
    private readonly followed: FollowedRequests,
    private readonly servers: BodyServers,
    private readonly updates: ReadUpdates,
    private readonly reports: RecordReports,
    private readonly logger: Logger,
  ) {}

  /** Answers how many servers were asked. */
  askDue(): Promise<number> {
    return this.work.performDue<object>({
      kind: 'ASK_BODY',
      perform: ({ district, key }) => this.ask({ district, organisation: key }),
      atOnce: SERVERS_AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: Infinity,
    });
  }

  close(): void {
    this.stopping.abort();
  }

  private async ask(server: ServerOf): Promise<Performed> {
    const open = this.servers.of(server.district, server.organisation);
    // It is switched off, or has no address any more: what it has stays to be asked for.
    if (!open) return ASKED;
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const requests = await this.followed.of(server, MAX_REQUESTS);
    if (requests.length === 0) return ASKED;
    if (!(await this.answers(server, open, requests, signal))) return this.unanswered(server);
    await this.followed.asked(
      server,
      requests.map(({ letter }) => letter),
    );
    await this.followed.answered(server);
    asks.inc({ outcome: 'ANSWERED' });
    return ASKED;
  }

  private async answers(
    server: ServerOf,
    { client, address }: BodyServer,
    requests: readonly FollowedRequest[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const named = await this.named(server, requests, (token) => client.idOf(token, signal));
    const told = await client.requests([...named.keys()], signal);
    if (!told) return false;
    const hasUpdates = address.updates === true;
    // A request created since is in no list read before: it is checked the next time.
    const written = hasUpdates ? await this.updates.read(server, client, signal) : new Set<string>();
    if (!written) return false;
    for (const one of told) {
      const known = named.get(one.id);
      if (known && isNews(known, one, hasUpdates) && !written.has(one.id)) await this.record(server, known, one);
    }
    return true;
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

  private async unanswered(server: ServerOf): Promise<Performed> {
    asks.inc({ outcome: 'FAILED' });
    const { district, organisation } = server;
    const count = await this.followed.failed(server, 'UNREACHABLE');
    this.logger.warn('the server of a body does not answer; retrying', {
      district,
      code: organisation,
      count,
    });
    return { againInMs: doubledMs(BACKOFF, count) };
  }

  private async record(server: ServerOf, known: FollowedRequest, told: OutsideRequest): Promise<void> {
    const { status, changedAt } = toldOf(told);
    await this.reports.record(server, known, {
      status,
      number: told.id,
      ...compact({ notes: told.notes, changedAt: changedAt ?? undefined }),
    });
  }
}

function toldOf({ status, updatedAt }: OutsideRequest): ReportOf & { readonly status: 'OPEN' | 'CLOSED' } {
  return { status: status === 'closed' ? 'CLOSED' : 'OPEN', changedAt: updatedAt ?? null };
}

/** A server that stamps each reading tells news with its notes alone; one that tells updates writes there. */
function isNews(known: FollowedRequest, told: OutsideRequest, hasUpdates: boolean): boolean {
  const { status, changedAt } = toldOf(told);
  if (known.status !== status) return true;
  return !hasUpdates && told.notes !== undefined && known.changedAt !== changedAt;
}
